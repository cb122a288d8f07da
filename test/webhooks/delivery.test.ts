import { keyFor } from '#kernel';
import {
  announceEvents,
  createGuardedAgent,
  deliverWebhook,
  type DeliveryContext,
  findForgottenDeliveries,
  registerEndpoint,
} from '#webhooks';
import { domainNow, inTransaction, moveClock } from '#database';
import { bringJobsForward } from '#events';
import { Webhook } from 'standardwebhooks';
import type { DataSource } from 'typeorm';
import { deliverWebhookTask } from '../../apps/worker/src/tasks/deliver-webhook.task.js';
import {
  createOrganization,
  deliveriesIn,
  jobsIn,
  openDatabase,
  policy,
  publicUrl,
  recordEvent,
  register,
  sealingKey,
  startQueue,
  startReceiver,
} from './support.js';

let database: DataSource;
let close: () => Promise<void>;
let organizationId: string;
const agent = createGuardedAgent(policy);
const receivers: Array<{ stop: () => Promise<void> }> = [];

beforeAll(async () => {
  ({ database, close } = await openDatabase());
});
afterAll(async () => {
  await agent.destroy();
  await close();
});
beforeEach(async () => {
  await database.query('delete from webhook_endpoints');
  await database.query('delete from graphile_worker._private_jobs');
  organizationId = await createOrganization(database);
});
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()));
});

const context = (extra: Partial<DeliveryContext> = {}): DeliveryContext => ({
  database,
  agent,
  sealingKey,
  chance: () => 0.5,
  ...extra,
});

async function receiver(...args: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...args);
  receivers.push(started);
  return started;
}

const announce = (...events: Array<{ id: string; type: string; audience: string[] }>) =>
  inTransaction(database, async (tx) => announceEvents(tx, await domainNow(tx), events, { publicUrl }));

/** An endpoint that answers so, one event announced to it, and its delivery's id. */
async function oneDelivery(...args: Parameters<typeof startReceiver>) {
  const to = await receiver(...args);
  const endpoint = await register(database, organizationId, to.url);
  const event = await recordEvent(database, [organizationId]);
  await announce(event);
  const [delivery] = await deliveriesIn(database);
  return { to, endpoint, event, id: delivery!.id };
}

async function only() {
  const rows = await deliveriesIn(database);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

/** What the sandbox clock does. */
const advance = (milliseconds: number) =>
  inTransaction(database, async (tx) => {
    await moveClock(tx, milliseconds);
    await bringJobsForward(tx, milliseconds);
  });

async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((r) => setTimeout(r, 20))) {
    if (await done()) return;
  }
  throw new Error('it did not come about within 10 seconds');
}

describe('announcing', () => {
  it('reaches, through the queue, an endpoint of an organization that is party to the matter, signed', async () => {
    const to = await receiver();
    const configuration = { installationSecret: 'a secret of at least thirty-two letters' };
    const { secret } = await inTransaction(database, (tx) =>
      registerEndpoint(
        tx,
        new Date(),
        { organizationId, url: to.url, events: ['notice.served'] },
        { ...policy, sealingKey: keyFor(configuration, 'sealing') },
      ),
    );
    const stop = await startQueue(database, deliverWebhookTask({ database, agent, configuration }));
    try {
      const event = await recordEvent(database, [organizationId]);
      await announce(event);
      await until(async () => (await only()).state === 'delivered');
      const { headers, body } = to.received[0]!;
      const message = new Webhook(secret).verify(body, headers) as { type: string; data: Record<string, unknown> };
      expect(message).toMatchObject({ type: 'notice.served', timestamp: '2026-11-23T06:02:00Z' });
      expect(message.data).toMatchObject({ sequence: 1, itemCount: 1, details: { regime: 'cn.reg468' } });
      expect(message.data.url).toMatch(/^https:\/\/tongshan\.example\/v1\/notices\/[0-9a-f-]{36}$/);
      expect(headers['webhook-id']).toBe(`msg_${event.id}`);
      await until(async () => (await jobsIn(database)).length === 0);
    } finally {
      await stop();
    }
  });

  it('goes to nobody outside the matter, to no disabled endpoint, and to none that asked for other events', async () => {
    const stranger = await createOrganization(database);
    await register(database, stranger, 'http://127.0.0.1:9/stranger');
    await register(database, organizationId, 'http://127.0.0.1:9/other', ['notice.closed']);
    const disabled = await register(database, organizationId, 'http://127.0.0.1:9/disabled');
    await database.query(`update webhook_endpoints set state = 'disabled' where id = $1`, [disabled.id]);
    await announce(await recordEvent(database, [organizationId]));
    expect(await deliveriesIn(database)).toEqual([]);
  });

  it('leaves events outside the contract unsaid, also to those who asked for all', async () => {
    await register(database, organizationId, 'http://127.0.0.1:9/all');
    await announce(await recordEvent(database, [organizationId], { type: 'notice.assigned' }));
    expect(await deliveriesIn(database)).toEqual([]);
  });

  it('announces an event once, however often it is asked to', async () => {
    await register(database, organizationId, 'http://127.0.0.1:9/all');
    const event = await recordEvent(database, [organizationId]);
    await announce(event, event);
    await announce(event);
    await only();
    expect(await jobsIn(database)).toHaveLength(1);
  });

  it('takes the same number of statements for one event as for two hundred', async () => {
    const other = await createOrganization(database);
    for (const owner of [organizationId, other]) await register(database, owner, 'http://127.0.0.1:9/all');
    const events: Array<Awaited<ReturnType<typeof recordEvent>>> = [];
    for (let n = 0; n < 200; n++) events.push(await recordEvent(database, [organizationId, other]));
    const statements = async (some: typeof events) => {
      let count = 0;
      await inTransaction(database, async (tx) => {
        const query = tx.query.bind(tx);
        tx.query = (async (...args: Parameters<typeof query>) => {
          count++;
          return query(...args);
        }) as typeof tx.query;
        await announceEvents(tx, new Date(), some, { publicUrl });
      });
      return count;
    };
    expect(await statements(events.slice(0, 1))).toBe(3);
    expect(await statements(events.slice(1))).toBe(3);
    expect(await deliveriesIn(database)).toHaveLength(400);
  });

  it('keeps a body within 20 kB whatever the event holds, and says how many items there were', async () => {
    await register(database, organizationId, 'http://127.0.0.1:9/all');
    const itemIds = Array.from({ length: 500 }, () => crypto.randomUUID());
    const events = [
      await recordEvent(database, [organizationId], { itemIds }),
      await recordEvent(database, [organizationId], { itemIds, data: { text: '字'.repeat(20_000) } }),
    ];
    await announce(...events);
    for (const { body } of await deliveriesIn(database)) {
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
      expect(JSON.parse(body).data.itemCount).toBe(500);
    }
  });
});

describe('an attempt', () => {
  it('is recorded with what was sent and answered, without the signature', async () => {
    const { id } = await oneDelivery((_q, response) => response.end('谢谢'));
    await deliverWebhook(context(), id);
    const { state, attempts, wait } = await only();
    expect({ state, wait }).toEqual({ state: 'delivered', wait: null });
    expect(attempts).toMatchObject([{ statusCode: 200, answer: '谢谢', error: null }]);
    const { headers } = attempts[0]!.request as { headers: Record<string, string> };
    expect(Object.keys(headers).sort()).toEqual(['content-type', 'user-agent', 'webhook-id', 'webhook-timestamp']);
    expect(JSON.stringify(attempts)).not.toContain('v1,');
  });

  it('takes two statements when it succeeds', async () => {
    const { id } = await oneDelivery();
    let statements = 0;
    const counting = Object.create(database, {
      query: { value: (...args: Parameters<typeof database.query>) => (statements++, database.query(...args)) },
      transaction: { value: () => expect(true).toBe(false) },
    }) as DataSource;
    await deliverWebhook(context({ database: counting }), id);
    expect(statements).toBe(2);
    expect((await only()).state).toBe('delivered');
  });

  it('goes by the schedule: ten tries with the same id and a fresh signature each, then it is exhausted', async () => {
    const { to, endpoint, id } = await oneDelivery((_q, response) => response.writeHead(500).end('no'));
    const steps = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    for (const step of steps) {
      await deliverWebhook(context(), id);
      const { state, wait } = await only();
      expect(state).toBe('pending');
      expect(Math.abs(wait! - step)).toBeLessThan(2);
      const [job] = await jobsIn(database);
      expect(Math.abs(job!.wait - step)).toBeLessThan(2);
      await advance(step * 1_000 + 10);
    }
    await deliverWebhook(context(), id);
    const { state, attempts, wait } = await only();
    expect({ state, wait, tries: attempts.length }).toEqual({ state: 'exhausted', wait: null, tries: 10 });
    expect(new Set(to.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { headers, body } of to.received) new Webhook(endpoint.secret).verify(body, headers);
    await deliverWebhook(context(), id);
    expect(to.received).toHaveLength(10);
  }, 20_000);

  it('spreads retries by a tenth to either side', async () => {
    const { id } = await oneDelivery((_q, response) => response.writeHead(500).end());
    await deliverWebhook(context({ chance: () => 1 }), id);
    expect(Math.abs((await only()).wait! - 5.5)).toBeLessThan(0.4);
  });

  it('heeds Retry-After up to the next step', async () => {
    const { id } = await oneDelivery((_q, response, count) =>
      response.writeHead(count === 1 ? 429 : 503, { 'retry-after': count === 1 ? '60' : '86400' }).end(),
    );
    await deliverWebhook(context(), id);
    expect(Math.abs((await only()).wait! - 60)).toBeLessThan(2);
    await advance(60_010);
    await deliverWebhook(context(), id);
    expect(Math.abs((await only()).wait! - 1_800)).toBeLessThan(2);
  });

  it('that is answered 410 closes the endpoint and is not repeated', async () => {
    const { endpoint, id } = await oneDelivery((_q, response) => response.writeHead(410).end());
    await deliverWebhook(context(), id);
    expect(await only()).toMatchObject({ state: 'exhausted', wait: null });
    const [row] = await database.query('select state, disabled_because from webhook_endpoints where id = $1', [
      endpoint.id,
    ]);
    expect(row).toEqual({ state: 'disabled', disabled_because: 'gone' });
  });

  it('does not follow a redirect, and counts it as failed', async () => {
    const elsewhere = await receiver();
    const { id } = await oneDelivery((_q, response) => response.writeHead(302, { location: elsewhere.url }).end());
    await deliverWebhook(context(), id);
    expect(await only()).toMatchObject({ state: 'pending', attempts: [{ statusCode: 302 }] });
    expect(elsewhere.received).toEqual([]);
  });

  it('that comes too early is put off to its time', async () => {
    const { to, id } = await oneDelivery((_q, response) => response.writeHead(500).end());
    await deliverWebhook(context(), id);
    await database.query('delete from graphile_worker._private_jobs');
    await deliverWebhook(context(), id);
    expect(to.received).toHaveLength(1);
    const [job] = await jobsIn(database);
    expect(job!.key).toBe(id);
    expect(job!.wait).toBeGreaterThan(3);
  });
});

describe('a receiver that misbehaves', () => {
  it.each<[string, Parameters<typeof startReceiver>[0]]>([
    ['says nothing', () => undefined],
    [
      'drips its answer',
      (_q, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
    [
      'drips its header',
      (_q, response) => {
        const socket = response.socket!;
        socket.write('HTTP/1.1 200 OK\r\n');
        const drip = setInterval(() => socket.write('x-a: b\r\n'), 20);
        socket.on('close', () => clearInterval(drip));
      },
    ],
  ])('and %s is given up in time and tried again later', async (_name, answer) => {
    const { id } = await oneDelivery(answer);
    const started = Date.now();
    await deliverWebhook(context({ attemptMilliseconds: 300 }), id);
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(await only()).toMatchObject({ state: 'pending', attempts: [{ error: { code: 'timeout' } }] });
  });

  it('and answers without end is read for 4 kB and cut off', async () => {
    let closed = false;
    const { id } = await oneDelivery((_q, response) => {
      response.on('close', () => (closed = true));
      const pour = () => {
        while (!closed && response.write(Buffer.alloc(65_536, 0)));
        if (!closed) response.once('drain', pour);
      };
      pour();
    });
    await deliverWebhook(context(), id);
    const { state, attempts } = await only();
    expect(state).toBe('delivered');
    expect(Buffer.byteLength(attempts[0]!.answer as string)).toBeLessThanOrEqual(4_096);
    await until(() => closed);
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a header without end', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
    ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
  ])('and answers %s has failed', async (_name, bytes) => {
    const { id } = await oneDelivery((_q, response) => response.socket!.end(bytes));
    await deliverWebhook(context({ attemptMilliseconds: 3_000 }), id);
    const { state, attempts } = await only();
    expect(state).toBe('pending');
    expect(attempts[0]!.error).not.toBeNull();
  });

  it('and cannot be reached has failed, without a word on what the system said', async () => {
    const { to, id } = await oneDelivery();
    await to.stop();
    await deliverWebhook(context(), id);
    const [attempt] = (await only()).attempts;
    expect(attempt).toMatchObject({
      statusCode: null,
      error: { code: 'connection_failed', detail: 'The connection was refused or broke off.' },
    });
  });
});

describe('several workers', () => {
  it('send a delivery once, however many jobs it has', async () => {
    const { to, id } = await oneDelivery((_q, response) => setTimeout(() => response.end(), 100));
    await Promise.all(Array.from({ length: 8 }, () => deliverWebhook(context(), id)));
    expect(to.received).toHaveLength(1);
    expect((await only()).attempt_count).toBe(1);
  });

  it('take over what a dead one held, when its lease has ended', async () => {
    const { to, id } = await oneDelivery();
    await database.query(`update webhook_deliveries set leased_until = clock_timestamp() + interval '20 seconds'`);
    await deliverWebhook(context(), id);
    expect(to.received).toHaveLength(0);
    const [job] = await jobsIn(database);
    expect(job!.wait).toBeGreaterThan(15);
    await database.query(`update webhook_deliveries set leased_until = clock_timestamp()`);
    await deliverWebhook(context(), id);
    expect(to.received).toHaveLength(1);
  });
});

describe('a forgotten delivery', () => {
  const find = () => inTransaction(database, async (tx) => findForgottenDeliveries(tx, await domainNow(tx)));

  it('is found again after two minutes, when its job was lost', async () => {
    const { id } = await oneDelivery();
    await database.query('delete from graphile_worker._private_jobs');
    expect(await find()).toBe(0);
    await advance(121_000);
    expect(await find()).toBe(1);
    expect(await jobsIn(database)).toMatchObject([{ key: id, task: 'deliver_webhook' }]);
    await deliverWebhook(context(), id);
    expect(await find()).toBe(0);
  });

  it('is not one whose endpoint is disabled', async () => {
    const { id, endpoint } = await oneDelivery();
    await database.query(`update webhook_endpoints set state = 'disabled' where id = $1`, [endpoint.id]);
    await advance(121_000);
    expect(await find()).toBe(0);
    await deliverWebhook(context(), id);
    expect(await only()).toMatchObject({ state: 'pending', wait: null });
  });
});
