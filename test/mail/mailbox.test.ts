import { DataSource } from 'typeorm';
import { databaseOptions } from '#database';
import { collectMail } from '../../apps/worker/src/mail-collection.js';
import { createTestDatabase } from '../support/database.js';
import { type MailboxHost, startMailboxHost } from '../support/imap.js';

let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
let host: MailboxHost;
const message = (text: string) => Buffer.from(`From: a@small.example\r\nSubject: ${text}\r\n\r\n信\r\n`);

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const settings = { poolSize: 8, applicationName: 'test' };
  database = await new DataSource(databaseOptions(testDatabase.url, [], settings)).initialize();
});
beforeEach(async () => {
  host = await startMailboxHost('geheim mit / und :');
  await database.query('truncate inbound_mail cascade');
});
afterEach(() => host.close());
afterAll(async () => {
  await database?.destroy();
  await testDatabase?.drop();
});

const collect = (goesOn = () => true) => collectMail(database, host.url, goesOn);
const kept = () =>
  database.query<Array<{ raw: Buffer; size: number }>>('select raw, size from inbound_mail order by id');
const texts = async () => (await kept()).map(({ raw }) => raw.toString());

it('is emptied: each message is kept byte for byte, with a job to sort it, and moved aside', async () => {
  const messages = [message('one'), message('two')];
  messages.forEach((raw, place) => host.inbox.set(place + 5, raw));
  expect(await collect()).toBe(2);
  expect((await kept()).map(({ raw }) => raw)).toEqual(messages);
  expect([host.inbox.size, host.taken]).toEqual([0, messages]);
  const jobs = await database.query(
    `select task_identifier from graphile_worker.jobs where task_identifier = 'sort_mail'`,
  );
  expect(jobs).toHaveLength(2);
  expect(await collect()).toBe(0);
});

it.each([
  { command: 'FETCH', count: 1 },
  { command: 'FETCH', count: 4 },
  { command: 'MOVE', count: 1 },
  { command: 'MOVE', count: 2 },
] as const)('loses nothing and keeps nothing twice when the server breaks off: %j', async (breakAt) => {
  const messages = ['one', 'two', 'three'].map(message);
  messages.forEach((raw, place) => host.inbox.set(place + 1, raw));
  host.breakAt = { ...breakAt };
  await expect(collect()).rejects.toThrow();
  const lying = [...host.inbox.values()].map(String);
  const safe = new Set([...(await texts()), ...lying]);
  expect([...safe].sort()).toEqual(messages.map(String).sort());
  await collect();
  expect((await texts()).sort()).toEqual(messages.map(String).sort());
  expect(host.inbox.size).toBe(0);
});

it('stays as it is while the message cannot be kept', async () => {
  host.inbox.set(1, message('one'));
  await database.query(`alter table inbound_mail add constraint no_room check (false) not valid`);
  await expect(collect()).rejects.toThrow('no_room');
  await database.query('alter table inbound_mail drop constraint no_room');
  expect([host.inbox.size, host.taken.length]).toEqual([1, 0]);
  expect(await collect()).toBe(1);
});

it('is looked into by one process at a time, and left when the process stops', async () => {
  for (let uid = 1; uid <= 3; uid++) host.inbox.set(uid, message(String(uid)));
  const counts = await Promise.all([collect(), collect(), collect()]);
  expect(counts.sort()).toEqual([0, 0, 3]);
  expect([host.signIns, (await kept()).length]).toEqual([1, 3]);
  for (let uid = 4; uid <= 6; uid++) host.inbox.set(uid, message(String(uid)));
  let rounds = 0;
  expect(await collect(() => ++rounds <= 1)).toBe(1);
  expect(host.inbox.size).toBe(2);
});

it('gives only the beginning of what is larger than 10 MiB', async () => {
  host.inbox.set(1, Buffer.concat([message('large'), Buffer.alloc(11_000_000, 'a')]));
  expect(await collect()).toBe(1);
  const [row] = await kept();
  expect(row!.size).toBeGreaterThan(11_000_000);
  expect(row!.raw).toHaveLength(65_536);
});

it('is told of without the password when it cannot be opened', async () => {
  const wrong = host.url.replace('geheim', 'falsch');
  const failure: Error = await collectMail(database, wrong, () => true).then(
    () => new Error('it opened'),
    (error: Error) => error,
  );
  expect(failure.message).not.toContain('opened');
  expect(JSON.stringify(failure) + failure.message).not.toContain('falsch');
});
