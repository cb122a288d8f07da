import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { databaseOptions, domainNow, inTransaction } from '#database';
import { appendEvents, assignPositions, enqueueJobs, systemActor, verifyChain } from '#events';
import { newId } from '#kernel';
import { DataSource } from 'typeorm';
import { install } from '../../apps/api/src/install.js';
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

async function asOwner(sql: string, name?: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(name) });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function addressOf(name?: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL!);
  if (name) url.pathname = `/${name}`;
  return url.href;
}

beforeAll(async () => {
  await asOwner(`create database ${database}`);
  await install(addressOf(database));
  await asOwner(lines, database);
  const url = new URL(addressOf(database));
  [url.username, url.password] = [role, suffix];
  application = await new DataSource(databaseOptions(url.href, [], { poolSize: 2 })).initialize();
}, 60_000);

afterAll(async () => {
  await application?.destroy();
  await asOwner(`drop database if exists ${database} with (force)`);
  await asOwner(`drop role if exists ${role}`);
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
  ['remove the trigger', 'drop trigger events_append_only on events'],
  ['switch the trigger off', 'alter table events disable trigger events_append_only'],
])('the role cannot %s', async (_name, sql) => {
  await expect(application.query(sql)).rejects.toThrow(/permission denied|must be owner/);
});
