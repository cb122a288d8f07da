import { deliverWebhook, findForgottenDeliveries } from '#webhooks';
import { domainNow, inTransaction } from '#database';
import { Webhook } from 'standardwebhooks';
import { statementsOf } from '../support/statements.js';
import { deliveriesIn, jobsIn, recordEvent, register, startReceiver } from './support.js';
import {
  advance,
  announce,
  context,
  database,
  oneDelivery,
  only,
  organizationId,
  receiver,
  until,
} from './delivery-stage.js';

describe('an attempt', () => {
  it('is recorded with what was sent and answered, without the signature', async () => {
    const { id } = await oneDelivery((_q, response) => response.end('谢谢'));
    await deliverWebhook(context(), id);
    const { state, attempts, wait } = await only();
    expect({ state, wait }).toEqual({ state: 'delivered', wait: null });
    expect(attempts).toMatchObject([{ statusCode: 200, answer: '谢谢', error: null }]);
    const { headers } = attempts[0]!.request as { headers: Record<string, string> };
    const shown = ['content-type', 'traceparent', 'user-agent', 'webhook-id', 'webhook-timestamp'];
    expect(Object.keys(headers).sort()).toEqual(shown);
    expect(JSON.stringify(attempts)).not.toContain('v1,');
  });

  it('takes two statements when it succeeds', async () => {
    const { id } = await oneDelivery();
    const statements = await statementsOf(database, () => deliverWebhook(context(), id));
    expect(statements.map((statement) => statement.trim().split(/\s+/, 2).join(' '))).toEqual([
      'update webhook_deliveries',
      'with delivered',
    ]);
    expect((await only()).state).toBe('delivered');
  });

  it('shares its two statements with those that go on at the same time', async () => {
    const to = await receiver();
    await register(database, organizationId, to.url);
    for (let n = 0; n < 20; n++) await announce(await recordEvent(database, [organizationId]));
    const ids = (await deliveriesIn(database)).map(({ id }) => id);
    const one = context();
    const statements = await statementsOf(database, () => Promise.all(ids.map((id) => deliverWebhook(one, id))));
    expect(statements.length).toBeLessThan(20); // one to claim, and as many as there were moments to record
    expect(statements.filter((statement) => statement.startsWith('update webhook_deliveries'))).toHaveLength(1);
    expect((await deliveriesIn(database)).map(({ state }) => state)).toEqual(ids.map(() => 'delivered'));
    expect(new Set(to.received.map(({ headers }) => headers['webhook-id'])).size).toBe(20);
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
    let poured = 0;
    const { id } = await oneDelivery((_q, response) => {
      response.on('close', () => (closed = true));
      const pour = () => {
        while (!closed && response.write(Buffer.alloc(65_536, 0))) poured += 65_536;
        if (!closed) response.once('drain', pour);
      };
      pour();
    });
    await deliverWebhook(context(), id);
    const { state, attempts } = await only();
    expect(state).toBe('delivered');
    expect(Buffer.byteLength(attempts[0]!.answer as string)).toBeLessThanOrEqual(4_096);
    await until(() => closed);
    expect(poured).toBeLessThan(32_000_000); // what the two sockets hold, not what was read
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
  const find = (patience = 30_000) =>
    inTransaction(database, async (tx) => findForgottenDeliveries(tx, await domainNow(tx), patience));

  it('is found again after half a minute, when its job was lost, and at once by who has just come', async () => {
    const { id } = await oneDelivery();
    await database.query('delete from graphile_worker._private_jobs');
    expect(await find()).toBe(0);
    expect(await find(0)).toBe(1);
    await advance(31_000);
    expect(await find()).toBe(1);
    expect(await jobsIn(database)).toMatchObject([{ key: 'forgotten deliveries', task: 'deliver_webhook' }]);
    await deliverWebhook(context(), id);
    expect(await find(0)).toBe(0);
  });

  it('is one whose holder has not lived to record its end, as soon as the lease is over', async () => {
    await oneDelivery();
    await database.query(`update webhook_deliveries set leased_until = clock_timestamp() + interval '5 seconds'`);
    expect(await find(0)).toBe(0);
    await database.query(`update webhook_deliveries set leased_until = clock_timestamp()`);
    expect(await find()).toBe(1);
  });

  it('is not one whose endpoint is disabled', async () => {
    const { id, endpoint } = await oneDelivery();
    await database.query(`update webhook_endpoints set state = 'disabled' where id = $1`, [endpoint.id]);
    expect(await find(0)).toBe(0);
    await deliverWebhook(context(), id);
    expect(await only()).toMatchObject({ state: 'pending', wait: null });
  });
});
