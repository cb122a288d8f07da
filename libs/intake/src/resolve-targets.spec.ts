import type { DirectorySnapshot, PlatformRecord } from '#directory';
import { readWith } from './resolve-targets.js';

function snapshot(...platforms: Array<Pick<PlatformRecord, 'slug' | 'name' | 'hosts' | 'appIds'>>): DirectorySnapshot {
  const records = platforms.map(
    (platform) => ({ ...platform, id: `id-of-${platform.slug}` }) as unknown as PlatformRecord,
  );
  return {
    version: 1n,
    platforms: new Map(records.map((record) => [record.id, record])),
    bySlug: new Map(records.map((record) => [record.slug, record])),
    hosts: records,
    regions: new Map(),
    nationalRegulatorOrganizationId: null,
  };
}

const directory = snapshot(
  { slug: 'baidu-pan', name: '百度网盘', hosts: ['pan.baidu.com'], appIds: [] },
  { slug: 'douyin', name: '抖音', hosts: ['douyin.com'], appIds: [] },
);

it('routes an address to the platform of its host and says what matched', async () => {
  const [share, video] = await readWith(directory, [
    '链接：https://pan.baidu.com/s/1abcDEF?pwd=60va 提取码：60va',
    'https://www.douyin.com/video/7301234567890123456',
  ]);
  expect(share).toMatchObject({
    index: 0,
    outcome: 'routed',
    platform: { id: 'id-of-baidu-pan', slug: 'baidu-pan', name: '百度网盘' },
    matchedBy: 'host',
    accessCode: '60va',
    detail: 'The host pan.baidu.com is registered for 百度网盘.',
  });
  expect(video).toMatchObject({
    index: 1,
    contentType: 'video',
    detail: 'The host www.douyin.com belongs to douyin.com, which is registered for 抖音.',
  });
  expect(share).not.toHaveProperty('code');
});

it('keeps an address that nobody answers for, and says that it waits', async () => {
  expect(await readWith(directory, ['https://pirate.example.com/film/1'])).toMatchObject([
    {
      index: 0,
      outcome: 'unrouted',
      host: 'pirate.example.com',
      platform: null,
      matchedBy: null,
      code: 'unknown_platform',
    },
  ]);
});

it('returns what cannot be read with a code, and goes on with the rest', async () => {
  const read = await readWith(directory, ['随便写写', '', 'https://pan.baidu.com/s/1abcDEF']);
  expect(read.map(({ index, outcome, code }) => [index, outcome, code])).toEqual([
    [0, 'unreadable', 'no_address'],
    [1, 'unreadable', 'no_address'],
    [2, 'routed', undefined],
  ]);
});

it('gives several addresses of one text the same index', async () => {
  const read = await readWith(directory, [
    'https://pan.baidu.com/s/1abcDEF https://www.douyin.com/video/7301234567890123456',
  ]);
  expect(read.map(({ index, platform }) => [index, platform?.slug])).toEqual([
    [0, 'baidu-pan'],
    [0, 'douyin'],
  ]);
});

it('never takes a lookalike host for the real one', async () => {
  for (const text of [
    'https://evilpan.baidu.com/s/1',
    'https://pan.baidu.com.evil.cn/s/1',
    'https://xdouyin.com/video/1',
  ]) {
    expect((await readWith(directory, [text])).map((target) => target.platform)).toEqual([null]);
  }
});
