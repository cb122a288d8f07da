import { inTransaction } from '#database';
import { verifyChains } from '#events';
import { type ItemEvent, lifecycle } from '#notices';
import { type Act, crashActs, type CrashActs } from './crash-acts.js';
import { startStage } from '../scenarios/stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let acts: CrashActs;
beforeAll(async () => {
  stage = await startStage({ worker: false });
  acts = crashActs(stage);
}, 60_000);
afterAll(() => stage?.app.close());

/** Written beside the requests, for traffic and not for the domain. */
const besides = ['api_keys', 'access_log', 'sign_in_limits', 'sessions', 'refresh_tokens', 'rate_counts'];

/** Every table of the product and of its queue, with all that is in it, as a hash. */
async function everything(): Promise<Record<string, string>> {
  const rows = await stage.app.database.query(
    `select format('%I.%I', table_schema, table_name) as name,
       md5(query_to_xml(format('select t::text as row from %I.%I t order by 1', table_schema, table_name), true, false, '')::text) as hash
     from information_schema.tables
     where table_type = 'BASE TABLE' and (table_schema = 'public' and not (table_name = any($1))
         and table_name not like 'api_key_requests%' or table_schema = 'graphile_worker' and table_name = '_private_jobs')`,
    [besides],
  );
  expect(rows.length).toBeGreaterThan(30);
  return Object.fromEntries(rows.map(({ name, hash }: { name: string; hash: string }) => [name, hash]));
}

/**
 * From now on a transaction that has written to the log loses its server process as it commits: everything is written
 * and nothing is acknowledged. `events` alone has the trigger, since no transition leaves the log out.
 */
async function dieAtCommit<T>(work: () => Promise<T>): Promise<T> {
  const { database } = stage.app;
  await database.query(`create function die() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null; end $$`);
  await database.query(
    'create constraint trigger die after insert on events deferrable initially deferred for each row execute function die()',
  );
  try {
    return await work();
  } finally {
    await database.query('drop function die cascade');
  }
}

const logged = async (event: ItemEvent) => {
  const [{ n }] = await stage.app.database.query('select count(*)::int as n from events where type = $1', [
    lifecycle[event].emits,
  ]);
  return n as number;
};
const outcome = (act: Act) =>
  act().catch((error: { driverError?: { code?: string } }) => error.driverError?.code ?? error);

it.each(Object.keys(lifecycle) as ItemEvent[])(
  '%s leaves nothing behind when the server dies as it commits, and happens once when it is asked again',
  async (event) => {
    const act = await acts[event]();
    const [before, count] = [await everything(), await logged(event)];
    // an HTTP request is told to come again; the sweep fails and comes again by itself
    expect([503, '57P01']).toContain(await dieAtCommit(() => outcome(act)));
    expect(await everything()).toEqual(before);
    expect(await act()).toBeLessThan(300);
    expect(await logged(event)).toBe(count + 1);
    expect(await everything()).not.toEqual(before);
  },
);

it('leaves every chain of the log whole', async () => {
  const faults: unknown[] = [];
  const walked = await inTransaction(stage.app.database, (tx) => verifyChains(tx, (fault) => faults.push(fault)));
  expect(faults).toEqual([]);
  expect(walked.matters).toBeGreaterThan(Object.keys(lifecycle).length);
});
