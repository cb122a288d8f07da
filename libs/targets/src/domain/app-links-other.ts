import type { AppRow } from './app-links-watching.js';

/** Links into apps for listening, reading, games, shops and app stores. */
export const OTHER_APPS: readonly AppRow[] = [
  {
    slug: 'netease-music',
    schemes: 'orpheus orpheuswidget neteasemusic',
    shapes: [
      ['song', '?type=song&id={id:digits}'],
      ['album', '?type=playlist&id={id:digits}'],
      ['album', '?type=album&id={id:digits}'],
      ['audio', '?type=program&id={id:digits}'],
      ['video', '?type=mv&id={id:word}'],
      ['song', '/song/{id:digits}'],
      ['album', '/playlist|album|radio|djradio/{id:digits}'],
      ['audio', '/program|dj/{id:digits}'],
      ['video', '/mv|video/{id:word}'],
      ['account', '/artist|user/{id:digits}'],
    ],
  },
  {
    slug: 'qq-music',
    schemes: 'qqmusic',
    shapes: [
      ['song', '?songmid={id:word}'],
      ['song', '?songid={id:digits}'],
      ['album', '?albummid={id:word}'],
      ['album', '?albumid={id:digits}'],
      ['account', '?singermid={id:word}'],
    ],
  },
  {
    slug: 'kugou',
    schemes: 'kugou kugouurl',
    shapes: [
      ['song', '?hash={id:hex:16}'],
      ['short_link', '?chain={id:token}'],
      ['album', '?albumid|album_id={id:digits}'],
    ],
  },
  {
    slug: 'kuwo',
    schemes: 'kwapp kuwo kwplayer',
    shapes: [
      ['song', '?musicid|rid|mid={id:digits}'],
      ['album', '?playlistid|albumid={id:digits}'],
    ],
  },
  {
    slug: 'ximalaya',
    schemes: 'iting itingwelcom ximalaya',
    shapes: [
      ['audio', '?track_id|trackid={id:digits}'],
      ['album', '?album_id|albumid={id:digits}'],
      ['account', '?uid={id:digits}'],
    ],
  },
  {
    slug: 'qidian',
    schemes: 'qdreader qidian',
    shapes: [
      ['chapter', '?bookid={book:digits}&chapterid={id:digits}'],
      ['book', '?bookid|qdbookid={id:digits}'],
      ['book', '/*/showbook|book/{id:digits}'],
      ['book', '/book/{id:digits}'],
    ],
  },
  {
    slug: 'jjwxc',
    schemes: 'jjwxc jinjiang',
    shapes: [
      ['chapter', '?novelid={book:digits}&chapterid={id:digits}', { id: '{book}/{id}' }],
      ['book', '?novelid={id:digits}'],
    ],
  },
  {
    slug: 'fanqie',
    schemes: 'dragon1967 snssdk1967 dragon8662 novelfm3040',
    shapes: [
      ['chapter', '?chapterid|item_id={id:digits}'],
      ['book', '?bookid|book_id={id:digits}'],
    ],
  },
  { slug: 'qimao', schemes: 'freereader qimao', shapes: [['book', '?id|bookid|book_id={id:digits}']] },
  { slug: 'xuexi', schemes: 'dtxuexi', shapes: [['article', '?art_id|item_id={id:token}']] },
  { slug: 'ke-qq', schemes: 'tencentedutaiji tencentedu', shapes: [['page', '?courseid|course_id|cid={id:digits}']] },
  {
    slug: 'dedao',
    schemes: 'igetapp dedaoapp',
    shapes: [
      ['book', '/ebook/*?id={id:any}'],
      ['page', '?course_id|id={id:any}'],
    ],
  },
  {
    slug: 'douyu',
    schemes: 'douyutv douyu dydeeplink',
    shapes: [
      ['live', '?room_id|roomid|rid={id:digits}'],
      ['live', '/{id:digits}'],
      ['live', '/*/{id:digits}'],
    ],
  },
  {
    slug: 'huya',
    schemes: 'yykiwi huya',
    shapes: [
      ['live', '?channelid|roomid|liveid|uid={id:digits}'],
      ['video', '?vid={id:digits}'],
    ],
  },
  {
    slug: 'taptap',
    schemes: 'taptap',
    shapes: [
      ['app', '?app_id|appid={id:digits}'],
      ['post', '?topic_id|moment_id={id:digits}'],
      ['app', '/*/app/{id:digits}'],
      ['app', '/app/{id:digits}'],
    ],
  },
  {
    slug: 'taobao',
    schemes: 'taobao tbopen taobaolite taobaolive',
    shapes: [
      ['listing', '?id|itemid|item_id={id:digits:8}'],
      ['live', '?liveid={id:token}'],
      ['shop', '?shop_id|shopid|user_id={id:digits}'],
    ],
  },
  {
    slug: 'tmall',
    schemes: 'tmall',
    shapes: [
      ['listing', '?id|itemid|item_id={id:digits:8}'],
      ['shop', '?shop_id|shopid={id:digits}'],
    ],
  },
  {
    slug: 'alibaba-1688',
    schemes: 'wireless1688',
    shapes: [
      ['listing', '?offerid|offer_id={id:digits}'],
      ['listing', '/offer/{id:digits}.html'],
    ],
  },
  {
    slug: 'goofish',
    schemes: 'fleamarket idlefish',
    shapes: [
      ['listing', '?id|itemid|item_id={id:digits:8}'],
      ['account', '?userid={id:any}'],
    ],
  },
  {
    slug: 'jd',
    schemes: 'openapp.jdmobile openjd jdmobile jdlite',
    shapes: [
      ['listing', '?skuid|sku|wareid={id:digits}'],
      ['shop', '?shopid={id:digits}'],
      ['live', '?liveid={id:digits}'],
    ],
  },
  {
    slug: 'pinduoduo',
    schemes: 'pinduoduo pddopen',
    shapes: [
      ['listing', '?goods_id={id:digits}'],
      ['shop', '?mall_id={id:digits}'],
      ['listing', '?goods_sign={id:token}'],
    ],
  },
  {
    slug: 'suning',
    schemes: 'suning',
    shapes: [
      ['listing', '?adid|productcode|productid={id:digits}'],
      ['listing', '/{account:digits:6}/{id:digits}.html'],
    ],
  },
  { slug: 'dangdang', schemes: 'dangdang ddreader', shapes: [['listing', '?pid|productid|product_id={id:digits}']] },
  { slug: 'zhuanzhuan', schemes: 'zhuanzhuan', shapes: [['listing', '?infoid={id:digits}']] },
  {
    slug: 'vip',
    schemes: 'vipshop',
    shapes: [
      ['listing', '?pid|goodsid|productid|mid={id:digits:6}'],
      ['shop', '?brandid|brandsn={id:digits}'],
    ],
  },
  {
    slug: 'appgallery',
    schemes: 'appmarket hiapp hiapplink',
    shapes: [
      ['app', '?appid={id:word}'],
      ['app', '?id|pkgname|packagename={id:dotted}'],
    ],
  },
  { slug: 'mi-store', schemes: 'mimarket', shapes: [['app', '?id|packagename={id:dotted}']] },
  {
    slug: 'myapp',
    schemes: 'tmast yyb',
    shapes: [
      ['app', '?pname|pkgname|packagename|id={id:dotted}'],
      ['app', '?appid={id:digits}'],
    ],
  },
];
