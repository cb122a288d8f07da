import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '#identity';
import { newId, quotas, readConfiguration } from '#kernel';
import { RequestLimits } from '../../apps/api/src/limits/request-limits.js';
import type { SharedCounts } from '../../apps/api/src/limits/shared-counts.js';
import { UpdateHub } from '../../apps/api/src/live/update-hub.js';
import { createApi } from '../../apps/api/src/start-api.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';

const limits = 'reads=1000,writes=30,heavy=5,public=50,public_heavy=5';
const minute = 60_000;
const { now } = Date;
/** A clock of which each test begins in a window of its own, five seconds after its beginning. */
let ahead = 0;
const nextWindow = () => (ahead = (Math.floor((now() + ahead) / minute) + 1) * minute + 5_000 - now());

describe('rate limits', () => {
  let app: TestApp;
  let second: NestFastifyApplication;
  let secondUrl: string;

  beforeAll(async () => {
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    app = await startTestApp({ worker: false, environment: { RATE_LIMITS: limits } });
    second = await createApi(app.configuration);
    await second.listen(0, '127.0.0.1');
    secondUrl = (await second.getUrl()).replace('[::1]', '127.0.0.1');
  }, 60_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await second?.close();
    await app?.close();
  });
  beforeEach(() => void nextWindow());

  const write = (url = app.url) =>
    fetch(`${url}/v1/complaints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.keys['rights@demo.test']}`, 'content-type': 'application/json' },
      body: '{}',
    });
  const left = ({ headers }: { headers: Headers }) => Number(/;r=(\d+);/.exec(headers.get('ratelimit')!)![1]);
  const writes = async (count: number, url?: string) => {
    for (let n = 0; n < count; n++) expect((await write(url)).status).toBe(422);
  };
  const counted = async () => {
    const [row] = await app.database.query<Array<{ used: number }>>(
      `select coalesce(sum(used), 0)::int as used from rate_counts where quota = 'writes' and ends_at > $1`,
      [new Date(Date.now())],
    );
    return row!.used;
  };

  it('every answer says what is left, refusals too; what machines ask about the machine is free', async () => {
    const read = await app.by('rights').get('/v1/me');
    expect(read.headers.get('ratelimit-policy')).toBe('"reads";q=1000;w=60');
    expect(read.headers.get('ratelimit')).toMatch(/^"reads";r=999;t=5\d$/);
    expect(left(await app.by('rights').get(`/v1/complaints/${newId()}`))).toBe(998);
    const forbidden = await app.by('rights').get('/v1/notices/unrouted');
    expect(left(forbidden)).toBe(997);
    const stranger = await app.with('tsk_test_nonsense').get('/v1/me');
    expect([stranger.status, stranger.headers.get('ratelimit-policy')]).toEqual([401, '"public";q=50;w=60']);
    expect((await app.with(null).get('/livez')).headers.get('ratelimit')).toBeNull();
  });

  it('holds over two processes, and says how to go on', async () => {
    await writes(20);
    await eventually(async () => (await counted()) === 20);
    // at once, where the process itself does it within the second
    await writes(1, secondUrl);
    await (second.get(RequestLimits) as unknown as { counts: SharedCounts }).counts.settle();
    expect(left(await write(secondUrl))).toBe(8);
    await writes(8, secondUrl);
    const refused = await write(secondUrl);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit')).toMatch(/^"writes";r=0;t=\d+$/);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ code: 'rate_limited', quota: 'writes', status: 429 });
    await eventually(async () => (await counted()) === 30);
    // the first learns of it with its next settlement, and what it lets through until then is all that is too much
    await eventually(async () => (await write()).status === 429);
    expect((await app.by('rights').get('/v1/me')).status).toBe(200);
    expect((await app.by('partner').post('/v1/complaints', {})).status).toBe(422);
  });

  it('a new window begins anew', async () => {
    await writes(30);
    expect((await write()).status).toBe(429);
    nextWindow();
    await writes(30);
  });

  it('counts strangers by their address, and what is heavy apart', async () => {
    const resolve = () => app.with(null).post('/v1/platforms/resolve', { texts: ['https://pan.baidu.com/s/1abc'] });
    for (let n = 0; n < 5; n++) expect((await resolve()).status).toBe(200);
    expect(await resolve()).toMatchObject({ status: 429, body: { quota: 'public_heavy' } });
    const guess = () => app.with('tsk_test_nonsense').get('/v1/me');
    for (let n = 0; n < 50; n++) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    const { body: figures } = await app.with(null).get('/metrics');
    expect(figures).toMatch(/tongshan_problems_total\{code="rate_limited"\} [1-9]/);
  });

  it('no request waits for a statement: many at once are one settlement', async () => {
    const statements: string[] = [];
    const { database } = app;
    const before = database.logger;
    database.logger = new Proxy(before, {
      get: (target, name) => (name === 'logQuery' ? (sql: string) => statements.push(sql) : Reflect.get(target, name)),
    });
    const begun = performance.now();
    await Promise.all(Array.from({ length: 300 }, () => app.by('platform').get('/v1/me')));
    const seconds = Math.ceil((performance.now() - begun) / 1000);
    database.logger = before;
    expect(statements.filter((sql) => sql.includes('rate_counts')).length).toBeLessThanOrEqual(seconds);
  });

  it('while the counts cannot be written everybody is served, each process counting for itself', async () => {
    await app.database.query('alter table rate_counts rename to rate_counts_away');
    await writes(29);
    const metric = () => app.with(null).get('/metrics');
    await eventually(async () => /given_up_total\{what="rate_settlement"\} [1-9]/.test((await metric()).body));
    await writes(1);
    expect((await write()).status).toBe(429);
    await writes(2, secondUrl);
    await app.database.query('alter table rate_counts_away rename to rate_counts');
    await eventually(async () => (await counted()) === 32);
  });

  it('an organization has so many streams in a process, whoever of it opens them', async () => {
    const hub = app.nest.get(UpdateHub);
    const organizationId = newId();
    const open = (id: string) => {
      const person = {
        organizationId,
        organizationKind: 'platform',
        scopes: new Set(),
        apiKeyId: null,
        sessionId: newId(),
      };
      return hub.open({ ...person, memberId: id, responsibleMemberId: id } as unknown as Caller, null);
    };
    const streams = await Promise.all(Array.from({ length: 200 }, () => open(newId())));
    await expect(open(newId())).rejects.toMatchObject({ code: 'rate_limited' });
    for (const stream of streams) stream.destroy();
    await eventually(async () =>
      open(newId()).then(
        (stream) => Boolean(stream.destroy()),
        () => false,
      ),
    );
  });
});

it('an installation has numbers of its own, and a wrong one is told at the start', () => {
  const read = (RATE_LIMITS: string) =>
    readConfiguration({ DATABASE_URL: 'postgres://localhost/a', INSTALLATION_SECRET: 'x'.repeat(32), RATE_LIMITS });
  expect(read('off').quotaSizes).toBeNull();
  expect(read('').quotaSizes).toMatchObject({ reads: quotas.reads.requests });
  expect(read('writes=1200, heavy=60').quotaSizes).toMatchObject({ writes: 1200, heavy: 60, reads: 3000 });
  for (const wrong of ['wriets=5', 'writes=0', 'writes=many', 'writes'])
    expect(() => read(wrong)).toThrow('RATE_LIMITS');
});
