import type { ShapeRow } from './shape.js';

/** One platform's app: the schemes it opens with, and the shapes of what follows `://`. */
export interface AppRow {
  slug: string;
  schemes: string;
  shapes: readonly ShapeRow[];
}

/** Links into apps for short and long video, social platforms, knowledge and netdisks. */
export const WATCHING_APPS: readonly AppRow[] = [
  {
    slug: 'douyin',
    schemes: 'snssdk1128 snssdk1112 snssdk2329 aweme douyin awemelite',
    shapes: [
      ['video', '/aweme/detail/{id:digits}'],
      ['video', '/detail/{id:digits}'],
      ['live', '/live|room/{id:digits}'],
      ['live', '?room_id={id:digits}'],
      ['account', '/user/profile/{id:token}'],
      ['account', '?sec_uid|sec_user_id={id:token}'],
      ['song', '/music/detail/{id:digits}'],
      ['album', '/mix/detail/{id:digits}'],
      ['video', '?aweme_id|group_id|gd_label_id|modal_id={id:digits:10}'],
    ],
  },
  {
    slug: 'kuaishou',
    schemes: 'kwai ksnebula kwailive gifshow kuaishou',
    shapes: [
      ['video', '/work|photo|video/{id:token}'],
      ['live', '/live|liveaggregatesquare/play/{id:token}'],
      ['live', '/live/{id:token}'],
      ['account', '/profile|user/{id:token}'],
      ['video', '?photoid|rootphotoid={id:token}'],
      ['account', '?userid={id:token}'],
    ],
  },
  {
    slug: 'xigua',
    schemes: 'snssdk32 ixigua',
    shapes: [
      ['video', '?groupid|group_id|item_id={id:digits}'],
      ['account', '?uid|user_id={id:digits}'],
    ],
  },
  {
    slug: 'toutiao',
    schemes: 'snssdk141 snssdk143 snssdk35 toutiao',
    shapes: [
      ['article', '/detail|article?groupid|group_id|item_id={id:digits}'],
      ['video', '?video_group_id={id:digits}'],
      ['article', '?groupid|group_id|item_id={id:digits}'],
      ['account', '?uid|user_id={id:digits}'],
    ],
  },
  {
    slug: 'bilibili',
    schemes: 'bilibili bili bilibilihd',
    shapes: [
      ['video', '/video/BV{id:word:10}|bv{id:word:10}?p|page={part:digits}?', { id: 'BV{id}' }],
      ['video', '/video/av{id:digits}?p|page={part:digits}?', { id: 'av{id}' }],
      ['video', '/video/{id:digits}?p|page={part:digits}?', { id: 'av{id}' }],
      ['video', '/story/{id:digits}', { id: 'av{id}' }],
      ['video', '?bvid=BV{id:word:10}', { id: 'BV{id}' }],
      ['video', '/bangumi|pgc/season/ep/{id:digits}', { id: 'ep{id}' }],
      ['video', '/bangumi/season/{id:digits}', { id: 'ss{id}' }],
      ['video', '/pgc/season/{id:digits}', { id: 'ss{id}' }],
      ['live', '/live/{id:digits}'],
      ['account', '/space|author/{id:digits}'],
      ['article', '/article/{id:digits}', { id: 'cv{id}' }],
      ['post', '/opus|following/detail/{id:digits}'],
      ['post', '/opus/{id:digits}'],
      ['song', '/music|audio/detail/{id:digits}', { id: 'au{id}' }],
    ],
  },
  {
    slug: 'weibo',
    schemes: 'sinaweibo weibo weibolite',
    shapes: [
      ['post', '?mblogid|mid|blogid={id:word}'],
      ['post', '/detail|status/{id:word}'],
      ['account', '/userinfo|profile?uid|id={id:digits}'],
      ['account', '?uid={id:digits}'],
      ['video', '?oid|object_id={id:colon}'],
      ['article', '?article_id|cardid={id:word}'],
    ],
  },
  {
    slug: 'wechat',
    schemes: 'weixin wechat',
    shapes: [
      [
        'article',
        '?__biz={biz:base64}&mid={mid:digits}&idx={idx:digits}',
        { id: '{biz}/{mid}/{idx}', account: '{biz}' },
      ],
      ['short_link', '/dl/business?t|ticket={id:any}'],
    ],
  },
  {
    slug: 'xiaohongshu',
    schemes: 'xhsdiscover xiaohongshu',
    shapes: [
      ['note', '/item|video_feed|note|explore/{id:hex:16}'],
      ['note', '/*/item|note/{id:hex:16}'],
      ['account', '/user/{id:hex:16}'],
      ['account', '/user/profile/{id:word}'],
      ['listing', '/goods_detail|goods/{id:word}'],
      ['live', '?room_id={id:digits}'],
      ['note', '?note_id|noteid={id:hex:16}'],
    ],
  },
  {
    slug: 'zhihu',
    schemes: 'zhihu',
    shapes: [
      ['answer', '/question|questions/{question:digits}/answer|answers/{id:digits}'],
      ['answer', '/answer|answers/{id:digits}'],
      ['question', '/question|questions/{id:digits}'],
      ['article', '/article|articles|p/{id:digits}'],
      ['video', '/zvideo|zvideos/{id:digits}'],
      ['post', '/pin|pins/{id:digits}'],
      ['account', '/people|org/{id:token}'],
    ],
  },
  { slug: 'douban', schemes: 'douban', shapes: [] },
  {
    slug: 'jianshu',
    schemes: 'jianshu',
    shapes: [
      ['article', '/notes|p/{id:word}'],
      ['account', '/users|u/{id:word}'],
    ],
  },
  { slug: 'csdn', schemes: 'csdnapp csdn', shapes: [['article', '/{account:token}/article/details/{id:digits}']] },
  { slug: 'baidu-search', schemes: 'baiduboxapp baiduboxlite', shapes: [] },
  {
    slug: 'baidu-tieba',
    schemes: 'tiebaapp com.baidu.tieba tbfrs tbpb',
    shapes: [
      ['post', '?tid|kz|thread_id={id:digits}'],
      ['post', '/p/{id:digits}'],
      ['account', '?portrait|un={id:any}'],
    ],
  },
  {
    slug: 'baidu-pan',
    schemes: 'bdnetdisk baiduyun bdpan',
    shapes: [
      ['share', '?surl={id:token}&pwd={code:word}?', { id: '1{id}' }],
      ['share', '/s/{id:token}?pwd={code:word}?'],
      ['share', '?shareid={id:digits}&uk={account:digits}', { id: '{account}/{id}' }],
    ],
  },
  { slug: 'baidu-wenku', schemes: 'bdwenku', shapes: [['document', '?doc_id|docid|id={id:word}']] },
  {
    slug: 'baijiahao',
    schemes: 'baiduhaokan',
    shapes: [
      ['video', '?vid={id:word}'],
      ['account', '?author_id|uk={id:any}'],
    ],
  },
  {
    slug: 'aliyundrive',
    schemes: 'smartdrive aliyundrive alipan',
    shapes: [
      ['share', '?share_id|shareid={id:word}&pwd|share_pwd={code:word}?'],
      ['share', '/s/{id:word}'],
    ],
  },
  { slug: 'quark-pan', schemes: 'quark qkclouddrive', shapes: [['share', '?pwd_id={id:word}&passcode={code:word}?']] },
  { slug: 'xunlei', schemes: 'xunlei thunderapp', shapes: [['share', '?share_id={id:token}&pass_code={code:word}?']] },
  { slug: 'tianyi', schemes: 'ecloud tycloud', shapes: [['share', '?sharecode|code={id:word}']] },
  {
    slug: 'youku',
    schemes: 'youku youkuhd',
    shapes: [
      ['video', '?vid|videoid={id:padded}'],
      ['album', '?showid|sid={id:word}'],
      ['account', '?uid={id:padded}'],
    ],
  },
  {
    slug: 'iqiyi',
    schemes: 'iqiyi qiyi-iphone qiyi-ipad qiyi-mobile iqiyivideo',
    shapes: [
      ['video', '?tvid|tv_id={id:word}'],
      ['album', '?aid|albumid|album_id={id:word}'],
    ],
  },
  {
    slug: 'tencent-video',
    schemes: 'tenvideo tenvideo2 tenvideo3 txvideo qqlive tenvideoi18n',
    shapes: [
      ['video', '?vid|video_id={id:word}'],
      ['video', '?cid|cover_id={id:word}'],
      ['account', '?vcuid={id:token}'],
    ],
  },
  {
    slug: 'mgtv',
    schemes: 'imgotv mgtv',
    shapes: [
      ['video', '?videoid|vid={id:digits}'],
      ['album', '?clipid|collectionid={id:digits}'],
    ],
  },
  {
    slug: 'sohu-video',
    schemes: 'sohuvideo sva svm',
    shapes: [
      ['video', '?vid={id:digits}'],
      ['album', '?sid|aid={id:digits}'],
    ],
  },
];
