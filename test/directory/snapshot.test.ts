import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { amendPlatform, appointRegulators, directorySnapshot, joinPlatforms, regulatorFor } from '#directory';
import { systemActor } from '#events';
import { resolveTargets } from '#intake';
import { makeOrganization, seededDatabase } from './directory-database.js';

let base: Awaited<ReturnType<typeof seededDatabase>>;
beforeAll(async () => (base = await seededDatabase()));
afterAll(() => base.end());

const now = new Date('2026-11-23T06:00:00Z');
const rename = (slug: string, name: string) =>
  base.dataSource.query('update platforms set name = $2 where slug = $1', [slug, name]);

it('is seeded with 67 platforms and 32 regions, 20 of them joined once they are linked to organizations', async () => {
  const { dataSource } = base;
  const before = await directorySnapshot(dataSource);
  expect([before.platforms.size, before.regions.size]).toEqual([67, 32]);
  const joining = base.rows.filter((row) => row.joined).map((row) => before.bySlug.get(row.slug)!);
  const events = await dataSource.transaction(async (tx) => {
    const links = [];
    for (const { id, name } of joining) {
      links.push({ platformId: id, organizationId: await makeOrganization(tx, 'platform', name) });
    }
    await joinPlatforms(tx, now, systemActor, links);
    expect(await joinPlatforms(tx, now, systemActor, links)).toEqual([]);
    return tx.query(`select matter_id from events where type = 'platform.joined'`);
  });
  const after = await directorySnapshot(dataSource);
  expect([...after.platforms.values()].filter((platform) => platform.joinedAt).length).toBe(20);
  expect(after.bySlug.get('baidu-pan')).toMatchObject({ joinedAt: now, hosts: ['pan.baidu.com', 'yun.baidu.com'] });
  expect(events.map((event: { matter_id: string }) => event.matter_id).sort()).toEqual(
    joining.map((platform) => platform.id).sort(),
  );
});

it('leaves what operators have changed alone when it is seeded again', async () => {
  await rename('xunlei', '迅雷');
  await base.seed();
  const { bySlug, platforms } = await directorySnapshot(base.dataSource);
  expect([platforms.size, bySlug.get('xunlei')!.name]).toEqual([67, '迅雷']);
});

it('costs one cheap statement while nothing changes', async () => {
  const first = await directorySnapshot(base.dataSource);
  base.statements.length = 0;
  for (let i = 0; i < 3; i++) expect(await directorySnapshot(base.dataSource)).toBe(first);
  expect(base.statements).toEqual(Array(3).fill('select version from directory_version'));
});

it('sees a change made through another connection', async () => {
  const before = await directorySnapshot(base.dataSource);
  const other = await base.another();
  await other.query(`update platforms set name = '优酷视频' where slug = 'youku'`);
  const after = await directorySnapshot(base.dataSource);
  expect(before.bySlug.get('youku')!.name).toBe('优酷');
  expect(after.bySlug.get('youku')!.name).toBe('优酷视频');
  expect(after.version).toBeGreaterThan(before.version);
});

it('reads the directory once for all who ask while it is being read', async () => {
  await directorySnapshot(base.dataSource);
  await rename('douban', '豆瓣网');
  const lock = (await base.another()).createQueryRunner();
  await lock.startTransaction();
  await lock.query('lock table regions in access exclusive mode');
  base.statements.length = 0;
  const asking = Promise.all(Array.from({ length: 12 }, () => directorySnapshot(base.dataSource)));
  while (base.statements.filter((sql) => sql.startsWith('select version')).length < 12) await setTimeout(5);
  await setTimeout(50);
  await lock.commitTransaction();
  await lock.release();
  const all = await asking;
  expect(new Set(all.map((snapshot) => snapshot.bySlug.get('douban')!.name))).toEqual(new Set(['豆瓣网']));
  expect(base.statements.filter((sql) => sql.includes('jsonb_agg')).length).toBe(1);
});

it('needs no second connection to read it again inside transactions that hold them all', async () => {
  await directorySnapshot(base.dataSource);
  await rename('douban', '豆瓣');
  let waiting = 0;
  let go = () => {};
  const allInside = new Promise<void>((resolve) => (go = resolve));
  const names = await Promise.all(
    Array.from({ length: 20 }, () =>
      base.dataSource.transaction(async (tx) => {
        if (++waiting === 20) go();
        await allInside;
        return (await directorySnapshot(tx)).bySlug.get('douban')!.name;
      }),
    ),
  );
  expect(names).toEqual(Array(20).fill('豆瓣'));
});

it('shows a transaction its own changes, and nobody else, not even after they were rolled back', async () => {
  const before = await directorySnapshot(base.dataSource);
  const seen: string[] = [];
  const change = base.dataSource.transaction(async (tx) => {
    await tx.query(`update platforms set name = 'half done' where slug = 'huya'`);
    const own = await directorySnapshot(tx);
    seen.push(own.bySlug.get('huya')!.name, (await directorySnapshot(base.dataSource)).bySlug.get('huya')!.name);
    await tx.transaction(async (savepoint) => {
      await savepoint.query(`update platforms set name = 'further' where slug = 'huya'`);
      seen.push((await directorySnapshot(savepoint)).bySlug.get('huya')!.name);
    });
    throw new Error('rolled back');
  });
  await expect(change).rejects.toThrow('rolled back');
  expect(seen).toEqual(['half done', '虎牙直播', 'further']);
  expect(await directorySnapshot(base.dataSource)).toBe(before);
  // the version numbers of the undone changes are given again, to other content
  await rename('douyu', '斗鱼');
  await rename('douyu', '斗鱼直播间');
  const { bySlug } = await directorySnapshot(base.dataSource);
  expect([bySlug.get('huya')!.name, bySlug.get('douyu')!.name]).toEqual(['虎牙直播', '斗鱼直播间']);
});

it('shares what a transaction read that has written something else', async () => {
  await rename('taptap', 'TapTap 2');
  const inside = await base.dataSource.transaction(async (tx) => {
    await makeOrganization(tx, 'agent', '某律所');
    return directorySnapshot(tx);
  });
  expect(await directorySnapshot(base.dataSource)).toBe(inside);
});

it('keeps copies of different databases apart', async () => {
  const second = await seededDatabase();
  try {
    await second.dataSource.query(`update platforms set name = '另一个' where slug = 'kugou'`);
    await directorySnapshot(base.dataSource);
    expect((await directorySnapshot(second.dataSource)).bySlug.get('kugou')!.name).toBe('另一个');
    expect((await directorySnapshot(base.dataSource)).bySlug.get('kugou')!.name).toBe('酷狗音乐');
  } finally {
    await second.end();
  }
});

it('tells every process of a change at its next question', async () => {
  const hooks = new URL('../support/register-source.mjs', import.meta.url).href;
  const program = new URL('print-directory.mjs', import.meta.url).pathname;
  const children = [1, 2].map(() =>
    spawn(process.execPath, ['--conditions=source', '--import', hooks, program, base.url], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const readers = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]());
  const ask = async (slug: string) =>
    Promise.all(
      children.map(async (child, i) => {
        child.stdin.write(`${slug}\n`);
        return JSON.parse((await readers[i]!.next()).value as string) as { name: string; hosts: string[] };
      }),
    );
  for (const reader of readers) expect((await reader.next()).value).toBe('ready');
  expect((await ask('g4399')).map((answer) => answer.name)).toEqual(['4399小游戏', '4399小游戏']);
  const { id } = (await directorySnapshot(base.dataSource)).bySlug.get('g4399')!;
  await base.dataSource.transaction((tx) =>
    amendPlatform(tx, now, systemActor, id, { name: '4399', hosts: ['4399.com', '4399.cn'] }),
  );
  for (const answer of await ask('g4399'))
    expect(answer).toMatchObject({ name: '4399', hosts: ['4399.cn', '4399.com'] });
  for (const child of children) {
    child.stdin.end();
    await once(child, 'exit');
  }
});

it('lets the longest registered host answer, whatever the order of registration', async () => {
  const texts = [
    'https://2.taobao.com/item.htm?id=1',
    'https://item.taobao.com/item.htm?id=1',
    'https://TIEBA.baidu.com./p/1',
  ];
  const targets = await resolveTargets(base.dataSource, texts);
  expect(targets.map((target) => target.platform?.slug)).toEqual(['goofish', 'taobao', 'baidu-tieba']);
});

it('puts a region under its own regulator and otherwise under the national one', async () => {
  const { dataSource } = base;
  const [national, beijing, agent] = [
    await makeOrganization(dataSource, 'regulator', '国家版权局'),
    await makeOrganization(dataSource, 'regulator', '北京市版权局'),
    await makeOrganization(dataSource, 'agent', '某联盟'),
  ];
  const made = await dataSource.transaction((tx) =>
    appointRegulators(tx, [
      { regionCode: '000000', organizationId: national },
      { regionCode: '110000', organizationId: beijing },
      { regionCode: '310000', organizationId: agent },
    ]),
  );
  const snapshot = await directorySnapshot(dataSource);
  expect(made).toBe(2);
  expect(snapshot.nationalRegulatorOrganizationId).toBe(national);
  expect([regulatorFor(snapshot, '110000'), regulatorFor(snapshot, '310000')]).toEqual([beijing, national]);
});
