import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Configuration, readConfiguration, wellKnownDemoPassword } from '#kernel';
import { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/src/start-api.js';
import { mintDemoKeys, seedDemo } from '../../apps/standalone/src/demo/seed-demo.js';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import { createTestDatabase } from './database.js';
import { looseLimits } from './loose-limits.js';

export const demoPassword = wellKnownDemoPassword;

export interface Answer<T = any> {
  status: number;
  headers: Headers;
  body: T;
}

/** Somebody who asks the API: `get('/v1/notices')`, `post('/v1/complaints', {...})`. */
export interface Client {
  get<T = any>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  send<T = any>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}

export interface TestApp {
  url: string;
  /** The API's own container. */
  nest: INestApplicationContext;
  database: DataSource;
  configuration: Configuration;
  /** By the API key of a demo account: `app.by('rights')` is rights@demo.test. */
  by(account: DemoAccount): Client;
  /** Signed in as a demo person. */
  signedIn(account: DemoAccount): Promise<Client>;
  /** With any credential, or none. */
  with(credential: string | null): Client;
  keys: Record<string, string>;
  advance(duration: string): Promise<{ now: string; remindersSent: number; breaches: number; escalations: number }>;
  startWorker(): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

export type DemoAccount =
  'rights' | 'platform' | 'platform2' | 'platform3' | 'regulator' | 'national' | 'partner' | 'operator';

/** The whole product on a database of its own, listening on a free port of the loopback address. */
export async function startTestApp(
  options: { worker?: boolean; environment?: Record<string, string> } = {},
): Promise<TestApp> {
  const testDatabase = options.environment?.['DATABASE_URL'] ? null : await createTestDatabase();
  const mailFolder = await mkdtemp(join(tmpdir(), 'tongshan-mail-'));
  const evidenceFolder = await mkdtemp(join(tmpdir(), 'tongshan-evidence-'));
  const configuration = readConfiguration({
    DATABASE_URL: testDatabase?.url,
    PORT: '0',
    SANDBOX: 'true',
    DEMO_PASSWORD: demoPassword,
    INSTALLATION_SECRET: 'a secret of the tests, long enough',
    MAIL_FOLDER: mailFolder,
    EVIDENCE_FOLDER: evidenceFolder,
    LOG_LEVEL: 'silent',
    DATABASE_POOL_SIZE: '10',
    WORKER_CONCURRENCY: '8',
    RATE_LIMITS: looseLimits,
    ...options.environment,
  });
  const api = await createApi(configuration);
  const workers: INestApplicationContext[] = [];
  const database = api.get(DataSource);
  await seedDemo(database, demoPassword);
  const keys = await mintDemoKeys(database);
  await api.listen(0, '127.0.0.1');
  const url = (await api.getUrl()).replace('[::1]', '127.0.0.1');
  const app: TestApp = {
    url,
    nest: api,
    database,
    configuration,
    keys,
    with: (credential) => client(url, credential),
    by: (account) => client(url, keys[`${account}@demo.test`]!),
    async signedIn(account) {
      const { body } = await client(url, null).post('/v1/auth/login', {
        email: `${account}@demo.test`,
        password: demoPassword,
      });
      return client(url, body.accessToken);
    },
    async advance(duration) {
      const { status, body } = await app.by('operator').post('/v1/sandbox/clock', { advance: duration });
      if (status !== 200) throw new Error(`the clock did not move: ${JSON.stringify(body)}`);
      return body;
    },
    async startWorker() {
      const worker = await startWorker(configuration);
      workers.push(worker);
      return worker;
    },
    async close() {
      for (const worker of workers) await worker.close();
      await api.close();
      await testDatabase?.drop();
      for (const folder of [mailFolder, evidenceFolder]) await rm(folder, { recursive: true, force: true });
    },
  };
  if (options.worker ?? true) await app.startWorker();
  return app;
}

function client(url: string, credential: string | null): Client {
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(credential && { authorization: `Bearer ${credential}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const type = response.headers.get('content-type') ?? '';
    // a stream of events has no end: that it was opened is the answer
    const isStream = type.startsWith('text/event-stream');
    if (isStream) await response.body?.cancel();
    const text = isStream ? '' : await response.text();
    const isJson = /json/.test(type);
    return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
  };
  return {
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body = {}, headers) => send('POST', path, body, headers),
  };
}

/** Asks again until the answer is there, at most `seconds`. */
export async function eventually<T>(ask: () => Promise<T | null | undefined | false>, seconds = 10): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`nothing came within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
