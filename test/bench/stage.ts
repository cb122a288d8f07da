import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { databaseOptions } from '#database';
import { DataSource } from 'typeorm';
import { install } from '../../apps/api/src/install.js';
import { mintDemoKeys, seedDemo } from '../../apps/standalone/src/demo/seed-demo.js';
import { startEmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { looseLimits } from '../support/loose-limits.js';
import { reachableFolder } from '../support/test-server.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const fromSources = ['--import', new URL('../support/register-source.mjs', import.meta.url).href];
const secret = 'a secret of the benchmark, long enough';

/** A database of its own: migrated, with the directory, the demo people and their keys. */
export interface BenchDatabase {
  url: string;
  keys: Record<string, string>;
  /** For what is written and asked beside the measurement. */
  own: DataSource;
}

/** A compiled process of the product. */
export interface Product {
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Where figures are taken: one PostgreSQL with the product's own settings, and processes that end with it. */
export interface Stage {
  folder: string;
  postgresVersion: string;
  database(name: string): Promise<BenchDatabase>;
  /** The same once more, as it stands. */
  copy(database: BenchDatabase, name: string): Promise<BenchDatabase>;
  api(database: BenchDatabase, nodeOptions?: readonly string[]): Promise<Product>;
  worker(database: BenchDatabase, nodeOptions?: readonly string[]): Promise<Product>;
  /** A source file as a process beside us; the first thing that it sends is returned with it. */
  beside<T>(file: string): Promise<{ process: ChildProcess; said: T }>;
  environment(database: BenchDatabase): Record<string, string>;
  close(): Promise<void>;
}

/** PostgreSQL is durable here (fsync and synchronous_commit on), as `npm start` has it: nothing is set but its place. */
export async function openStage(): Promise<Stage> {
  const folder = await reachableFolder();
  const watch = watchOver(folder);
  const children = new Set<ChildProcess>();
  const databases: BenchDatabase[] = [];
  const server = await startEmbeddedPostgres({ dataFolder: folder });
  const keep = (child: ChildProcess) => {
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  };
  const version = await ask<{ server_version: string }>(server.url, 'show server_version');

  const environment = (database: BenchDatabase, port = 0): Record<string, string> => ({
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    SANDBOX: 'true',
    INSTALLATION_SECRET: secret,
    MAIL_FOLDER: join(folder, 'mail'),
    LOG_LEVEL: 'warn',
    RATE_LIMITS: looseLimits,
    NODE_ENV: 'production',
  });

  async function product(entry: string, database: BenchDatabase, nodeOptions: readonly string[]): Promise<Product> {
    const port = await freePort();
    const child = keep(
      spawn(process.execPath, [...nodeOptions, join(root, 'dist/apps', entry, 'src/main.js')], {
        cwd: root,
        env: environment(database, port),
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    return { url: `http://127.0.0.1:${port}`, process: child, stop: () => stop(child) };
  }

  return {
    folder,
    postgresVersion: version.server_version,
    environment,
    async database(name) {
      const url = new URL(server.url);
      url.pathname = `/bench_${name}`;
      await ask(server.url, `create database bench_${name}`);
      await install(url.href);
      const own = await new DataSource(databaseOptions(url.href, [], { poolSize: 8 })).initialize();
      await own.query('insert into installation (sandbox) values (true)');
      await seedDemo(own, 'tongshan-demo');
      const database = { url: url.href, keys: await mintDemoKeys(own), own };
      databases.push(database);
      return database;
    },
    async copy(database, name) {
      await database.own.destroy();
      const url = new URL(server.url);
      url.pathname = `/bench_${name}`;
      await ask(server.url, `create database bench_${name} template ${new URL(database.url).pathname.slice(1)}`);
      await database.own.initialize();
      const own = await new DataSource(databaseOptions(url.href, [], { poolSize: 8 })).initialize();
      const made = { url: url.href, keys: database.keys, own };
      databases.push(made);
      return made;
    },
    async api(database, nodeOptions = []) {
      const api = await product('api', database, nodeOptions);
      await ready(`${api.url}/readyz`, api.process);
      return api;
    },
    worker: (database, nodeOptions = []) => product('worker', database, nodeOptions),
    async beside<T>(file: string) {
      const path = fileURLToPath(new URL(file, import.meta.url));
      const child = keep(fork(path, { execArgv: fromSources, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
      const [said] = (await once(child, 'message')) as [T];
      return { process: child, said };
    },
    async close() {
      await Promise.all([...children].map(stop));
      await Promise.all(databases.map(({ own }) => own.destroy().catch(() => undefined)));
      await server.stop();
      watch.stdin!.end('stopped');
      await once(watch, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Stops PostgreSQL and removes the folder also where the benchmark itself is killed. */
function watchOver(folder: string): ChildProcess {
  const path = fileURLToPath(new URL('../support/stop-when-parent-ends.ts', import.meta.url));
  return spawn(process.execPath, [...fromSources, path, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

export async function ready(address: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode} before ${address} answered`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${address} was not ready within a minute`);
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows[0] as T)
    .finally(() => client.end());
}

/** Resident memory of a process in MiB. */
export async function residentMegabytes(pid: number): Promise<number> {
  const pages = Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]);
  return Math.round((pages * 4096) / 1024 / 1024);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
