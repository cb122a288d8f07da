import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { isRunning } from '../../apps/standalone/src/postgres/postmaster.js';
import { copyForEveryone, someOrdinaryUser } from '../support/ordinary-user.js';
import { reachableFolder } from '../support/test-server.js';

/** Killed processes lose nothing without flushing; only a killed machine would. */
const SMALL = { shared_buffers: '16MB', fsync: 'off' };
// Making a cluster takes a second or two, and more on a busy machine.
jest.setTimeout(60_000);

const FIXTURE = resolve(import.meta.dirname, 'hold-postgres.mjs');
const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

async function newFolder(): Promise<string> {
  folders.push(await reachableFolder());
  return folders.at(-1)!;
}

async function start(dataFolder: string, settings: Record<string, string> = SMALL): Promise<EmbeddedPostgres> {
  servers.push(await startEmbeddedPostgres({ dataFolder, settings }));
  return servers.at(-1)!;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

/** Another application process on the folder; resolves with its first line. */
async function startApart(folder: string): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [FIXTURE, folder, 'hold'], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, line: line.toString().trim() };
}

const pidFile = (folder: string) => join(folder, 'postgres/cluster/postmaster.pid');
const serverPid = async (folder: string) => Number.parseInt(await readFile(pidFile(folder), 'utf8'), 10);

/** Ends every process and removes every folder that a test has used. */
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) {
    const left = await serverPid(folder).catch(() => 0);
    if (left > 1 && left !== process.pid && (await isRunning(left))) process.kill(left, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
});

describe('embedded PostgreSQL', () => {
  it('makes an empty database at the first start and keeps what was written at the second', async () => {
    const folder = await newFolder();
    const first = await start(folder);
    expect(first.url).toMatch(/^postgres:\/\/tongshan:[\w-]{32}@127\.0\.0\.1:\d+\/tongshan$/);
    await query(first.url, `create table kept as select '通删' as word`);
    await first.stop();

    const second = await start(folder);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: '通删' }]);
  });

  it('is durable, local, in UTC and UTF-8, and its role is no superuser but can install what migrations need', async () => {
    const { url } = await start(await newFolder(), {});
    const names = ['fsync', 'synchronous_commit', 'listen_addresses', 'TimeZone', 'server_encoding', 'is_superuser'];
    const [row] = await query(url, `select array[${names.map((name) => `current_setting('${name}')`)}] as values`);
    expect(row?.values).toEqual(['on', 'on', '127.0.0.1', 'UTC', 'UTF8', 'off']);
    await query(url, 'create extension pg_trgm; create extension btree_gin; create extension citext');
    expect(await query(url, `select lower('ÄÉ') as lower`)).toEqual([{ lower: 'äé' }]);
  });

  it('refuses a connection without its password', async () => {
    const { url } = await start(await newFolder());
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('leaves no process behind after stop, even with a connection open, and stops once however often it is asked', async () => {
    const folder = await newFolder();
    const server = await start(folder);
    const open = new pg.Client({ connectionString: server.url });
    open.on('error', () => undefined);
    await open.connect();
    const pid = await serverPid(folder);
    expect(await isRunning(pid)).toBe(true);
    await Promise.all([server.stop(), server.stop()]);
    expect(await isRunning(pid)).toBe(false);
    await expect(readFile(pidFile(folder))).rejects.toThrow('ENOENT');
  });

  it('goes on with all that was committed after its application was killed with -9, with one server only', async () => {
    const folder = await newFolder();
    const { child, line: url } = await startApart(folder);
    await query(url, 'create table kept as select 1 as one');
    const pid = await serverPid(folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isRunning(pid)).toBe(true);

    const next = await start(folder);
    expect(await isRunning(pid)).toBe(false);
    expect(await query(next.url, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('goes on after its server and its application were both killed with -9', async () => {
    const folder = await newFolder();
    const { child, line: url } = await startApart(folder);
    await query(url, 'create table kept as select 1 as one');
    process.kill(await serverPid(folder), 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await query((await start(folder)).url, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('refuses a second application on the same folder, names the first, and leaves it alone', async () => {
    const folder = await newFolder();
    const server = await start(folder);
    const inUse = `in use by a running Tongshan (process ${process.pid})`;
    await expect(startEmbeddedPostgres({ dataFolder: folder })).rejects.toThrow(inUse);
    const { line } = await startApart(folder);
    expect(line).toMatch(/^PostgresStartError: The data folder/);
    expect(line).toContain(inUse);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets exactly one of several first starts at the same time win', async () => {
    const folder = await newFolder();
    const lines = (await Promise.all([1, 2, 3].map(() => startApart(folder)))).map(({ line }) => line);
    expect(lines.filter((line) => line.startsWith('postgres://'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('in use by'))).toHaveLength(2);
  });

  it('begins afresh when it was killed while making its cluster', async () => {
    const folder = await newFolder();
    const child = spawn(process.execPath, [FIXTURE, folder, 'hold'], { stdio: 'ignore' });
    children.push(child);
    const drafts = async () =>
      (await readdir(join(folder, 'postgres')).catch(() => [])).filter((name) => name.startsWith('new-'));
    const begun = async () =>
      (
        await Promise.all(
          (await drafts()).map((name) => readdir(join(folder, 'postgres', name, 'cluster')).catch(() => [])),
        )
      ).flat();
    while (!(await begun()).includes('PG_VERSION')) await new Promise((resume) => setTimeout(resume, 5));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readdir(join(folder, 'postgres'))).not.toContain('cluster');

    expect(await query((await start(folder)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await drafts()).toEqual([]);
  });

  it('is not fooled by a left-over process number that another program has by now', async () => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    const { uid, gid } = await stat(join(folder, 'postgres/cluster'));
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 60000)'], {
      cwd: '/',
      ...(process.getuid?.() === 0 && { uid, gid }),
    });
    children.push(stranger);
    const cluster = join(folder, 'postgres/cluster');
    await writeFile(pidFile(folder), [stranger.pid, cluster, 1, 5432, '', '127.0.0.1', '0 0', 'ready', ''].join('\n'));
    expect(await query((await start(folder)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it('says what to do with a cluster of another major version', async () => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    await writeFile(join(folder, 'postgres/cluster/PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toThrow(/was made by PostgreSQL 17, and this is PostgreSQL 18.*DATABASE_URL/);
  });

  it('says so when the data folder cannot be made', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    await expect(start(join(file, 'data'))).rejects.toThrow(/could not use the data folder .*file\/data/);
  });

  it('says so when the wanted port is taken', async () => {
    const { url } = await start(await newFolder());
    const port = Number(new URL(url).port);
    const second = startEmbeddedPostgres({ dataFolder: await newFolder(), port });
    await expect(second).rejects.toThrow(`port ${port} on 127.0.0.1 is taken`);
  });

  it('takes another port when the one it used last is taken', async () => {
    const [one, two] = [await newFolder(), await newFolder()];
    const { url } = await start(one);
    await mkdir(join(two, 'postgres'), { mode: 0o711 });
    await writeFile(join(two, 'postgres/port'), new URL(url).port);
    expect(new URL((await start(two)).url).port).not.toBe(new URL(url).port);
  });

  it('keeps its password and its log from other users, and writes no secret into the log', async () => {
    const folder = await newFolder();
    const { url } = await start(folder);
    await query(url, `create table t (email text unique); insert into t values ('a@secret.test')`);
    await query(url, `insert into t values ('a@secret.test')`).catch(() => undefined);
    const log = await readFile(join(folder, 'postgres/postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain(new URL(url).password);
    expect(log).not.toContain('secret');
  });

  it('works for an ordinary user with nothing but the folder', async () => {
    const asRoot = process.getuid?.() === 0;
    const base = await newFolder();
    const data = join(base, 'data');
    await mkdir(data, { mode: 0o700 });
    let command: [string, string[]] = [process.execPath, [FIXTURE, data]];
    const who = asRoot ? await someOrdinaryUser() : {};
    if (asRoot) {
      // The checkout may be closed to others, so that user gets a copy.
      const { node, folder } = await copyForEveryone('apps/standalone/src/postgres', ['pg', 'embedded-postgres'], base);
      const script = `const { startEmbeddedPostgres: start } = await import('${folder}/embedded-postgres.js');
        const server = await start({ dataFolder: '${data}' });
        console.log(process.getuid(), server.url);
        await server.stop();`;
      command = [node, ['--input-type=module', '-e', script]];
      const { uid, gid } = await someOrdinaryUser();
      await chown(data, uid, gid);
    }
    for (const _time of ['first', 'second']) {
      const child = spawn(command[0], command[1], { ...who, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      child.stdout.on('data', (chunk) => (said += chunk));
      child.stderr.on('data', (chunk) => (said += chunk));
      await once(child, 'close');
      expect(said).toMatch(/^([1-9]\d* )?postgres:\/\/tongshan:\S+\n$/);
      expect(child.exitCode).toBe(0);
    }
    await expect(readFile(pidFile(data))).rejects.toThrow('ENOENT');
  });
});
