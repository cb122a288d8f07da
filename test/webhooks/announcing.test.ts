import { keyFor } from '#kernel';
import { announceEvents, registerEndpoint } from '#webhooks';
import { inTransaction } from '#database';
import { Webhook } from 'standardwebhooks';
import { deliverWebhookTask } from '../../apps/worker/src/tasks/deliver-webhook.task.js';
import {
  createOrganization,
  deliveriesIn,
  jobsIn,
  policy,
  publicUrl,
  recordEvent,
  register,
  startQueue,
} from './support.js';
import { database, organizationId, agent, receiver, announce, only, until } from './delivery-stage.js';

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
    const deliveries = deliverWebhookTask({ database, agent, configuration });
    const stop = await startQueue(database, deliveries.task);
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
      await deliveries.close();
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

  it.each(['item.restore_due', 'notice.supplement_requested', 'counter_notice.rejected', 'order.recorded'] as const)(
    'announces %s to whoever asked for it: an integrator has to act on it',
    async (type) => {
      const { id } = await register(database, organizationId, 'http://127.0.0.1:9/acts', [type]);
      await announce(await recordEvent(database, [organizationId], { type }));
      const [delivery, ...more] = await deliveriesIn(database);
      expect(more).toEqual([]);
      expect(delivery).toMatchObject({ endpoint_id: id });
      expect(JSON.parse(delivery!.body)).toMatchObject({ type });
    },
  );

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
