import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type Receiver, startReceiver } from '../support/receiver.js';

let app: TestApp;
let receiver: Receiver;
/** What the receiver says. */
let status: number;

beforeAll(async () => {
  app = await startTestApp();
  receiver = await startReceiver((_request, response) => response.writeHead(status).end('see you'));
}, 60_000);
afterAll(async () => {
  await receiver.close();
  await app.close();
});
beforeEach(async () => {
  status = 204;
  receiver.requests.length = 0;
  for (const { id } of (await app.by('platform').get('/v1/webhook-endpoints')).body.data) {
    await app.by('platform').send('DELETE', `/v1/webhook-endpoints/${id}`);
  }
});

const register = async (body: object = {}) =>
  (await app.by('platform').post('/v1/webhook-endpoints', { url: receiver.url, events: ['notice.served'], ...body }))
    .body;
const fileOne = () => app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
const deliveriesOf = async (id: string, query = '') =>
  (await app.by('platform').get(`/v1/webhook-endpoints/${id}/deliveries${query}`)).body.data;
const deliveryIn = (endpointId: string, state: string) =>
  eventually(async () => (await deliveriesOf(endpointId, `?state=${state}`))[0]);

describe('one delivery', () => {
  it('is read with its body and every attempt, by its organization alone', async () => {
    const endpoint = await register();
    await fileOne();
    const { id } = await deliveryIn(endpoint.id, 'delivered');
    const { status: answered, body } = await app.by('platform').get(`/v1/webhook-deliveries/${id}`);
    expect(answered).toBe(200);
    expect(body).toMatchObject({
      endpointId: endpoint.id,
      event: 'notice.served',
      state: 'delivered',
      nextAttemptAt: null,
    });
    expect(body.attempts).toMatchObject([{ statusCode: 204, request: { url: receiver.url } }]);
    expect(body.body).toBe(receiver.requests[0]!.body);
    for (const path of ['', '/resend']) {
      const foreign = await app.by('rights').send(path ? 'POST' : 'GET', `/v1/webhook-deliveries/${id}${path}`);
      expect(foreign.status).toBe(404);
    }
  });

  it('is listed by state and by event', async () => {
    const endpoint = await register({ events: ['*'] });
    await fileOne();
    await deliveryIn(endpoint.id, 'delivered');
    const served = await deliveriesOf(endpoint.id, '?event=notice.served');
    expect(served.map(({ event }: { event: string }) => event)).toEqual(['notice.served']);
    expect(await deliveriesOf(endpoint.id, '?event=notice.closed')).toEqual([]);
    expect(await deliveriesOf(endpoint.id, '?event=notice.served&state=exhausted')).toEqual([]);
  });

  it('is sent again under the same id, and then by the whole schedule', async () => {
    const endpoint = await register();
    await fileOne();
    const { id, eventId } = await deliveryIn(endpoint.id, 'delivered');
    status = 500;
    const { status: answered, body } = await app.by('platform').post(`/v1/webhook-deliveries/${id}/resend`);
    expect([answered, body.state]).toEqual([202, 'pending']);
    const failed = await eventually(async () => {
      const { body: now } = await app.by('platform').get(`/v1/webhook-deliveries/${id}`);
      return now.attempts.length === 2 && now;
    });
    expect(failed).toMatchObject({
      state: 'pending',
      attempts: [{ statusCode: 204 }, { statusCode: 500, answer: 'see you' }],
    });
    expect(Date.parse(failed.nextAttemptAt)).toBeGreaterThan(Date.parse(failed.attempts[1].at));
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([`msg_${eventId}`]));
    status = 204;
    await app.by('platform').post(`/v1/webhook-deliveries/${id}/resend`);
    expect((await deliveryIn(endpoint.id, 'delivered')).attempts).toHaveLength(3);
  });

  it('is not sent again to a disabled endpoint', async () => {
    const endpoint = await register();
    await fileOne();
    const { id } = await deliveryIn(endpoint.id, 'delivered');
    await app.by('platform').send('PATCH', `/v1/webhook-endpoints/${endpoint.id}`, { state: 'disabled' });
    expect(await app.by('platform').post(`/v1/webhook-deliveries/${id}/resend`)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });
  });
});

describe('recovering', () => {
  it('sends what was given up and what passed the endpoint by, each once', async () => {
    const endpoint = await register();
    const { body: clock } = await app.by('operator').get('/v1/sandbox/clock');
    await fileOne();
    const { id } = await deliveryIn(endpoint.id, 'delivered');
    await app.database.query(`update webhook_deliveries set state = 'exhausted' where id = $1`, [id]);
    await app.by('platform').send('PATCH', `/v1/webhook-endpoints/${endpoint.id}`, { state: 'disabled' });
    await fileOne();
    await eventually(
      async () => (await app.by('platform').get('/v1/events?types=notice.served')).body.data.length >= 2,
    );
    await new Promise((resolve) => setTimeout(resolve, 300)); // its listeners have passed it by
    expect(await deliveriesOf(endpoint.id)).toHaveLength(1);
    const recover = (since: string) =>
      app.by('platform').post(`/v1/webhook-endpoints/${endpoint.id}/recover`, { since });
    expect((await recover(clock.now)).status).toBe(409);
    await app.by('platform').send('PATCH', `/v1/webhook-endpoints/${endpoint.id}`, { state: 'enabled' });
    expect(await recover(clock.now)).toMatchObject({ status: 202, body: { resent: 1, missed: 1, hasMore: false } });
    await eventually(async () => (await deliveriesOf(endpoint.id, '?state=delivered')).length === 2);
    expect((await recover(clock.now)).body).toEqual({ resent: 0, missed: 0, hasMore: false });
  });

  it.each([
    ['to come', 3_600_000],
    ['too long ago', -31 * 86_400_000],
  ])('refuses an instant that is %s', async (_name, offset) => {
    const endpoint = await register();
    const { body: clock } = await app.by('operator').get('/v1/sandbox/clock');
    const since = new Date(Date.parse(clock.now) + offset).toISOString();
    const answer = await app.by('platform').post(`/v1/webhook-endpoints/${endpoint.id}/recover`, { since });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/since', code: 'out_of_range' }] } });
  });
});

describe('rotation', () => {
  it('has the old and the new secret sign for a day, and shows the new one once', async () => {
    const endpoint = await register();
    const ask = () =>
      app
        .by('platform')
        .post(`/v1/webhook-endpoints/${endpoint.id}/secret/rotate`, {}, { 'idempotency-key': 'turn-1' });
    const first = await ask();
    expect(first.body.secret).toMatch(/^whsec_/);
    expect(first.body.secret).not.toBe(endpoint.secret);
    expect(Date.parse(first.body.previousSecretValidUntil) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    const replay = await ask();
    expect(replay.headers.get('idempotent-replayed')).toBe('true');
    expect(replay.body).not.toHaveProperty('secret');
    await fileOne();
    await deliveryIn(endpoint.id, 'delivered');
    const { body, headers } = receiver.requests[0]!;
    for (const secret of [endpoint.secret, first.body.secret]) {
      new Webhook(secret).verify(body, headers as Record<string, string>);
    }
    await app.database.query(`update webhook_endpoints set previous_valid_until = clock_timestamp()`);
    await fileOne();
    const [, later] = await eventually(async () => receiver.requests.length === 2 && receiver.requests);
    new Webhook(first.body.secret).verify(later!.body, later!.headers as Record<string, string>);
    expect(() => new Webhook(endpoint.secret).verify(later!.body, later!.headers as Record<string, string>)).toThrow();
  });
});

describe('the second signature', () => {
  it('comes with a public key when it is asked for, and goes when it is not', async () => {
    const endpoint = await register();
    expect(endpoint).toMatchObject({ signatures: ['v1'], publicKey: null });
    const path = `/v1/webhook-endpoints/${endpoint.id}`;
    const change = async (signatures: string[]) => (await app.by('platform').send('PATCH', path, { signatures })).body;
    const both = await change(['v1a']);
    expect(both.signatures).toEqual(['v1', 'v1a']);
    expect(both.publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    const rotated = (await app.by('platform').post(`${path}/secret/rotate`)).body;
    expect(rotated.publicKey).not.toBe(both.publicKey);
    await fileOne();
    await eventually(async () => receiver.requests.length === 1);
    const { headers, body } = receiver.requests[0]!;
    const signatures = String(headers['webhook-signature']).split(' ');
    expect(signatures.map((text) => text.split(',')[0])).toEqual(['v1', 'v1a', 'v1', 'v1a']);
    const isBy = (publicKey: string) => {
      const x = Buffer.from(publicKey.slice(5), 'base64').toString('base64url');
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      const signed = Buffer.from(
        `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`,
      );
      return signatures.map((text) => verify(null, signed, key, Buffer.from(text.split(',')[1]!, 'base64')));
    };
    expect(isBy(rotated.publicKey)).toEqual([false, true, false, false]);
    expect(isBy(both.publicKey)).toEqual([false, false, false, true]);
    expect(await change(['v1'])).toMatchObject({ signatures: ['v1'], publicKey: null });
    await fileOne();
    await eventually(async () => receiver.requests.length === 2);
    expect(String(receiver.requests[1]!.headers['webhook-signature'])).not.toContain('v1a');
  });
});

describe('a change', () => {
  it('is made to the version that was read, and to no other', async () => {
    const endpoint = await register();
    const path = `/v1/webhook-endpoints/${endpoint.id}`;
    const tag = (await app.by('platform').get(path)).headers.get('etag')!;
    expect(tag).toBe('"1"');
    const changed = await app.by('platform').send('PATCH', path, { description: '一' }, { 'if-match': tag });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await app.by('platform').send('PATCH', path, { description: '二' }, { 'if-match': tag });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version', state: 'enabled', version: 2 } });
    expect((await app.by('platform').get(path)).body.description).toBe('一');
  });
});
