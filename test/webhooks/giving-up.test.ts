import { deliverWebhook } from '#webhooks';
import { eventually, startTestApp } from '../support/app.js';
import { startReceiver as startHooks } from '../support/receiver.js';
import { advance, context, database, oneDelivery } from './delivery-stage.js';
import { startReceiver } from './support.js';

const hour = 3_600_000;
const endpointIn = async () =>
  (
    await database.query(
      `select state, disabled_because as because, failing_since is not null as failing, failed_attempts as failures from webhook_endpoints`,
    )
  )[0];
const disablings = () =>
  database.query(`select payload, audience from events where type = 'webhook_endpoint.disabled'`);
const tryAgain = async (id: string, after: number) => {
  await advance(after);
  await database.query(`update webhook_deliveries set next_attempt_at = domain_now(), state = 'pending'`);
  await deliverWebhook(context(), id);
};

/** An endpoint that has failed ten times, an hour apart. */
async function failingTenTimes(answer: Parameters<typeof startReceiver>[0]) {
  const delivery = await oneDelivery(answer);
  for (let n = 0; n < 10; n++) await tryAgain(delivery.id, hour);
  return delivery;
}

describe('an endpoint', () => {
  it('that has only failed for five days is disabled, and its organization is told', async () => {
    const { id, endpoint } = await failingTenTimes((_q, response) => response.writeHead(500).end());
    await tryAgain(id, 110 * hour);
    expect(await endpointIn()).toMatchObject({ state: 'enabled', failures: 11 });
    expect(await disablings()).toEqual([]);
    await tryAgain(id, 2 * hour);
    expect(await endpointIn()).toMatchObject({ state: 'disabled', because: 'failing' });
    const [event, ...more] = await disablings();
    expect(more).toEqual([]);
    expect(JSON.parse(event.payload)).toMatchObject({
      matterKind: 'webhook_endpoint',
      matterId: endpoint.id,
      data: { because: 'failing', failedAttempts: 12 },
    });
  });

  it('that took something in between starts anew', async () => {
    let status = 500;
    const { id } = await failingTenTimes((_q, response) => response.writeHead(status).end());
    status = 204;
    await tryAgain(id, 100 * hour);
    expect(await endpointIn()).toEqual({ state: 'enabled', because: null, failing: false, failures: 0 });
    status = 500;
    await tryAgain(id, 24 * hour);
    expect(await endpointIn()).toMatchObject({ state: 'enabled', failing: true, failures: 1 });
  });

  it('that failed twice with days of silence in between is kept', async () => {
    const { id } = await oneDelivery((_q, response) => response.writeHead(500).end());
    await deliverWebhook(context(), id);
    await tryAgain(id, 144 * hour);
    expect(await endpointIn()).toMatchObject({ state: 'enabled', failures: 2 });
  });
});

it('its owner gets a letter, for 410 and for five days by the sandbox clock, and mends it', async () => {
  const app = await startTestApp();
  const receiver = await startHooks((_request, response) => response.writeHead(500).end());
  const gone = await startHooks((_request, response) => response.writeHead(410).end());
  const letters = () =>
    app.database.query(`select recipient from letters where template = 'endpoint_disabled' order by id`);
  /** What a letter says is erased when it has gone; the log keeps why it was written. */
  const reasons = async () => {
    const rows = await app.database.query(
      `select payload from events where type = 'webhook_endpoint.disabled' order by position`,
    );
    return rows.map(({ payload }: { payload: string }) => JSON.parse(payload).data);
  };
  try {
    const platform = app.by('platform');
    const lost = (await platform.post('/v1/webhook-endpoints', { url: gone.url, events: ['*'] })).body;
    await platform.post(`/v1/webhook-endpoints/${lost.id}/test`);
    const [first] = await eventually(async () => {
      const rows = await letters();
      return rows.length > 0 && rows;
    });
    expect(first.recipient).toBe('platform@demo.test');
    expect(await reasons()).toEqual([expect.objectContaining({ because: 'gone', failedAttempts: 1 })]);
    expect((await platform.get(`/v1/webhook-endpoints/${lost.id}`)).body).toMatchObject({
      state: 'disabled',
      disabledBecause: 'gone',
    });

    const { id } = (await platform.post('/v1/webhook-endpoints', { url: receiver.url, events: ['*'] })).body;
    const { deliveryId } = (await platform.post(`/v1/webhook-endpoints/${id}/test`)).body;
    const tries = async (count: number) =>
      eventually(
        async () => (await platform.get(`/v1/webhook-deliveries/${deliveryId}`)).body.attempts.length === count,
      );
    await tries(1);
    for (let n = 2; n <= 10; n++) {
      await app.advance('PT27H');
      await tries(n);
    }
    expect((await platform.get(`/v1/webhook-endpoints/${id}`)).body).toMatchObject({
      state: 'disabled',
      disabledBecause: 'failing',
    });
    await eventually(async () => (await letters()).length === 2);
    expect((await reasons())[1]).toMatchObject({ because: 'failing', failedAttempts: 10 });
    const mended = await platform.send('PATCH', `/v1/webhook-endpoints/${id}`, { state: 'enabled' });
    expect(mended.body).toMatchObject({ state: 'enabled', disabledBecause: null, failingSince: null });
  } finally {
    await receiver.close();
    await gone.close();
    await app.close();
  }
}, 90_000);
