import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { isRunning, readPidFile } from '../../apps/standalone/src/postgres/postmaster.js';
import { root } from '../house/source-tree.js';
import { eventually } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { someOrdinaryUser } from '../support/ordinary-user.js';
import { startReceiver } from '../support/receiver.js';
import { reachableFolder } from '../support/test-server.js';
import { demoKeysOf, freePort, runStandalone, type Standalone, startStandalone } from './run-standalone.js';

// A start takes two or three seconds, and more on a busy machine.
jest.setTimeout(60_000);

const folders: string[] = [];
const running: Standalone[] = [];
const servers: Array<{ close(): unknown }> = [];

async function newFolder(): Promise<string> {
  folders.push(await reachableFolder());
  return folders.at(-1)!;
}

async function start(dataFolder: string, environment?: Record<string, string>): Promise<Standalone> {
  running.push(await startStandalone({ dataFolder, port: await freePort(), environment }));
  return running.at(-1)!;
}

/** One that is expected to give up by itself. */
async function refusedStart(dataFolder: string, environment: Record<string, string>, port?: number) {
  const began = performance.now();
  const standalone = runStandalone({ dataFolder, port: port ?? (await freePort()), environment });
  running.push(standalone);
  const code = await standalone.ended;
  return { code, said: standalone.said(), milliseconds: performance.now() - began };
}

async function ask(base: string, key: string, path: string, body?: object) {
  const response = await fetch(`${base}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as any };
}

const serverOf = async (folder: string) => (await readPidFile(join(folder, 'postgres/cluster')))?.pid;

afterAll(async () => {
  for (const server of servers) await server.close();
  for (const { child } of running) child.kill('SIGKILL');
  for (const folder of folders) {
    const left = await serverOf(folder);
    if (left && (await isRunning(left))) process.kill(left, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
});

describe('the standalone', () => {
  let kept: string;
  beforeAll(async () => {
    kept = await newFolder();
  });

  it('answers, stops cleanly on Ctrl-C, and has all its data when started again', async () => {
    const first = await start(kept);
    expect((await fetch(`${first.base}/readyz`)).status).toBe(200);
    const keys = await demoKeysOf(kept);
    for (const [email, key] of Object.entries(keys)) expect(first.said()).toMatch(new RegExp(`${email} +${key}`));
    const filed = await ask(
      first.base,
      keys['rights@demo.test']!,
      '/v1/complaints',
      complaintAbout([pasted.netdisk()]),
    );
    expect(filed.status).toBe(201);

    const server = (await serverOf(kept))!;
    expect(await isRunning(server)).toBe(true);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(await isRunning(server)).toBe(false);

    const second = await start(kept);
    expect(await demoKeysOf(kept)).toEqual(keys);
    expect(second.said()).toContain(keys['rights@demo.test']);
    const found = await ask(second.base, keys['rights@demo.test']!, `/v1/complaints/${filed.body.id}`);
    expect(found).toMatchObject({ status: 200, body: { number: filed.body.number, state: 'filed' } });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('refuses data of the other kind, and leaves no PostgreSQL behind', async () => {
    const { code, said } = await refusedStart(kept, { SANDBOX: 'false' });
    expect(said).toContain('This database belongs to a sandbox, but this process was started with SANDBOX=false');
    expect(code).toBe(1);
    expect(await serverOf(kept)).toBeUndefined();
  });

  it('goes on after kill -9: what became due and what was to be delivered meanwhile is made up for, once', async () => {
    const folder = await newFolder();
    let isDown = true;
    const receiver = await startReceiver((_request, response) => response.writeHead(isDown ? 503 : 204).end());
    servers.push(receiver);
    const first = await start(folder);
    const keys = await demoKeysOf(folder);
    const endpoint = await ask(first.base, keys['platform@demo.test']!, '/v1/webhook-endpoints', {
      url: receiver.url,
      events: ['notice.served', 'deadline.breached'],
    });
    const filed = await ask(
      first.base,
      keys['rights@demo.test']!,
      '/v1/complaints',
      complaintAbout([pasted.netdisk()]),
    );
    const [notice] = filed.body.notices;
    await eventually(async () => {
      const path = `/v1/webhook-endpoints/${endpoint.body.id}/deliveries?state=pending`;
      const { body } = await ask(first.base, keys['platform@demo.test']!, path);
      return body.data[0]?.attempts.length === 1;
    });
    first.child.kill('SIGKILL');
    await first.ended;
    isDown = false;
    await letHoursPass(folder, 25);

    const second = await start(folder);
    const told = () =>
      receiver.requests
        .map((request) => receiver.verify(endpoint.body.secret, request))
        .filter(({ data }) => data.matter.id === notice.id)
        .map(({ type, data }) => `${type} ${data.details.rule ?? ''}`.trim());
    const breach = 'deadline.breached cn.netdisk.takedown';
    await eventually(
      async () => told().includes(breach) && told().filter((type) => type === 'notice.served').length > 1,
      20,
    );
    const { body: log } = await ask(
      second.base,
      keys['rights@demo.test']!,
      `/v1/notices/${notice.id}/events?limit=200`,
    );
    const marks = log.data.filter((event: any) => event.data.rule === 'cn.netdisk.takedown');
    expect(marks.map((event: any) => event.data.percent)).toEqual([50, 80, 100]);
    // whoever hears of the breach first, the receiver or the regulator
    const queue = await eventually(async () => {
      const { body } = await ask(second.base, keys['regulator@demo.test']!, '/v1/escalations');
      return body.data.length > 0 && body.data;
    });
    expect(queue.map((entry: any) => entry.subject.id)).toEqual([notice.id]);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('says within two seconds that its port is taken, and has started nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    servers.push(other);
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const folder = await newFolder();
    // on a machine that is busy with other tests, in the time that loading the product takes there
    const { milliseconds: loading } = await refusedStart(folder, { PORT: 'none' });
    const limit = Math.max(2_000, 1.5 * loading);
    let fastest = Infinity;
    for (let tries = 0; tries < 3 && fastest >= limit; tries++) {
      const { code, said, milliseconds } = await refusedStart(folder, {}, port);
      expect(said).toContain(`Port ${port} is taken by another program`);
      expect(said).toContain(`PORT=${port + 1} npm start`);
      expect(code).toBe(1);
      fastest = Math.min(fastest, milliseconds);
    }
    expect(fastest).toBeLessThan(limit);
    expect(await readdir(folder)).not.toContain('postgres');
  });

  it('lists every fault of its configuration, and has started nothing', async () => {
    const folder = await newFolder();
    const { code, said } = await refusedStart(folder, {
      PORT: '99999',
      LOG_LEVEL: 'loud',
      MAIL_URL: 'mail.example.com',
      DATABASE_POOL_SIZE: 'many',
      HOST: '0.0.0.0',
    });
    for (const name of ['PORT=99999', 'LOG_LEVEL=loud', 'MAIL_URL', 'DATABASE_POOL_SIZE=many', 'DEMO_PASSWORD'])
      expect(said).toContain(name);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
    expect(await readdir(folder)).not.toContain('postgres');
  });

  it('runs for an ordinary user with nothing but a data folder of his own', async () => {
    const asRoot = process.getuid?.() === 0;
    const base = await newFolder();
    const dataFolder = join(base, 'data');
    await mkdir(dataFolder, { mode: 0o700 });
    const as = asRoot ? { ...(await copyOfTheProduct(base)), ...(await someOrdinaryUser()) } : undefined;
    if (as) await chown(dataFolder, as.uid, as.gid);
    const standalone = await startStandalone({ dataFolder, port: await freePort(), as });
    running.push(standalone);
    const { 'rights@demo.test': key } = await demoKeysOf(dataFolder);
    expect((await ask(standalone.base, key!, '/v1/me')).status).toBe(200);
    const server = (await serverOf(dataFolder))!;
    standalone.child.kill('SIGINT');
    expect(await standalone.ended).toBe(0);
    expect(await isRunning(server)).toBe(false);
  });
});

/** What a killed application leaves running is its PostgreSQL: there the domain's clock is moved while nobody looks. */
async function letHoursPass(folder: string, hours: number): Promise<void> {
  const read = async (name: string) => (await readFile(join(folder, 'postgres', name), 'utf8')).trim();
  const url = `postgres://tongshan:${await read('password')}@127.0.0.1:${await read('port')}/tongshan`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`update installation set clock_offset = clock_offset + $1 * interval '1 hour'`, [hours]);
  await client.end();
}

/** Node, the compiled product and its packages where every user can read them: the checkout may be closed to others. */
async function copyOfTheProduct(to: string): Promise<{ node: string; folder: string }> {
  const folder = join(to, 'product');
  await mkdir(join(folder, 'libs/directory'), { recursive: true });
  for (const path of ['package.json', 'dist', 'libs/directory/data'])
    await cp(join(root, path), join(folder, path), { recursive: true });
  // thousands of files: links where both are on one file system
  const link = (option: string) => spawnSync('cp', [option, join(root, 'node_modules'), join(folder, 'node_modules')]);
  if (link('-al').status !== 0) {
    await rm(join(folder, 'node_modules'), { recursive: true, force: true });
    link('-a');
  }
  const node = join(to, 'node');
  await cp(process.execPath, node, { dereference: true });
  await chmod(node, 0o755);
  return { node, folder };
}
