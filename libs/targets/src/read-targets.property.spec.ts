import fc from 'fast-check';
import type { HostDirectory } from './index.js';
import { buildHostDirectory, isUnreadable, normalizeHost, readTargets } from './index.js';

const HOSTS = ['pan.baidu.com', 'douyin.com', 'weibo.com', 't.cn', 'item.taobao.com', 'bilibili.com', 'music.163.com'];
const directory: HostDirectory = buildHostDirectory(HOSTS.map((host) => ({ slug: `of-${host}`, hosts: [host] })));
const realDirectory = buildHostDirectory([
  { slug: 'baidu-pan', hosts: ['pan.baidu.com'] },
  { slug: 'bilibili', hosts: ['bilibili.com', 'b23.tv'] },
  { slug: 'netease-music', hosts: ['music.163.com'] },
]);

/** Pieces that meet in pasted texts, and pieces that are made to break a reader. */
const PIECES = [
  'https://',
  'hxxp://',
  'www.',
  'pan.baidu.com',
  'bilibili.com/video/',
  'BV1xx411c7mD',
  '?pwd=60va',
  '提取码：',
  '60va',
  '链接：',
  '某某影视.公司.cn',
  '。',
  '．',
  '／',
  '：',
  '？',
  '[.]',
  '(',
  ')',
  '[',
  ']',
  '@',
  '\\',
  ':',
  ':8080',
  '#/song?id=1',
  '&',
  '=',
  '%',
  '%2e',
  'bilibili://video/',
  'orpheus://',
  '{"id":',
  '}',
  'javascript:',
  'data:,',
  'thunder://',
  '\u200b',
  '\u202e',
  '\u0000',
  '\ud800',
  '😀',
  ' ',
  '\n',
  '，',
  '看',
  'a',
  '1',
  '.',
  '-',
  '--',
  'com',
  '.com',
  'xn--',
  "'",
  '"',
  '__biz=Mz',
  'ｈｔｔｐｓ',
  '点',
];
const pasted = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);

it('never throws, and answers every text with at least one entry that keeps it as typed', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const entries = readTargets(text, realDirectory);
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) {
        expect(entry.raw).toBe(text);
        if (!isUnreadable(entry)) expect(entry.canonicalKey.startsWith(`${entry.contentType}:`)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

it('reads its own clean address as the same target', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      for (const entry of readTargets(text, realDirectory)) {
        if (isUnreadable(entry) || entry.url === null) continue;
        const again = readTargets(entry.url, realDirectory);
        expect(again).toHaveLength(1);
        const { raw: _raw, accessCode: _code, ...same } = entry;
        expect(again[0]).toMatchObject(same);
      }
    }),
    { numRuns: 3000 },
  );
});

it('names a platform for a host exactly where a registered suffix ends on a label boundary', () => {
  const near = fc
    .tuple(
      fc.constantFrom(...HOSTS),
      label,
      label,
      fc.constantFrom('sub', 'glue', 'hyphen', 'tail', 'same', 'user', 'dot'),
    )
    .map(([host, a, b, how]) => {
      const made = {
        sub: `${a}.${host}`,
        glue: `${a}${host}`,
        hyphen: `${a}-${host}`,
        tail: `${host}.${b}.com`,
        same: host,
      };
      return { host, typed: { ...made, user: `${host}@${b}.example`, dot: `${host}.` }[how], how };
    });
  fc.assert(
    fc.property(near, fc.constantFrom('https://', 'http://', 'HTTP://', 'hxxps://'), ({ host, typed, how }, scheme) => {
      const [entry] = readTargets(`${scheme}${typed}/s/1abc`, directory);
      if (!entry || isUnreadable(entry)) throw new Error(`unreadable: ${typed}`);
      const real = HOSTS.filter((suffix) => entry.host === suffix || entry.host?.endsWith(`.${suffix}`)).sort(
        (a, b) => b.length - a.length,
      );
      expect(entry.platformSlug).toBe(real[0] === undefined ? null : `of-${real[0]}`);
      if (how === 'sub' || how === 'same' || how === 'dot') expect(entry.platformSlug).toBe(`of-${host}`);
      if (how === 'tail' || how === 'user') expect(entry.platformSlug).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

it('never takes a host with a foreign letter in it for the real one', () => {
  const foreign: Record<string, string> = {
    a: 'а',
    o: 'о',
    e: 'е',
    i: 'і',
    c: 'с',
    p: 'р',
    y: 'у',
    b: 'Ь',
    n: 'п',
    u: 'υ',
  };
  fc.assert(
    fc.property(fc.constantFrom(...HOSTS), fc.nat(30), (host, at) => {
      // The registered name itself is changed: a foreign label before it is a sub-domain like any other.
      const spot = [...host].findIndex((letter, i) => i >= at % host.length && foreign[letter] !== undefined);
      if (spot < 0) return;
      const disguised = host.slice(0, spot) + foreign[host[spot] ?? ''] + host.slice(spot + 1);
      const entries = readTargets(`https://${disguised}/s/1abc`, directory);
      for (const entry of entries)
        expect(isUnreadable(entry) || entry.platformSlug).toBe(isUnreadable(entry) ? true : null);
    }),
  );
});

it('spells a host one way, and that way stays', () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 2, maxLength: 5 }), fc.nat(3), (labels, dots) => {
      const once = normalizeHost(labels.join('.').toUpperCase() + '.'.repeat(dots));
      if (once !== null) expect(normalizeHost(once)).toBe(once);
    }),
  );
  expect(normalizeHost('ＰＡＮ。Baidu．com..')).toBe('pan.baidu.com');
  expect(normalizeHost('某某影视.公司.cn:8080')).toBe('xn--p3t49pa1985a.xn--55qx5d.cn');
  for (const bad of ['', '.', 'a b.com', 'a/b.com', 'x@y.com', 'a..b', '[::1']) expect(normalizeHost(bad)).toBeNull();
});

it('takes time in proportion to the text, whatever it repeats', () => {
  const time = (text: string): number => {
    const runs = Array.from({ length: 3 }, () => {
      // processor time: what others do on the machine meanwhile is not the reader's
      const start = process.cpuUsage();
      readTargets(text, realDirectory);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1e3;
    });
    return Math.min(...runs);
  };
  const traps = [
    ...PIECES,
    'a看.a看.',
    '看。a.',
    'a点',
    'a.com,',
    'a.com:a@',
    'https://看@',
    'https://a.com/((',
    'ab://{"',
    '？a',
    'x.公司',
  ];
  for (const trap of traps) {
    const quarter = time(trap.repeat(1000).slice(0, 1000));
    const whole = time(trap.repeat(4000).slice(0, 4000));
    // Four times the text; a quadratic reader would need sixteen. The floor drowns the noise of a busy machine.
    expect({ trap, slow: whole > 10 * Math.max(quarter, 8) }).toEqual({ trap, slow: false });
  }
});
