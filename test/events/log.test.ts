import { verifyChain } from '#events';
import pg from 'pg';
import { complaintAbout, pasted } from '../support/complaints.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());

async function decided() {
  const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.douyin(), pasted.douyin()]));
  const [{ id }] = body.notices;
  await app.by('platform2').post(`/v1/notices/${id}/acknowledgement`);
  const decisions = body.targets.map(({ itemId }: any) => ({ itemId, outcome: 'removed' }));
  await app.by('platform2').post(`/v1/notices/${id}/decisions`, { decisions });
  return { id: id as string, complaintId: body.id as string };
}

/** What somebody with all rights on the database could do to the log. */
async function tamper(sql: string, values: unknown[]) {
  await app.database.query('alter table events disable trigger all');
  await app.database.query(sql, values).finally(() => app.database.query('alter table events enable trigger all'));
}

describe('the chain of a matter', () => {
  it('is whole after everything that happens to it, and dense', async () => {
    const { id, complaintId } = await decided();
    expect([await verifyChain(app.database, id), await verifyChain(app.database, complaintId)]).toEqual([null, null]);
    const rows = await app.database.query('select sequence from events where matter_id = $1 order by ordinal', [id]);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ sequence }: any) => sequence)).toEqual(rows.map((_: unknown, n: number) => n + 1));
  });

  it.each([
    [
      'a changed text',
      `update events set payload = replace(payload, 'item.actioned', 'item.refused') where matter_id = $1`,
    ],
    [
      'a changed text with a hash that fits it',
      `update events set payload = replace(payload, 'removed', 'disabled'),
         hash = encode(sha256(convert_to(replace(payload, 'removed', 'disabled'), 'UTF8')), 'hex') where matter_id = $1`,
    ],
    ['an event taken out of the middle', 'delete from events where matter_id = $1 and sequence = 2'],
    [
      'the last event taken off',
      'delete from events where matter_id = $1 and sequence = (select max(sequence) from events where matter_id = $1)',
    ],
    ['all events taken away', 'delete from events where matter_id = $1'],
    [
      'events exchanged',
      'update events set sequence = case sequence when 2 then -3 else 2 end where matter_id = $1 and sequence in (2, 3)',
    ],
  ])('betrays %s', async (_what, sql) => {
    const { id } = await decided();
    await tamper(sql, [id]);
    expect(await verifyChain(app.database, id)).toMatchObject({ matterId: id });
  });

  it('holds no name, contact or free text', async () => {
    const { id, complaintId } = await decided();
    const rows = await app.database.query('select payload from events where matter_id = any($1)', [[id, complaintId]]);
    const log = JSON.stringify(rows);
    for (const secret of ['张三', '北京星海', '91110105', '流浪地球', 'douyin.com', 'rights@demo.test'])
      expect(log).not.toContain(secret);
  });
});

describe('the log', () => {
  it.each([
    'update events set type = type where matter_id = $1',
    `update events set payload = '{}' where matter_id = $1`,
    'delete from events where matter_id = $1',
  ])('refuses: %s', async (sql) => {
    const { id } = await decided();
    await expect(app.database.query(sql, [id])).rejects.toThrow(/append-only/);
    await expect(app.database.query('truncate events')).rejects.toThrow(/append-only/);
    expect(await verifyChain(app.database, id)).toBeNull();
  });

  it('gives every committed event one position without a gap, in the order of its matter, with two relays and 20 filers', async () => {
    await app.startWorker();
    await app.startWorker();
    const [{ last }] = await app.database.query('select max(ordinal) as last from events');
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        for (let round = 0; round < 5; round++) {
          const account = n % 2 === 0 ? 'rights' : 'partner';
          await app.by(account).post('/v1/complaints', complaintAbout([pasted.douyin(), pasted.netdisk()]));
        }
      }),
    );
    await eventually(async () => {
      const [row] = await app.database.query('select not exists (select from events where position is null) as done');
      return row.done;
    });
    const [row] = await app.database.query(
      'select count(*)::int as n, min(position)::int as low, max(position)::int as high from events',
    );
    expect(row).toEqual({ n: row.n, low: 1, high: row.n });
    expect(row.n).toBeGreaterThan(300);
    const disorder = await app.database.query(
      `select 1 from (select sequence, lag(sequence) over (partition by matter_id order by position) as before
         from events where ordinal > $1) e
       where sequence <> coalesce(before, 0) + 1`,
      [last],
    );
    expect(disorder).toEqual([]);
  });

  it('gives no position past an event that is still uncommitted in the same matter, nor skips a late one', async () => {
    const { id } = await decided();
    const late = new pg.Client({ connectionString: app.configuration.databaseUrl });
    await late.connect();
    await late.query('begin');
    // an event that got its ordinal early and is committed late
    const lateId = '018f0000-0000-7000-8000-00000000abcd';
    await late.query(
      `insert into events (id, matter_kind, matter_id, sequence, type, at, audience, payload, hash)
       values ($1, 'platform', $1, 1, 'platform.tested', now(), '{}', '{}', '')`,
      [lateId],
    );
    const { id: other } = await decided();
    const place = async (matterId: string) =>
      (
        await app.database.query(
          'select max(position)::int as p from events where matter_id = $1 and position is not null',
          [matterId],
        )
      )[0].p;
    const before = await eventually(() => place(other));
    await late.query('commit');
    await late.end();
    expect(await eventually(() => place(lateId))).toBeGreaterThan(before);
    expect(await verifyChain(app.database, id)).toBeNull();
  });
});
