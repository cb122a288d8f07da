import type { Words } from './words.js';
import type { EvidenceKind, Ground, ServiceType, WorkCategory } from '#law';
import type { ContentType, UnreadableTarget } from '#targets';

/** What the console calls the closed lists of a filing. */

export const serviceTypes: Words<ServiceType> = {
  storage: { zh: '信息存储空间', en: 'hosting of users’ content' },
  search_link: { zh: '搜索与链接', en: 'search and linking' },
  netdisk: { zh: '网盘', en: 'cloud drive' },
  ecommerce: { zh: '电子商务', en: 'e-commerce' },
  social: { zh: '社交', en: 'social network' },
  short_video: { zh: '短视频', en: 'short video' },
  video: { zh: '视频', en: 'video' },
  music: { zh: '音乐', en: 'music' },
  live: { zh: '直播', en: 'live streaming' },
  literature: { zh: '网络文学', en: 'online literature' },
  education: { zh: '在线教育', en: 'online education' },
  knowledge: { zh: '知识分享', en: 'knowledge sharing' },
  game: { zh: '游戏', en: 'games' },
  app_store: { zh: '应用商店', en: 'app store' },
  ad_alliance: { zh: '广告联盟', en: 'advertising network' },
  cloud_cdn: { zh: '云与内容分发', en: 'cloud and content delivery' },
  access: { zh: '网络接入', en: 'network access' },
};

export const grounds: Words<Ground> = {
  copyright: { zh: '著作权', en: 'copyright' },
  neighbouring_right: { zh: '邻接权', en: 'neighbouring right' },
  rights_management_information: { zh: '权利管理电子信息', en: 'rights management information' },
};

export const workCategories: Words<WorkCategory> = {
  film: { zh: '电影', en: 'film' },
  tv: { zh: '电视节目', en: 'television' },
  short_video: { zh: '短视频', en: 'short video' },
  animation: { zh: '动漫', en: 'animation' },
  music: { zh: '音乐', en: 'music' },
  literature: { zh: '文学', en: 'literature' },
  picture: { zh: '图片', en: 'picture' },
  software: { zh: '软件', en: 'software' },
  game: { zh: '游戏', en: 'game' },
  course: { zh: '课程', en: 'course' },
  audiobook: { zh: '有声读物', en: 'audiobook' },
  live: { zh: '直播', en: 'live programme' },
  news: { zh: '新闻', en: 'news' },
  database: { zh: '数据库', en: 'database' },
  other: { zh: '其他', en: 'other' },
};

export const evidenceKinds: Words<EvidenceKind> = {
  identity: { zh: '身份证明', en: 'identity' },
  ownership: { zh: '权属证明', en: 'ownership' },
  infringement: { zh: '侵权证明', en: 'infringement' },
  authorization: { zh: '授权证明', en: 'authorization' },
  other: { zh: '其他', en: 'other' },
};

export const contentTypes: Words<ContentType> = {
  share: { zh: '分享链接', en: 'shared folder or file' },
  short_link: { zh: '短链接', en: 'short link' },
  video: { zh: '视频', en: 'video' },
  live: { zh: '直播间', en: 'live room' },
  note: { zh: '笔记', en: 'note' },
  post: { zh: '帖子', en: 'post' },
  article: { zh: '文章', en: 'article' },
  question: { zh: '问题', en: 'question' },
  answer: { zh: '回答', en: 'answer' },
  listing: { zh: '商品', en: 'listing' },
  shop: { zh: '店铺', en: 'shop' },
  song: { zh: '歌曲', en: 'song' },
  album: { zh: '专辑', en: 'album' },
  audio: { zh: '音频', en: 'audio' },
  book: { zh: '书籍', en: 'book' },
  chapter: { zh: '章节', en: 'chapter' },
  document: { zh: '文档', en: 'document' },
  app: { zh: '应用', en: 'app' },
  account: { zh: '账号', en: 'account' },
  page: { zh: '网页', en: 'page' },
};

/** Why a pasted text became no notice. */
export const targetCodes: Words<UnreadableTarget['code'] | 'unknown_platform'> = {
  no_address: { zh: '没有找到地址', en: 'no address found' },
  too_long: { zh: '文字过长', en: 'the text is too long' },
  bad_address: { zh: '地址有误', en: 'the address is wrong' },
  unknown_platform: { zh: '名录中没有该平台', en: 'no platform of the directory' },
};
