import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseOptions, domainNow, inTransaction } from '#database';
import { appendEvents, assignPositions, enqueueJobs, systemActor, verifyChain } from '#events';
import { newId } from '#kernel';
import { DataSource } from 'typeorm';
import { install } from '../../apps/api/src/install.js';
import { SUPERUSER } from '../../apps/standalone/src/postgres/create-cluster.js';
import { root } from './source-tree.js';

// The lines of docs/operations.md that give the application a role of its own, run as they stand there.

const suffix = randomBytes(6).toString('hex');
const database = `roles_${suffix}`;
const role = `tongshan_app_${suffix}`;
const lines = /^## Roles of the database[^]*?```sql\n([^]*?)```/m
  .exec(readFileSync(join(root, 'docs/operations.md'), 'utf8'))![1]!
  .replaceAll('tongshan_app', role)
  .replace('…', suffix);
let application: DataSource;

async function run(sql: string, address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const asOwner = (sql: string, name?: string) => run(sql, addressOf(name));

/** The server of the test run has a superuser with the same password; a server from outside must give its own. */
async function asSuperuser(sql: string): Promise<void> {
  const url = new URL(addressOf());
  url.username = SUPERUSER;
  await run(sql, url.href).catch((failure: pg.DatabaseError) =>
    failure.code?.startsWith('28') ? asOwner(sql) : Promise.reject(failure),
  );
}

function addressOf(name?: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL!);
  if (name) url.pathname = `/${name}`;
  return url.href;
}

beforeAll(async () => {
  await asOwner(`create database ${database}`);
  await install(addressOf(database));
  const [make, ...grants] = lines.split('\n');
  await asSuperuser(make!);
  await asOwner(grants.join('\n'), database);
  const url = new URL(addressOf(database));
  [url.username, url.password] = [role, suffix];
  application = await new DataSource(databaseOptions(url.href, [], { poolSize: 2 })).initialize();
}, 60_000);

afterAll(async () => {
  await application?.destroy();
  await asOwner(`drop database if exists ${database} with (force)`);
  await asSuperuser(`drop role if exists ${role}`);
});

it('the role can write events, place them, verify them, and use the queue', async () => {
  const matterId = newId();
  const event = {
    matterKind: 'notice' as const,
    matterId,
    type: 'notice.served',
    actor: systemActor,
    data: {},
    audience: [],
  };
  await inTransaction(application, async (tx) => {
    await appendEvents(tx, await domainNow(tx), [event]);
    await enqueueJobs(tx, [{ task: 'nothing', payload: {} }]);
  });
  await inTransaction(application, async (tx) => appendEvents(tx, await domainNow(tx), [event]));
  expect(await inTransaction(application, (tx) => assignPositions(tx, 10))).toHaveLength(2);
  expect(await verifyChain(application, matterId)).toBeNull();
  const [jobs] = await application.query<Array<{ count: string }>>('select count(*) from graphile_worker.jobs');
  expect(Number(jobs!.count)).toBe(1);
});

it.each([
  ['change an event', `update events set payload = '{}'`],
  ['delete an event', 'delete from events'],
  ['delete a chain', 'delete from event_chains'],
  ['empty the log', 'truncate events'],
  ['change a head', `update record_heads set root = ''`],
  ['delete a head', 'delete from record_heads'],
  ['change the leaves of a head', `update record_blocks set leaves = ''`],
  ['remove the trigger', 'drop trigger events_append_only on events'],
  ['switch the trigger off', 'alter table events disable trigger events_append_only'],
])('the role cannot %s', async (_name, sql) => {
  await expect(application.query(sql)).rejects.toThrow(/permission denied|must be owner/);
});
