import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, type Schemas, type TongshanClient, TongshanProblem, TongshanUnreachable } from '#client';
import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;
let rights: TongshanClient;
let platform: TongshanClient;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  rights = clientOf('rights');
  platform = clientOf('platform');
});
afterAll(() => app.close());

function clientOf(account: string, more: Partial<Parameters<typeof createClient>[0]> = {}): TongshanClient {
  return createClient({ baseUrl: app.url, apiKey: app.keys[`${account}@demo.test`], ...more });
}

const complaint = (texts = [pasted.netdisk()]) => complaintAbout(texts) as Schemas['FileComplaintRequest'];

/** The installation, with what happens on the way to it and back. */
function network(
  ...events: Array<'lost' | 'answer lost' | 'broken off' | Response>
): typeof fetch & { sent: Request[] } {
  const sent: Request[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push(request.clone());
    const event = events.shift();
    if (event instanceof Response) return event;
    if (event === 'lost') throw new TypeError('fetch failed');
    const answer = await fetch(request);
    if (event === 'answer lost') throw new TypeError('fetch failed');
    if (event !== 'broken off') return answer;
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('{"id": "'));
        controller.error(new TypeError('terminated'));
      },
    });
    return new Response(broken, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
  return Object.assign(send, { sent });
}

const busy = (status: number, retryAfter: string) =>
  new Response('', { status, headers: { 'retry-after': retryAfter } });
const filedCount = async () =>
  (await all(rights.pages('/v1/complaints', { params: { query: { limit: 200 } } }))).length;

async function all<Entry>(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

describe('the client', () => {
  it('files a complaint that the platform finds and answers, every step typed by the document', async () => {
    const filing = await rights.post('/v1/complaints', { body: complaint() });
    const outcome: 'served' | string = filing.targets[0]!.outcome;
    expect(outcome).toBe('served');
    const id = filing.notices[0]!.id;
    const notice = await platform.get('/v1/notices/{id}', { params: { path: { id } } });
    const itemId = notice.items[0]!.id;
    await platform.post('/v1/notices/{id}/decisions', {
      params: { path: { id } },
      body: { decisions: [{ itemId, outcome: 'removed' }] },
    });
    const { data, response } = await platform.http.GET('/v1/notices/{id}', { params: { path: { id } } });
    expect(data?.items?.[0]).toMatchObject({ id: itemId, disposition: 'removed' });
    expect(response.headers.get('etag')).toMatch(/^"\d+"$/);
    const pdf = await rights.get('/v1/notices/{id}/document.pdf', { params: { path: { id } }, parseAs: 'arrayBuffer' });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    // @ts-expect-error -- no such path
    await expect(rights.get('/v1/nothing')).rejects.toMatchObject({ status: 404 });
  });

  it('reads a list to its end, page by page, each entry once', async () => {
    for (let n = 0; n < 5; n++) await rights.post('/v1/complaints', { body: complaint() });
    const few = await all(rights.pages('/v1/complaints', { params: { query: { limit: 2 } } }));
    const whole = await rights.get('/v1/complaints', { params: { query: { limit: 200 } } });
    expect(few.map(({ id }) => id)).toEqual(whole.data.map(({ id }) => id));
    expect(few.length).toBeGreaterThanOrEqual(5);
    const missed = await all(platform.pages('/v1/notices', { params: { query: { state: 'closed', limit: 1 } } }));
    expect(missed.every(({ state }) => state === 'closed')).toBe(true);
  });

  it('says a problem as an error with its code, its fields and what to quote', async () => {
    const asked = rights.post('/v1/complaints', { body: { works: 'none' } as never });
    const problem: TongshanProblem = await asked.then(
      () => null,
      (failure) => failure,
    );
    expect(problem).toBeInstanceOf(TongshanProblem);
    expect(problem).toMatchObject({ status: 422, code: 'validation_failed', requestId: expect.any(String) });
    expect(problem.errors).toContainEqual({
      pointer: '#/works',
      code: expect.any(String),
      detail: expect.any(String),
    });
    const stranger = createClient({ baseUrl: app.url, apiKey: 'tsk_test_nobody', language: 'zh' });
    await expect(stranger.get('/v1/me')).rejects.toMatchObject({
      status: 401,
      code: 'unauthenticated',
      body: { title: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  it('tells what a proxy answers from what the installation answers', async () => {
    const proxy = clientOf('rights', { fetch: network(new Response('<h1>Bad request</h1>', { status: 400 })) });
    await expect(proxy.get('/v1/me')).rejects.toMatchObject({ status: 400, code: 'no_problem', errors: [] });
  });
});

describe('a request is sent again', () => {
  it.each(['lost', 'answer lost', 'broken off'] as const)('when it is %s, and done once', async (event) => {
    const before = await filedCount();
    const wire = network(event, event);
    const filing = await clientOf('rights', { fetch: wire }).post('/v1/complaints', { body: complaint() });
    expect(filing.number).toMatch(/^TS-/);
    expect(await filedCount()).toBe(before + 1);
    expect(wire.sent).toHaveLength(3);
    const keys = wire.sent.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    expect(new Set(await Promise.all(wire.sent.map((request) => request.text()))).size).toBe(1);
  });

  it('under the key that the caller chose, and under another for another act', async () => {
    const wire = network('answer lost');
    const client = clientOf('rights', { fetch: wire });
    await client.post('/v1/complaints', { body: complaint(), headers: { 'Idempotency-Key': 'mine' } });
    await client.post('/v1/complaints', { body: complaint() });
    const [first, second, third] = wire.sent.map(({ headers }) => headers.get('idempotency-key'));
    expect([first, second]).toEqual(['mine', 'mine']);
    expect(third).not.toBe('mine');
  });

  it.each([429, 503])('after %i, as late as Retry-After says', async (status) => {
    const wire = network(busy(status, '1'));
    const started = performance.now();
    await clientOf('rights', { fetch: wire }).get('/v1/me');
    expect(performance.now() - started).toBeGreaterThan(990);
    expect(wire.sent).toHaveLength(2);
  });

  it('while the first with its key is still at work', async () => {
    const wire = network(busy(409, '0'), busy(409, '0'));
    await clientOf('rights', { fetch: wire }).post('/v1/complaints', { body: complaint() });
    expect(wire.sent).toHaveLength(3);
  });

  it('so often and so long as was said, and no more', async () => {
    const refused = network(busy(503, '0'), busy(503, '0'), busy(503, '0'));
    await expect(clientOf('rights', { fetch: refused, retries: 2 }).get('/v1/me')).rejects.toMatchObject({
      status: 503,
    });
    expect(refused.sent).toHaveLength(3);
    const late = network(busy(429, '3600'));
    await expect(clientOf('rights', { fetch: late }).get('/v1/me')).rejects.toMatchObject({ status: 429 });
    expect(late.sent).toHaveLength(1);
    const gone = network('lost', 'lost');
    const lost = clientOf('rights', { fetch: gone, retries: 1 }).post('/v1/complaints', { body: complaint() });
    const failure = await lost.then(
      () => null,
      (error) => error,
    );
    expect(failure).toBeInstanceOf(TongshanUnreachable);
    expect(failure.idempotencyKey).toBe(gone.sent[0]!.headers.get('idempotency-key'));
  });

  it('never when doing it twice could do harm, or when it was refused', async () => {
    const clock = network('lost');
    const moving = clientOf('operator', { fetch: clock }).post('/v1/sandbox/clock', { body: { advance: 'PT1S' } });
    await expect(moving).rejects.toBeInstanceOf(TongshanUnreachable);
    const login = network('lost');
    const signing = clientOf('rights', { fetch: login }).post('/v1/auth/login', {
      body: { email: 'a@b.test', password: 'x' },
    });
    await expect(signing).rejects.toBeInstanceOf(TongshanUnreachable);
    const wrong = network();
    await expect(
      clientOf('rights', { fetch: wrong }).post('/v1/complaints', { body: {} as never }),
    ).rejects.toMatchObject({
      status: 422,
    });
    expect([clock, login, wrong].map(({ sent }) => sent.length)).toEqual([1, 1, 1]);
  });

  it('to a server that never answers until the patience ends, and not after the caller has lost his', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const silent = createClient({ baseUrl, timeoutMs: 100, retries: 1 });
      await expect(silent.get('/v1/me')).rejects.toMatchObject({ cause: { message: 'no answer within 0.1 s' } });
      const patient = createClient({ baseUrl }).get('/v1/me', { signal: AbortSignal.timeout(50) });
      await expect(patient).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
