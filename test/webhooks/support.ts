import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { databaseOptions, inTransaction } from '#database';
import { appendEvents, type NewEvent, systemActor } from '#events';
import { newId } from '#kernel';
import { type EndpointPolicy, registerEndpoint, webhooksEntities } from '#webhooks';
import { Logger, run, type Task } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { createTestDatabase } from '../support/database.js';

export const sealingKey = Buffer.alloc(32, 7);
export const publicUrl = 'https://tongshan.example';
export const policy: EndpointPolicy = { isSandbox: true, allowLoopback: true, ownPorts: [], sealingKey };

/** A database of its own with a sandbox in it, and how to leave it. */
export async function openDatabase(): Promise<{ database: DataSource; close: () => Promise<void> }> {
  const { url, drop } = await createTestDatabase();
  const database = await new DataSource(databaseOptions(url, webhooksEntities)).initialize();
  await database.query('insert into installation (sandbox) values (true) on conflict do nothing');
  const close = async () => {
    await database.destroy();
    await drop();
  };
  return { database, close };
}

export async function createOrganization(database: DataSource): Promise<string> {
  const id = newId();
  await database.query(
    `insert into organizations (id, kind, name, created_at) values ($1, 'platform', '演示', now())`,
    [id],
  );
  return id;
}

export interface Received {
  headers: Record<string, string>;
  body: string;
}

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A receiver on loopback that keeps what it got; `answer` decides what it says. */
export async function startReceiver(answer: Answer = (_request, response) => response.writeHead(204).end()) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      answer(request, response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/hook`, port, received, stop };
}

export function register(database: DataSource, organizationId: string, url: string, events: string[] = ['*']) {
  return inTransaction(database, (tx) => registerEndpoint(tx, new Date(), { organizationId, url, events }, policy));
}

/** Writes an event to the log as the domain would, and gives it as the relay hands it on. */
export function recordEvent(database: DataSource, audience: string[], event: Partial<NewEvent> = {}) {
  const entry: NewEvent = {
    matterKind: 'notice',
    matterId: newId(),
    opensMatter: true,
    type: 'notice.served',
    actor: systemActor,
    itemIds: [newId()],
    data: { regime: 'cn.reg468' },
    audience,
    ...event,
  };
  return inTransaction(database, async (tx) => {
    const [id] = await appendEvents(tx, new Date('2026-11-23T06:02:00Z'), [entry]);
    return { id: id!, type: entry.type, audience };
  });
}

export async function deliveriesIn(database: DataSource) {
  return database.query<
    Array<{
      id: string;
      event_type: string;
      state: string;
      attempts: Array<Record<string, unknown>>;
      attempt_count: number;
      body: string;
      wait: number | null;
    }>
  >(`select *, extract(epoch from next_attempt_at - domain_now())::float8 as wait from webhook_deliveries order by id`);
}

/** Jobs waiting, with the seconds until they run. */
export async function jobsIn(database: DataSource) {
  return database.query<Array<{ key: string; task: string; wait: number }>>(
    `select key, task_identifier as task, extract(epoch from run_at - clock_timestamp())::float8 as wait
     from graphile_worker.jobs order by id`,
  );
}

/** The real queue with one task; stops with what it holds finished. */
export async function startQueue(database: DataSource, task: Task, concurrency = 4) {
  const { url } = database.options as { url: string };
  const runner = await run({
    connectionString: url,
    concurrency,
    noHandleSignals: true,
    pollInterval: 100,
    taskList: { deliver_webhook: task },
    logger: new Logger(() => () => undefined),
  });
  return () => runner.stop();
}
