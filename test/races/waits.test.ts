import { domainNow, inTransaction } from '#database';
import { settleExpired } from '#notices';
import { eventually } from '../support/app.js';
import { pasted } from '../support/complaints.js';
import { type Matter, suit } from '../scenarios/stage.js';
import { atOnce, type Races, startRaces, statusesOf, times, told } from './race-stage.js';

let races: Races;
beforeAll(async () => {
  races = await startRaces({ worker: false });
}, 60_000);
afterAll(() => races?.close());

/** The sweep of several workers, as each of them does it. */
const sweeps = (many: number) => Promise.all(Array.from({ length: many }, sweep));
const sweep = () =>
  inTransaction(races.app.database, async (tx) => settleExpired(tx, await domainNow(tx), { limit: 100 }));

/** Puts the domain's clock so long before an instant; no worker runs here, so nothing is recorded on the way. */
const clockBefore = (instant: string, milliseconds: number) =>
  races.app.database.query(
    `update installation set clock_offset = clock_offset + ($1::timestamptz - domain_now()) - $2 * interval '1 millisecond'`,
    [instant, milliseconds],
  );
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function waiting(by: 'rights' | 'partner' = 'rights', texts?: string[]) {
  const matter = await races.served('taobao', { by, ...(texts && { texts }) });
  await races.decide(matter, 'delisted');
  const { body } = await races.counter(matter);
  expect(await races.state(matter)).toBe('waiting');
  return { ...matter, counterId: body.id as string, dueAt: (await races.clock(matter, '.wait')).dueAt as string };
}

const proofOf = (matter: Matter & { counterId: string }, number: string, stage: Pick<Races, 'post'> = races) =>
  stage.post(matter.by, `/v1/counter-notices/${matter.counterId}/proceedings`, {
    ...suit,
    number,
    filedAt: '2026-01-01T00:00:00Z',
  });

/** A proof that is stamped before the end of the wait, and gets its locks only after a worker has ended it. */
async function proofBehindTheSweep(matter: Awaited<ReturnType<typeof waiting>>, ended = 'restore_due') {
  await clockBefore(matter.dueAt, 60_000);
  const { database } = races.app;
  const { proof } = await inTransaction(database, async (tx) => {
    await tx.query(
      'select from canonical_items where id = (select canonical_item_id from items where id = $1) for update',
      [matter.itemId],
    );
    const sent = proofOf(matter, '及时');
    await eventually(async () => {
      const [{ n }] = await database.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return n === 1;
    });
    await clockBefore(matter.dueAt, -1);
    await settleExpired(tx, await domainNow(tx), { limit: 100 });
    const [{ state }] = await tx.query('select state from items where id = $1', [matter.itemId]);
    expect(state).toBe(ended);
    return { proof: sent };
  });
  return proof;
}

describe('at the last moments of day 15', () => {
  it(
    'two proofs of two proceedings count while several workers end the wait: held once, never restored',
    () =>
      times(5, async (n) => {
        const matter = await waiting();
        await clockBefore(matter.dueAt, 40 - n * 4);
        const sweeping = (async () => {
          for (let turn = 0; turn < 6; turn++) {
            await sweeps(3);
            await pause(5);
          }
        })();
        const answers = await atOnce(
          () => proofOf(matter, `甲 ${n}`),
          () => proofOf(matter, `乙 ${n}`, races.other),
        );
        await sweeping;
        await pause(50);
        await sweeps(2);
        const { proceedings } = await races.read(matter);
        expect(proceedings).toHaveLength(2);
        // received before the end, it counts whatever the workers did; after it, only beside one that holds the item
        const isInTime = ({ receivedAt }: any) => Date.parse(receivedAt) < Date.parse(matter.dueAt);
        const isHeld = proceedings.some(isInTime);
        for (const proof of proceedings) if (isInTime(proof)) expect(proof.counts).toBe(true);
        if (!isHeld) expect(proceedings.map(({ counts }: any) => counts)).toEqual([false, false]);
        expect(statusesOf(answers)).toEqual(proceedings.map(({ counts }: any) => (counts ? 201 : 409)).sort());
        expect(await races.state(matter)).toBe(isHeld ? 'held' : 'restore_due');
        expect((await races.item(matter)).restoredAt).toBeNull();
        expect(await told(races, matter.itemId, 'item.restored')).toBe(0);
        if (isHeld) expect((await races.clock(matter, '.restore'))?.state ?? 'cancelled').toBe('cancelled');
      }),
    30_000,
  );

  it('a proof that was received in time counts although a worker has ended the wait before it got its lock', async () => {
    const matter = await waiting();
    const proof = await proofBehindTheSweep(matter);
    expect(proof).toMatchObject({ status: 201, body: { item: { state: 'held' } } });
    expect(await races.clock(matter, '.wait')).toMatchObject({ state: 'breached', stoppedAt: matter.dueAt });
    expect(await races.clock(matter, '.restore')).toMatchObject({ state: 'cancelled' });
    await sweeps(3);
    expect(await races.state(matter)).toBe('held');
  });

  it('a proof in time holds even what the end of the wait had released to another holder', async () => {
    const text = pasted.taobao();
    const other = await races.served('taobao', { by: 'partner', texts: [text] });
    await races.decide(other, 'delisted');
    const matter = await waiting('rights', [text]);
    const proof = await proofBehindTheSweep(matter, 'released');
    expect(proof).toMatchObject({ status: 201, body: { item: { state: 'held' } } });
  });

  it('a proof within the fifteen days holds nothing once the holder has withdrawn, or a court ordered it back', async () => {
    const withdrawn = await waiting();
    await races.post(withdrawn.by, `/v1/complaints/${withdrawn.complaintId}/withdrawal`, { reason: '和解' });
    const ordered = await waiting();
    const order = { direction: 'restore', issuer: '北京互联网法院', number: '裁 1', issuedAt: await races.now() };
    await races.post(ordered.platform, `/v1/items/${ordered.itemId}/orders`, order);
    for (const matter of [withdrawn, ordered]) {
      expect(await races.state(matter)).toBe('restore_due');
      expect(await proofOf(matter, '之后')).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
      expect(await races.state(matter)).toBe('restore_due');
    }
  });

  it(
    'the same proof sent twice is one row; with a key it is one answer',
    () =>
      times(5, async (n) => {
        const matter = await waiting();
        const answers = await atOnce(
          () => proofOf(matter, `双击 ${n}`),
          () => proofOf(matter, `双击 ${n}`, races.other),
        );
        expect(statusesOf(answers)).toEqual([201, 409]);
        expect(answers.find(({ status }) => status === 409)!.body.code).toBe('already_exists');
        expect((await races.read(matter)).proceedings).toHaveLength(1);

        const keyed = await waiting();
        const send = (stage: Races | Races['other']) =>
          stage.app
            .by(keyed.by)
            .post(
              `/v1/counter-notices/${keyed.counterId}/proceedings`,
              { ...suit, filedAt: '2026-01-01T00:00:00Z' },
              { 'idempotency-key': `proof-${n}` },
            );
        const both = await atOnce(
          () => send(races),
          () => send(races.other),
        );
        expect(both.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
        const replay = await send(races.other);
        expect(replay.status).toBe(201);
        expect(replay.headers.get('idempotent-replayed')).toBe('true');
        expect((await races.read(keyed)).proceedings).toHaveLength(1);
        expect(await told(races, keyed.itemId, 'proceeding.recorded')).toBe(1);
      }),
    30_000,
  );

  it(
    'an extension and the end of the wait: extended it runs on, ended it is over',
    () =>
      times(4, async (n) => {
        const matter = await waiting();
        await clockBefore(matter.dueAt, 30 - n * 5);
        const until = new Date(Date.parse(matter.dueAt) + 36 * 3_600_000).toISOString();
        const [extension] = await atOnce(
          () =>
            races.post(matter.by, `/v1/counter-notices/${matter.counterId}/extensions`, { reason: '公证中', until }),
          async () => {
            for (let turn = 0; turn < 8; turn++) {
              await sweeps(3);
              await pause(5);
            }
            return { status: 200, headers: new Headers(), body: null };
          },
        );
        await sweeps(1);
        const wait = await races.clock(matter, '.wait');
        if (extension!.status === 201) {
          expect(await races.state(matter)).toBe('waiting');
          expect(wait).toMatchObject({ state: 'running', dueAt: extension!.body.deadline?.dueAt ?? wait.dueAt });
          expect(Date.parse(wait.dueAt)).toBeGreaterThan(Date.parse(matter.dueAt));
        } else {
          expect(extension).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
          expect(await races.state(matter)).toBe('restore_due');
        }
        expect(await told(races, matter.itemId, 'item.restore_due')).toBe(extension!.status === 201 ? 0 : 1);
      }),
    30_000,
  );

  it(
    'an answer to a request for a supplement and its lapse: one of them, and the takedown clock knows which',
    () =>
      times(4, async (n) => {
        const matter = await races.served('taobao');
        const asked = await races.post(matter.platform, `/v1/notices/${matter.id}/supplement-requests`, {
          elements: ['ownership'],
          message: '请补充权属证明',
        });
        expect(asked.status).toBe(201);
        const { dueAt } = await races.clock(matter, '.supplement');
        await clockBefore(dueAt, 30 - n * 5);
        const [answer] = await atOnce(
          () => races.post(matter.by, `/v1/notices/${matter.id}/supplements`, { message: '见附件' }),
          async () => {
            for (let turn = 0; turn < 8; turn++) {
              await sweeps(3);
              await pause(5);
            }
            return { status: 200, headers: new Headers(), body: null };
          },
        );
        await sweeps(1);
        const isAnswered = answer!.status < 300;
        expect(isAnswered || answer!.status === 409).toBe(true);
        expect(await races.state(matter)).toBe(isAnswered ? 'pending' : 'refused');
        expect((await races.clock(matter, '.takedown')).state).toBe(isAnswered ? 'running' : 'met');
        expect(await told(races, matter.itemId, 'item.refused')).toBe(isAnswered ? 0 : 1);
      }),
    30_000,
  );
});
