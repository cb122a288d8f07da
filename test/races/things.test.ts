import { domainNow, inTransaction } from '#database';
import { settleExpired } from '#notices';
import { pasted } from '../support/complaints.js';
import type { Matter } from '../scenarios/stage.js';
import { atOnce, type Races, startRaces, statusesOf, times, told } from './race-stage.js';

let races: Races;
beforeAll(async () => {
  races = await startRaces({ worker: false });
}, 60_000);
afterAll(() => races?.close());

const holders = ['rights', 'partner'] as const;
const withdraw = ({ complaintId, by }: Matter, itemIds?: string[], stage: Pick<Races, 'post'> = races) =>
  stage.post(by, `/v1/complaints/${complaintId}/withdrawal`, { reason: '和解', ...(itemIds && { itemIds }) });
const restoration = (itemId: string, stage: Pick<Races, 'post'> = races) =>
  stage.post('platform3', `/v1/items/${itemId}/restoration`);
const sweep = () =>
  inTransaction(races.app.database, async (tx) => settleExpired(tx, await domainNow(tx), { limit: 100 }));

let orders = 0;
async function order(itemId: string, changes: object = {}): Promise<string> {
  const { status, body } = await races.post('platform3', `/v1/items/${itemId}/orders`, {
    direction: 'takedown',
    issuer: '北京互联网法院',
    number: `裁 ${++orders}`,
    issuedAt: await races.now(),
    ...changes,
  });
  expect(status).toBe(201);
  return body.id;
}

/** The same things complained of by both right holders, taken down for both. */
async function bothDown(count = 1): Promise<readonly [Matter, Matter]> {
  const texts = Array.from({ length: count }, () => pasted.taobao());
  const pair = [] as Matter[];
  for (const by of holders) {
    const matter = await races.served('taobao', { by, texts });
    expect((await races.decide(matter, 'delisted')).status).toBe(200);
    pair.push(matter);
  }
  return [pair[0]!, pair[1]!];
}
const states = async (pair: readonly Matter[]) => Promise.all(pair.map((matter) => races.state(matter)));

describe('a thing that several right holders keep down', () => {
  it(
    'comes back once, with the last hold, when both withdraw while an order on it ends',
    () =>
      times(6, async () => {
        const pair = await bothDown();
        const orderId = await order(pair[1].itemId);
        const answers = await atOnce(
          () => withdraw(pair[0]),
          () => withdraw(pair[1], undefined, races.other),
          () => races.other.post('platform3', `/v1/orders/${orderId}/end`),
        );
        expect(statusesOf(answers)).toEqual([200, 200, 200]);
        const after = await states(pair);
        expect([...after].sort()).toEqual(['released', 'restore_due']);
        const due = pair[after.indexOf('restore_due')]!;
        const back = await atOnce(
          () => restoration(due.itemId),
          () => restoration(due.itemId, races.other),
        );
        expect(statusesOf(back)).toEqual([200, 409]);
        expect(await states(pair)).toEqual(['restored', 'restored']);
        for (const { itemId } of pair) expect(await told(races, itemId, 'item.restored')).toBe(1);
      }),
    30_000,
  );

  it(
    'two notices that share two things, restored crosswise, wait for each other in one order',
    () =>
      times(8, async () => {
        const [a, b] = await bothDown(2);
        // the first thing waits on a for its restoration and was released by b; the second the other way round
        for (const [matter, place] of [
          [b, 0],
          [a, 0],
          [a, 1],
          [b, 1],
        ] as const)
          expect((await withdraw(matter, [matter.itemIds[place]!])).status).toBe(200);
        const answers = await atOnce(
          () => restoration(a.itemIds[0]!),
          () => restoration(b.itemIds[1]!, races.other),
        );
        expect(statusesOf(answers)).toEqual([200, 200]);
        for (const matter of [a, b])
          expect((await races.read(matter)).items.map(({ state }: any) => state)).toEqual(['restored', 'restored']);
      }),
    30_000,
  );

  it(
    'orders lifted on both things of two notices, from either end, wait for each other in one order',
    () =>
      times(8, async () => {
        const [a, b] = await bothDown(2);
        const ofA = await order(a.itemIds[0]!);
        const ofB = await order(b.itemIds[1]!);
        await order(b.itemIds[0]!, { number: `并行 ${ofA}` });
        await order(a.itemIds[1]!, { number: `并行 ${ofB}` });
        const answers = await atOnce(
          () => races.post('platform3', `/v1/orders/${ofA}/end`),
          () => races.other.post('platform3', `/v1/orders/${ofB}/end`),
          () => withdraw(a),
          () => withdraw(b, undefined, races.other),
        );
        expect(statusesOf(answers)).toEqual([200, 200, 200, 200]);
      }),
    30_000,
  );

  it(
    'what ran out is ended by whoever comes first, sweep or act, without one waiting for the other for ever',
    () =>
      times(6, async (n) => {
        const texts = [pasted.taobao(), pasted.taobao()];
        const matter = await races.served('taobao', { texts });
        await races.decide(matter, 'delisted');
        for (const itemId of matter.itemIds) expect((await races.counter({ ...matter, itemId })).status).toBe(201);
        const { dueAt } = await races.clock(matter, '.wait');
        await races.app.database.query(
          `update installation set clock_offset = clock_offset + ($1::timestamptz - domain_now()) - interval '20 milliseconds'`,
          [dueAt],
        );
        const acts = Array.from({ length: 8 }, (_, turn) => async () => {
          await new Promise((resolve) => setTimeout(resolve, turn * 6));
          const stage = turn % 2 ? races : races.other;
          return stage.post('rights', `/v1/items/${matter.itemIds[turn % 2]}/proceedings`, {
            kind: 'suit',
            number: `第 ${n}-${turn} 号`,
            authority: '北京互联网法院',
            filedAt: '2026-01-01T00:00:00Z',
          });
        });
        const [answers] = await Promise.all([atOnce(...acts), ...Array.from({ length: 4 }, sweep)]);
        for (const { status } of answers) expect([201, 409]).toContain(status);
        await sweep();
        for (const { state } of (await races.read(matter)).items) expect(['held', 'restore_due']).toContain(state);
      }),
    30_000,
  );

  it('is not due to come back for one holder once another, who filed meanwhile, has had it taken down', async () => {
    const text = pasted.taobao();
    const first = await races.served('taobao', { texts: [text] });
    await races.decide(first, 'delisted');
    await withdraw(first);
    expect(await races.state(first)).toBe('restore_due');
    const second = await races.served('taobao', { by: 'partner', texts: [text] });
    expect((await races.decide(second, 'delisted')).status).toBe(200);
    expect(await races.state(first)).toBe('released');
    expect((await restoration(first.itemId)).status).toBe(409);
  });

  it(
    'is restored by the platform while another files on it: the new complaint stands on its own',
    () =>
      times(5, async () => {
        const text = pasted.taobao();
        const first = await races.served('taobao', { texts: [text] });
        await races.decide(first, 'delisted');
        await withdraw(first);
        let second: Matter | undefined;
        const [back] = await Promise.all([
          restoration(first.itemId),
          races.other.served('taobao', { by: 'partner', texts: [text] }).then((matter) => (second = matter)),
        ]);
        expect(back.status).toBe(200);
        expect(await races.state(first)).toBe('restored');
        expect(await races.state(second!)).toBe('pending');
        expect((await races.clock(second!, '.takedown')).state).toBe('running');
      }),
    30_000,
  );
});
