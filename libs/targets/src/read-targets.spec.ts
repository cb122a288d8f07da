import { readFileSync } from 'node:fs';
import type { ReadTarget } from './index.js';
import { buildHostDirectory, isUnreadable, readTargets } from './index.js';

interface Sample {
  text: string;
  platform?: string | null;
  host?: string;
  contentType?: string;
  contentId?: string;
  part?: string;
  accountRef?: string;
  accessCode?: string;
  unreadable?: string;
  several?: Array<{ platform: string; contentType: string }>;
}
const samples = JSON.parse(readFileSync(new URL('targets.sample.json', import.meta.url), 'utf8')) as Sample[];
const directory = buildHostDirectory([
  ...readFileSync(new URL('../../directory/data/platforms.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([slug = '', , , , hosts = '']) => ({ slug, hosts: hosts.split(';') })),
  { slug: 'registered-app', hosts: [], appIds: ['com.example.reader', 'readerapp'] },
]);

/** `platform type id [code]` of each readable entry, the code of the others. */
function read(text: string): string[] {
  return readTargets(text, directory).map((entry) => {
    if (isUnreadable(entry)) return entry.code;
    const { platformSlug, contentType, contentId, accessCode, host } = entry;
    return [platformSlug ?? `(${host})`, contentType, contentId ?? '-', ...(accessCode ? [accessCode] : [])].join(' ');
  });
}

function only(text: string): ReadTarget {
  const [entry] = readTargets(text, directory);
  if (!entry || isUnreadable(entry)) throw new Error(`unreadable: ${text}`);
  return entry;
}

it.each(samples)('reads the sample $text', (sample) => {
  const entries = readTargets(sample.text, directory);
  expect(entries.every(({ raw }) => raw === sample.text)).toBe(true);
  if (sample.several) {
    expect(entries).toMatchObject(
      sample.several.map(({ platform, contentType }) => ({ platformSlug: platform, contentType })),
    );
    return;
  }
  const { text: _text, platform, unreadable, several: _several, ...fields } = sample;
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject(unreadable ? { code: unreadable } : { platformSlug: platform, ...fields });
});

const PAN = 'baidu-pan share 1abcdef';
it.each([
  ['an address that a Chinese sentence touches on both sides', '请删除pan.baidu.com/s/1abcdef，谢谢', [PAN]],
  ['a full-width colon behind the scheme', 'https：//pan.baidu.com/s/1abcdef', [PAN]],
  ['disarmed dots and scheme', 'hxxps[:]//pan[.]baidu(.)com/s/1abcdef', [PAN]],
  ['slashes escaped as in JSON', String.raw`https:\/\/pan.baidu.com\/s\/1abcdef`, [PAN]],
  ['slashes the wrong way round', String.raw`https:\\pan.baidu.com\s\1abcdef`, [PAN]],
  ['ideographic full stops as dots', 'www。bilibili。com/video/av170001看看', ['bilibili video av170001']],
  ['invisible and direction characters', 'https://pan.bai\u200bdu.com/s/1abc\u202edef\u0000', [PAN]],
  ['text glued to a short link', 'https://v.douyin.com/ybL9NO9RjKA/复制此链接', ['douyin short_link ybL9NO9RjKA']],
  ['a code glued to a parameter', 'https://pan.baidu.com/s/1abcdef?pwd=60va提取码：60va', [`${PAN} 60va`]],
  [
    'brackets around, Chinese and plain',
    '（https://zhihu.com/question/1）(https://zhihu.com/question/2)',
    ['zhihu question 1', 'zhihu question 2'],
  ],
  [
    'markdown and markup',
    '[x](https://zhihu.com/question/1)<a href="https://b23.tv/ab">y</a>',
    ['zhihu question 1', 'bilibili short_link ab'],
  ],
  [
    'addresses glued together',
    'https://zhihu.com/question/1https://b23.tv/ab,https://b23.tv/ac',
    ['zhihu question 1', 'bilibili short_link ab', 'bilibili short_link ac'],
  ],
  ['the same address twice as one', 'https://b23.tv/ab http://b23.tv/ab?share_source=copy', ['bilibili short_link ab']],
  [
    'an entity from a page source',
    'http://mp.weixin.qq.com/s?__biz=MzA3MDM3NjE5NQ==&amp;mid=26&amp;idx=2',
    ['wechat article MzA3MDM3NjE5NQ==/26/2'],
  ],
  ['a number by its place in a list', '1.www.bilibili.com/video/av170001', ['bilibili video av170001']],
  ['a host by number, with port', 'http://203.0.113.7:8080/a.mkv', ['(203.0.113.7) page -']],
  ['IPv6', 'http://[2001:db8::1]:8080/a.mkv', ['([2001:db8::1]) page -']],
  ['a Chinese name without scheme', '某某影视.公司.cn', ['(xn--p3t49pa1985a.xn--55qx5d.cn) page -']],
  ['a plain name without scheme', '在 dytt8.net 上', ['(dytt8.net) page -']],
  ['an ftp address', 'ftp://movies.example.com/a.mkv', ['(movies.example.com) page -']],
  ['what a thunder link wraps', 'thunder://QUFodHRwOi8vZXhhbXBsZS5jb20vYS5ta3ZaWg==', ['(example.com) page -']],
  [
    'a user name that looks like a host as no host',
    'https://pan.baidu.com@evil.example/s/1a',
    ['(evil.example) page -'],
  ],
])('reads %s', (_name, text, expected) => expect(read(text)).toEqual(expected));

it.each([
  ['share-text words that look like hosts', '7.46 z@G.vs YZZ:/ f@O.xS w@D.Uk 08/31'],
  ['file names, versions, titles with dots', 'readme.md Node.js 2.2023 v1.2.3.4 The.Last.of.Us 流浪地球2.2023.4K'],
  ['mail addresses', 'someone@example.com mailto:a@b.com'],
  ['nothing', ''],
])('finds no address in %s', (_name, text) => expect(read(text)).toEqual(['no_address']));

it.each([
  'javascript:alert(document.domain)',
  'data:text/html,<b>x</b>',
  'file:///etc/passwd',
  'magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a',
  String.raw`https://pan.baidu.com\@evil.example/s/1abc`,
  String.raw`pan.baidu.com\@evil.example`,
  'https://localhost/x',
  'https://example.com:99999/',
  'http://',
])('refuses %s and says how to mend it', (text) => {
  const [entry, ...rest] = readTargets(text, directory);
  expect(rest).toEqual([]);
  expect(entry).toMatchObject({ raw: text, code: 'bad_address', detail: expect.stringMatching(/^[A-Z].*give .*\.$/) });
});

it('goes on with the rest where one address is refused', () => {
  expect(read('file:///etc/passwd 和 https://b23.tv/ab')).toEqual(['bilibili short_link ab', 'bad_address']);
});

it.each([
  'https://pan.baidu.com.evil.example/s/1abc',
  'https://pan-baidu.com/s/1abc',
  'https://evilpan.baidu.com/s/1abc',
  'https://pan.baidu.com%2eevil.com/s/1abc',
  'https://www.dоuyin.com/video/7212345678901234567',
  'https://pan.baidu.com:x@evil.com/s/1abc',
  'https://xn--douyn-r4a.com/video/7212345678901234567',
  'https://pan.baidu.com看看@evil.com/s/1abc',
])('never takes the lookalike %s for the real host', (text) => {
  expect(only(text)).toMatchObject({ platformSlug: null, matchedBy: null, contentType: 'page' });
});

it('gives each access code to the link before it, a leading one to the first link', () => {
  const text =
    '1、https://pan.baidu.com/s/1aaaaa 提取码：1111 2、https://pan.quark.cn/s/bbbbbb 访问码 2222\n3、https://115.com/s/swcc';
  expect(read(text)).toEqual(['baidu-pan share 1aaaaa 1111', 'quark-pan share bbbbbb 2222', 'pan115 share swcc']);
  expect(read('密码：１ａ２ｂ 链接 https://wwa.lanzoui.com/iAbCd')).toEqual(['lanzou share iAbCd 1a2b']);
  expect(read('https://pan.baidu.com/s/1abcdef 密码 https://b23.tv/ab')).toEqual([PAN, 'bilibili short_link ab']);
});

it.each([
  ['bilibili://video/170001?p=3', 'bilibili video av170001'],
  ['xhsdiscover://item/64a1b2c3d4e5f60718293a4b?type=video', 'xiaohongshu note 64a1b2c3d4e5f60718293a4b'],
  ['kwai://work/3xabcdefgh', 'kuaishou video 3xabcdefgh'],
  ['sinaweibo://detail?mblogid=4912345678901234', 'weibo post 4912345678901234'],
  ['taobao://item.taobao.com/item.htm?id=612345678901', 'taobao listing 612345678901'],
  ['openapp.jdmobile://virtual?params={"des":"productDetail","skuId":"100012345678"}', 'jd listing 100012345678'],
  ['pinduoduo://com.xunmeng.pinduoduo/goods.html?goods_id=123456', 'pinduoduo listing 123456'],
  ['orpheus://eyJ0eXBlIjoic29uZyIsImlkIjoiMTIzIiwiY21kIjoicGxheSJ9', 'netease-music song 123'],
  ['zhihu://answers/987654321', 'zhihu answer 987654321'],
  ['intent://video/BV1xx411c7mD#Intent;scheme=bilibili;package=tv.danmaku.bili;end', 'bilibili video BV1xx411c7mD'],
  ['readerapp://book/1', 'registered-app page -'],
])('reads the app link %s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
  expect(only(text)).toMatchObject({ host: null, matchedBy: 'app_scheme' });
});

it.each([
  ['删 BV1xx411c7mD 和 av170001', ['bilibili video BV1xx411c7mD', 'bilibili video av170001']],
  ['__biz=MzA3MDM3NjE5NQ==', ['wechat account MzA3MDM3NjE5NQ==']],
  ['com.example.reader', ['registered-app app com.example.reader']],
  ['gh_0a1b2c3d4e5f', ['wechat account gh_0a1b2c3d4e5f']],
])('reads the bare ids of %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
  expect(only(text)).toMatchObject({ url: null, host: null, matchedBy: 'content_id' });
});

it.each([
  ['https://www.bilibili.com/video/BV17x411w7KC?vd_source=1', 'av170001', 'video:av170001'],
  ['https://m.weibo.cn/status/3501756485200075', 'https://weibo.com/1642909335/z0JH2lOMb', 'post:3501756485200075'],
  ['https://pan.baidu.com/share/init?surl=abcdef', 'https://pan.baidu.com/s/1abcdef?pwd=1234', 'share:1abcdef'],
  [
    'http://A.Example.com:80/x/?b=2&utm_source=q&a=1#top',
    'https://a.example.com/x?a=1&b=2',
    'page:a.example.com/x?a=1&b=2',
  ],
])('gives %s and %s one key', (one, other, key) => {
  expect([only(one).canonicalKey, only(other).canonicalKey]).toEqual([key, key]);
});

it('keeps parts of one video and pages of one host apart', () => {
  const key = (text: string): string => only(text).canonicalKey;
  expect(key('https://b23.tv/BV1xx411c7mD?p=2')).not.toBe(key('https://b23.tv/BV1xx411c7mD?p=3'));
  expect(key('https://a.example.com/#/play/1')).not.toBe(key('https://a.example.com/#/play/2'));
  expect(key('https://a.example.com:8080/')).not.toBe(key('https://a.example.com/'));
});

it('reads 4,000 characters and not one more', () => {
  expect(read('https://b23.tv/ab'.padEnd(4000, ' 😀'))).toHaveLength(1);
  expect(read(`https://b23.tv/ab${'😀'.repeat(3983)}`)).toEqual(['bilibili short_link ab']);
  expect(read('x'.repeat(4001))).toEqual(['too_long']);
});
