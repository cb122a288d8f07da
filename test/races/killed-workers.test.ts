import type { ChildProcess } from 'node:child_process';
import { eventually } from '../support/app.js';
import { startStage } from '../scenarios/stage.js';
import { killProcess, startWorkerProcess } from '../support/killable-worker.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let child: ChildProcess | undefined;
beforeAll(async () => {
  stage = await startStage({ worker: false });
}, 60_000);
afterAll(async () => {
  await killProcess(child);
  await stage?.app.close();
});

const query = (sql: string, parameters: unknown[] = []) => stage.app.database.query(sql, parameters);

/** As many notices of each kind: a wait that ends, a supplement that lapses, an order that runs out. */
async function notEndedYet(each: number) {
  const batch = <T>(make: (n: number) => Promise<T>) => Promise.all(Array.from({ length: each }, (_, n) => make(n)));
  const waits = await batch(async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'delisted');
    await stage.counter(matter);
    return matter.itemId;
  });
  const supplements = await batch(async () => {
    const matter = await stage.served('taobao');
    const asks = { elements: ['ownership'], message: '请补' };
    await stage.post(matter.platform, `/v1/notices/${matter.id}/supplement-requests`, asks);
    return matter.itemId;
  });
  const [issuedAt, day] = [await stage.now(), 24 * 3_600_000];
  const expiresAt = new Date(Date.parse(issuedAt) + 10 * day).toISOString();
  const orders = await batch(async (n) => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'delisted');
    const order = { direction: 'takedown', issuer: '法院', number: `裁 ${n}`, issuedAt, expiresAt };
    await stage.post(matter.platform, `/v1/items/${matter.itemId}/orders`, order);
    return matter.itemId;
  });
  return { waits, supplements, orders };
}

const statesOf = async (itemIds: string[]) =>
  (await query('select distinct state from items where id = any($1)', [itemIds])).map(({ state }: any) => state);
const told = async (itemIds: string[], type: string) => {
  const [row] = await query(
    `select count(*)::int as events, count(distinct item)::int as items
     from events, jsonb_array_elements_text(payload::jsonb -> 'itemIds') item where type = $2 and item = any($1)`,
    [itemIds, type],
  );
  return row;
};

it('a worker that is killed while it ends waits, supplements and orders leaves them to another, each recorded once', async () => {
  const each = 15;
  const { waits, supplements, orders } = await notEndedYet(each);
  const notEnded = [['waiting'], ['supplement_requested'], ['held']];
  expect([await statesOf(waits), await statesOf(supplements), await statesOf(orders)]).toEqual(notEnded);
  // what the worker does last, writing to the log, takes long enough to be killed in it
  await query(
    `create function linger() returns trigger language plpgsql as $$ begin perform pg_sleep(0.05); return null; end $$`,
  );
  await query(`create trigger linger after insert on events for each row
    when (new.type in ('item.restore_due', 'item.refused', 'order.ended')) execute function linger()`);
  await query(`update installation set clock_offset = clock_offset + interval '20 days'`);
  child = startWorkerProcess(stage.app.configuration);
  await eventually(async () => {
    const [{ n }] = await query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    );
    return n > 0;
  }, 20);
  await killProcess(child);
  await query('drop function linger cascade');
  expect([await statesOf(waits), await statesOf(supplements), await statesOf(orders)]).toEqual(notEnded);
  await stage.app.startWorker();
  await eventually(async () => (await statesOf([...waits, ...supplements, ...orders])).every(isEnded), 20);

  expect([await statesOf(waits), await statesOf(supplements), await statesOf(orders)]).toEqual([
    ['restore_due'],
    ['refused'],
    ['actioned'],
  ]);
  const exactlyOnce = { events: each, items: each };
  expect(await told(waits, 'item.restore_due')).toEqual(exactlyOnce);
  expect(await told(supplements, 'item.refused')).toEqual(exactlyOnce);
  expect(await told(orders, 'order.ended')).toEqual(exactlyOnce);
  const marks = await query(
    `select d.kind, array_agg(m.mark order by m.reached_at, m.mark) as marks from deadlines d
     join deadline_marks m on m.deadline_id = d.id where d.kind in ('wait', 'supplement') group by d.id, d.kind`,
  );
  expect(marks).toHaveLength(2 * each);
  for (const { marks: reached } of marks) expect(reached).toEqual([50, 80, 100]);
}, 90_000);

const isEnded = (state: string) => ['restore_due', 'refused', 'actioned'].includes(state);
