import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook } from '#client';
import { checkReceiver, createGuardedAgent, newSecret, type ReceiverCheck, receiverCheckNames } from '#webhooks';
import { startTestApp, type TestApp } from '../support/app.js';
import { root } from '../house/source-tree.js';

type Answer = (body: Buffer, request: IncomingMessage, response: ServerResponse) => void;

/** Platforms' own servers, each as somebody would write it. */
const servers: Array<{ stop: () => void }> = [];
afterEach(() => servers.splice(0).forEach(({ stop }) => stop()));

async function serve(answer: Answer, arriving?: (request: IncomingMessage, response: ServerResponse) => boolean) {
  const server = createServer((request, response) => {
    if (arriving?.(request, response)) return;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(Buffer.concat(parts), request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`);
}

const end = (response: ServerResponse, status: number, text?: string) => void response.writeHead(status).end(text);

/** Verifies by the published library and remembers what it has seen. */
function good(
  secret: () => string,
  verify = (body: string, headers: any) => void new Webhook(secret()).verify(body, headers),
): Answer {
  const seen = new Set<unknown>();
  return (body, { headers }, response) => {
    try {
      verify(body.toString(), headers);
    } catch {
      return end(response, 401);
    }
    const isKnown = seen.has(headers['webhook-id']);
    seen.add(headers['webhook-id']);
    return isKnown ? end(response, 200, '{"duplicate":true}') : end(response, 204);
  };
}

const agent = createGuardedAgent({ allowLoopback: true, ownPorts: [] });
afterAll(() => agent.destroy());

const secret = newSecret();
const keys = [{ secret, signingKey: null }];
const check = (url: URL, bounds: { requestMilliseconds?: number; totalMilliseconds?: number } = {}) =>
  checkReceiver({ url, keys }, { agent, publicUrl: 'https://tongshan.example', ...bounds });
const faultsOf = (checks: readonly ReceiverCheck[]) => checks.filter(({ passed }) => !passed).map(({ name }) => name);

describe('a receiver', () => {
  it('that uses the stock library and keeps what it has seen gets everything right', async () => {
    const checks = await check(await serve(good(() => secret)));
    expect(faultsOf(checks)).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual([...receiverCheckNames]);
    expect(Object.fromEntries(checks.map(({ name, got }) => [name, got]))).toMatchObject({
      good: '204',
      replayed: '204, then 200 (known)',
      tampered: '401',
    });
  });

  it('that uses the client of this repository gets everything right', async () => {
    const answer = good(
      () => secret,
      (body, headers) => void verifyWebhook(body, headers, secret),
    );
    expect(faultsOf(await check(await serve(answer)))).toEqual([]);
  });

  it('that says yes to everything is told each fault, with what to do, in both languages', async () => {
    const checks = await check(await serve((_body, _request, response) => end(response, 204)));
    expect(faultsOf(checks)).toEqual(['replayed', 'duplicated', 'late', 'tampered', 'wrongly_signed', 'unsigned']);
    for (const { advice, expected, got } of checks) {
      expect(advice.zh).toMatch(/\p{Script=Han}{4}/u);
      expect(advice.en).toMatch(/\w+ \w+/);
      expect([expected, got]).not.toContain('');
    }
  });

  it.each<[fault: string, names: string[], Answer]>([
    [
      'looks for a signature, and not at it',
      ['late', 'tampered', 'wrongly_signed'],
      (() => {
        const seen = new Set<unknown>();
        return (_body, { headers }, response) => {
          const id = headers['webhook-id'];
          if (!headers['webhook-signature']) return end(response, 400);
          const isKnown = seen.size === seen.add(id).size;
          return end(response, isKnown ? 208 : 200);
        };
      })(),
    ],
    [
      'forgets the time',
      ['late'],
      good(
        () => secret,
        (body, headers) => {
          const at = new Date(Number(headers['webhook-timestamp']) * 1000);
          const ours = new Webhook(secret).sign(headers['webhook-id'], at, body);
          if (!headers['webhook-signature'].split(' ').includes(ours)) throw new Error('not ours');
        },
      ),
    ],
    [
      'reads the first signature alone',
      ['rotated'],
      good(
        () => secret,
        (body, headers) =>
          void new Webhook(secret).verify(body, {
            ...headers,
            'webhook-signature': headers['webhook-signature']?.split(' ')[0],
          }),
      ),
    ],
    [
      'has the secret of another endpoint',
      ['good', 'replayed', 'duplicated', 'rotated', 'unknown_event', 'large', 'slow'],
      good(() => newSecret()),
    ],
    [
      'falls over what it does not know, and over what is not signed',
      ['unsigned', 'unknown_event'],
      ((): Answer => {
        const inner = good(() => secret);
        return (body, request, response) =>
          !request.headers['webhook-signature'] || body.includes('check.unknown_event')
            ? end(response, 500)
            : inner(body, request, response);
      })(),
    ],
    [
      'takes 16 kB and no more',
      ['large'],
      ((): Answer => {
        const inner = good(() => secret);
        return (body, request, response) =>
          body.length > 16_384 ? end(response, 413) : inner(body, request, response);
      })(),
    ],
  ])('that %s is told so', async (_fault, names, answer) => {
    expect(faultsOf(await check(await serve(answer)))).toEqual(names);
  });

  it('that takes the first piece for the whole, or turns pieces into text, fails the slow one', async () => {
    const inner = good(() => secret);
    const first = await serve(inner, (request, response) => {
      request.once('data', (part: Buffer) => inner(part, request, response));
      return true;
    });
    expect(faultsOf(await check(first))).toContain('slow');
    const texts = await serve(inner, (request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => inner(Buffer.from(text), request, response));
      return true;
    });
    expect(faultsOf(await check(texts))).toEqual(['slow']);
  });

  it('that fails one of two at the same moment is told so', async () => {
    const inner = good(() => secret);
    const atWork = new Set<unknown>();
    const url = await serve((body, request, response) => {
      const id = request.headers['webhook-id'];
      if (atWork.has(id)) return end(response, 500);
      atWork.add(id);
      setTimeout(() => (atWork.delete(id), inner(body, request, response)), 30);
    });
    expect(faultsOf(await check(url))).toEqual(['duplicated']);
  });

  it('that does not answer is asked no more than once, and one that answers late not for longer than was said', async () => {
    let count = 0;
    const silent = await serve(() => void count++);
    const checks = await check(silent, { requestMilliseconds: 200 });
    expect(count).toBe(1);
    expect(checks[0]).toMatchObject({ passed: false, got: 'no answer: timeout' });
    expect(checks[1]!.got).toContain('not tried');
    expect(faultsOf(checks)).toHaveLength(receiverCheckNames.length);
    const slow = await serve((_body, _request, response) => setTimeout(() => end(response, 204), 400));
    const started = performance.now();
    expect((await check(slow, { totalMilliseconds: 1_000 })).at(-1)).toMatchObject({ passed: false });
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it('that stands inside a network is not called', async () => {
    const guarded = createGuardedAgent({ allowLoopback: false, ownPorts: [] });
    const url = await serve((_body, _request, response) => end(response, 204));
    const [first] = await checkReceiver({ url, keys }, { agent: guarded, publicUrl: 'https://tongshan.example' });
    await guarded.destroy();
    expect(first!.got).toBe('no answer: address_refused');
  });
});

describe('POST /v1/webhook-endpoints/:id/check', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ worker: false });
  });
  afterAll(() => app.close());

  it('checks an endpoint with its own secret, also the rotated one, and leaves no delivery behind', async () => {
    let current = '';
    const url = await serve(good(() => current));
    const { body: endpoint } = await app
      .by('platform')
      .post('/v1/webhook-endpoints', { url: url.href, events: ['*'], signatures: ['v1', 'v1a'] });
    current = endpoint.secret;
    const path = `/v1/webhook-endpoints/${endpoint.id}`;
    const first = await app.by('platform').post(`${path}/check`);
    expect([first.status, faultsOf(first.body.checks)]).toEqual([200, []]);
    await app.by('platform').post(`${path}/secret/rotate`);
    const both = await Promise.all([1, 2].map(() => app.by('platform').post(`${path}/check`)));
    const [again, tooSoon] = both.sort((a, b) => a.status - b.status);
    expect(faultsOf(again!.body.checks)).toEqual([]);
    expect([tooSoon!.status, tooSoon!.body.code]).toEqual([409, 'request_in_progress']);
    expect((await app.by('platform').get(`${path}/deliveries`)).body.data).toEqual([]);
    expect((await app.by('platform2').post(`${path}/check`)).status).toBe(404);
  });
});

describe('npm run check-receiver', () => {
  const run = (...words: string[]) =>
    new Promise<{ code: number; said: string; wrong: string }>((resolve) => {
      const { NODE_OPTIONS: _ofJest, ...env } = process.env;
      const program = join(root, 'apps/api/src/check-receiver.ts');
      const source = ['--import', join(root, 'test/support/register-source.mjs'), program];
      const child = execFile(process.execPath, [...source, ...words], { env }, (failure, said, wrong) =>
        resolve({ code: failure ? Number(failure.code) : 0, said, wrong }),
      );
      child.stdin?.end();
    });

  it('prints what was right and what to mend, and ends with 1 when something is wrong', async () => {
    const right = await run((await serve(good(() => secret))).href, '--secret', secret, '--allow-loopback');
    expect([right.code, right.wrong]).toEqual([0, '']);
    expect(right.said).toContain(`All ${receiverCheckNames.length} are right`);
    const naive = await serve((_body, _request, response) => end(response, 204));
    const wrong = await run(naive.href, '--secret', secret, '--allow-loopback');
    expect(wrong.code).toBe(1);
    expect(wrong.said).toContain('6 to mend: replayed, duplicated, late, tampered, wrongly_signed, unsigned');
  }, 60_000);

  it('calls this machine and networks inside only when told to, and ends with 2 when there is nothing to check', async () => {
    const url = (await serve(good(() => secret))).href;
    const answers = await Promise.all([
      run(url, '--secret', secret),
      run('http://10.0.0.1/', '--secret', secret, '--allow-loopback'),
      run('https://example.com/', '--secret', 'whsec_short'),
      run('https://example.com/'),
      run(),
    ]);
    expect(answers.map(({ code, said }) => [code, said])).toEqual(answers.map(() => [2, '']));
    expect(answers.map(({ wrong }) => wrong)).toEqual([
      expect.stringContaining('https'),
      expect.stringContaining('public network'),
      expect.stringContaining('whsec_'),
      expect.stringContaining('--secret'),
      expect.stringContaining('check-receiver'),
    ]);
  }, 60_000);
});
