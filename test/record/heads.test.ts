import { X509Certificate } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction } from '#database';
import { checkToken, headHash, leafHash, makeHead, proveInclusion, verifyInclusion } from '#record';
import pg from 'pg';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { nodeAuthority, serveAuthority } from './authorities.js';
import { openRecordStage, type RecordStage } from './record-stage.js';

const beijing = (text: string) => new Date(`2026-11-${text}+08:00`);

describe('a day of the log', () => {
  let stage: RecordStage;
  beforeEach(async () => {
    stage = await openRecordStage();
  }, 30_000);
  afterEach(() => stage.close());
  const heads = () => stage.database.query('select number, day::text, event_count as n from record_heads order by 1');

  it('is closed once, after Beijing midnight and not before', async () => {
    await stage.write(beijing('23T10:00'), [2, 3]);
    expect(await stage.closeDay(beijing('23T23:59:59.999'))).toBeNull();
    expect(await stage.closeDay(beijing('24T00:00'))).toMatchObject({ number: 1, day: '2026-11-23', eventCount: 5 });
    expect(await stage.closeDay(beijing('24T00:01'))).toBeNull();
  });

  it('leaves to the next head what came after midnight, and what of yesterday came late', async () => {
    await stage.write(beijing('23T10:00'), [2]);
    await stage.write(beijing('24T00:00'), [1]);
    expect(await stage.closeDay(beijing('24T00:00:10'))).toMatchObject({ fromPosition: 1, toPosition: 2 });
    await stage.write(beijing('23T23:59:59'), [1]);
    expect(await stage.closeDay(beijing('24T00:00:20'))).toBeNull();
    expect(await stage.closeDay(beijing('25T00:00'))).toMatchObject({ number: 2, fromPosition: 3, toPosition: 4 });
  });

  it('has no head where nothing happened; one that was missed is in the next, and each follows the one before', async () => {
    expect(await stage.closeDay(beijing('23T00:00'))).toBeNull();
    await stage.write(beijing('20T10:00'), [1]);
    await stage.write(beijing('21T10:00'), [1]);
    const first = await stage.closeDay(beijing('23T09:00'));
    expect(first).toMatchObject({ day: '2026-11-22', eventCount: 2, previousHash: '0'.repeat(64) });
    await stage.write(beijing('23T10:00'), [1]);
    const second = await stage.closeDay(beijing('24T09:00'));
    expect(second).toMatchObject({ number: 2, previousHash: headHash(first!) });
    expect((await stage.verify()).faults).toBe(0);
  });

  it('is closed once by two processes at once', async () => {
    await stage.write(beijing('23T10:00'), Array<number>(300).fill(5));
    const made = await Promise.all(Array.from({ length: 4 }, () => stage.closeDay(beijing('24T00:01'))));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await heads()).toEqual([{ number: 1, day: '2026-11-23', n: 1_500 }]);
  });

  it('leaves nothing behind where the process that closes it is killed, and is closed by the next', async () => {
    await stage.write(beijing('23T10:00'), Array<number>(300).fill(5));
    const killed = inTransaction(stage.database, async (tx) => {
      await makeHead(tx, beijing('24T00:01'));
      const [{ pid }] = await tx.query('select pg_backend_pid() as pid');
      const killer = new pg.Client({ connectionString: stage.url });
      await killer.connect();
      await killer.query('select pg_terminate_backend($1)', [pid]).finally(() => killer.end());
      await tx.query('select 1');
    });
    await expect(killed).rejects.toThrow();
    expect(await heads()).toEqual([]);
    expect(await stage.database.query('select 1 from record_blocks')).toEqual([]);
    await stage.closeDay(beijing('24T00:02'));
    expect((await stage.verify()).faults).toBe(0);
  });

  it('is not closed over a gap', async () => {
    await stage.write(beijing('23T10:00'), [3]);
    await stage.tamper(['delete from events where position = 2']);
    await expect(stage.closeDay(beijing('24T00:00'))).rejects.toThrow('positions 1 to 3 have gaps');
  });

  it.each([
    [`update record_heads set root = ''`],
    ['update record_heads set stamped_at = null, event_count = event_count'],
    ['delete from record_heads'],
    ['truncate record_heads cascade'],
    [`update record_blocks set root = ''`],
    ['delete from record_blocks'],
  ])('is append-only: %s', async (sql) => {
    await stage.write(beijing('23T10:00'), [1]);
    await stage.closeDay(beijing('24T00:00'));
    const stamp = `update record_heads set timestamp_token = 'x', timestamp_authority = 'x', stamped_at = made_at`;
    await stage.database.query(stamp);
    await expect(stage.database.query(sql)).rejects.toThrow(/append-only/);
    await expect(stage.database.query(stamp)).rejects.toThrow(/append-only/);
  });
});

describe('a proof', () => {
  let app: TestApp;
  let authority: Awaited<ReturnType<typeof serveAuthority>>;
  let root: X509Certificate[];
  beforeAll(async () => {
    const { reply, rootPem } = await nodeAuthority();
    authority = await serveAuthority(reply);
    const file = join(await mkdtemp(join(tmpdir(), 'tongshan-pem-')), 'root.pem');
    await writeFile(file, rootPem);
    root = [new X509Certificate(rootPem)];
    app = await startTestApp({ environment: { TSA_URL: authority.url, TSA_CERTIFICATE_FILE: file } });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await authority?.close();
  });

  it('shows anyone that an event was in the published head, to whoever is party to its matter', async () => {
    const { body: filed } = await app
      .by('rights')
      .post('/v1/complaints', complaintAbout([pasted.douyin(), pasted.netdisk(), pasted.taobao()]));
    const douyin = filed.notices.find(({ platform }: any) => platform.name === '抖音');
    const { body: log } = await app.by('platform2').get(`/v1/notices/${douyin.id}/events`);
    const [event] = log.data;
    const ask = (account: 'platform2' | 'rights' | 'partner' | 'platform3' | 'operator') =>
      app.by(account).get(`/v1/record/proofs/${event.id}`);
    expect((await ask('platform2')).body).toEqual({
      eventId: event.id,
      eventHash: event.hash,
      leafIndex: null,
      path: [],
      head: null,
    });
    await app.advance('PT25H');
    const { body: proof } = await eventually(async () => {
      const answer = await ask('platform2');
      return answer.body.head?.timestampToken && answer;
    }, 20);
    const { body: published } = await app.with(null).get('/v1/record/heads');
    const head = published.data.find(({ number }: any) => number === proof.head.number);
    expect(proof.head).toEqual(head);
    const token = Buffer.from(head.timestampToken, 'base64');
    expect(checkToken(token, head.hash, root).authority).toBe(head.timestampAuthority);
    const leaf = leafHash(Buffer.from(event.hash, 'hex'));
    const path = proof.path.map((node: string) => Buffer.from(node, 'hex'));
    const top = Buffer.from(head.root, 'hex');
    expect(verifyInclusion(leaf, proof.leafIndex, head.eventCount, path, top)).toBe(true);
    expect(verifyInclusion(leaf, proof.leafIndex + 1, head.eventCount, path, top)).toBe(false);
    expect(headHash({ ...head, madeAt: new Date(head.madeAt) })).toBe(head.hash);
    expect((await ask('rights')).body).toEqual(proof);
    for (const stranger of ['partner', 'platform3', 'operator'] as const)
      expect((await ask(stranger)).status).toBe(404);
  }, 40_000);

  it('pages through heads, newest first', async () => {
    const newest = async () => (await app.with(null).get('/v1/record/heads?limit=1')).body;
    for (const after of [(await newest()).data[0].number, (await newest()).data[0].number + 1]) {
      await app.by('rights').post('/v1/complaints', complaintAbout([pasted.douyin()]));
      await app.advance('PT25H');
      await eventually(async () => (await newest()).data[0].number > after, 20);
    }
    const page = await newest();
    const { body: older } = await app.with(null).get(`/v1/record/heads?limit=200&after=${page.next}`);
    expect(older.data[0].number).toBe(page.data[0].number - 1);
    expect(older.data[0].hash).toBe(page.data[0].previousHash);
    expect([older.data.length, older.next]).toEqual([older.data[0].number, null]);
  }, 40_000);
});

it('is the same path over many blocks of leaves', async () => {
  const stage = await openRecordStage();
  try {
    const matters = await stage.write(beijing('23T10:00'), Array<number>(500).fill(7));
    await stage.tamper([`update events set audience = array[matter_id]`]);
    const head = (await stage.closeDay(beijing('24T00:00')))!;
    const events = await stage.database.query<Array<{ id: string; hash: string; m: string; place: number }>>(
      'select id, hash, matter_id as m, position::int - 1 as place from events where position = any($1)',
      [[1, 1024, 1025, 2048, 3000, 3072, 3073, 3500]],
    );
    expect([events.length, matters.length]).toEqual([8, 500]);
    for (const { id, hash, m, place } of events) {
      const proof = (await proveInclusion(stage.database, id, m))!;
      const path = proof.path.map((node) => Buffer.from(node, 'hex'));
      const leaf = leafHash(Buffer.from(hash, 'hex'));
      expect(proof.leafIndex).toBe(place);
      expect(verifyInclusion(leaf, place, 3_500, path, Buffer.from(head.root, 'hex'))).toBe(true);
    }
  } finally {
    await stage.close();
  }
}, 30_000);
