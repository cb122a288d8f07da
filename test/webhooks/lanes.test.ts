import { setTimeout as sleep } from 'node:timers/promises';
import { type AttemptEnd, DeliveryLanes, deliverWebhook, type DeliverWebhookPayload } from '#webhooks';
import { newId } from '#kernel';
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
import { createOrganization, deliveriesIn, jobsIn, recordEvent, register, startQueue } from './support.js';

/** Attempts that end when the test says so. */
function heldAttempts() {
  const held = new Map<string, { letGo: () => void; end: (how: AttemptEnd) => void }>();
  let most = 0;
  const lanes = new DeliveryLanes(
    (deliveryId, letGo) =>
      new Promise((resolve) => {
        held.set(deliveryId, { letGo, end: (how) => (held.delete(deliveryId), resolve(how)) });
        most = Math.max(most, held.size);
      }),
  );
  const endOne = async (how: AttemptEnd) => {
    [...held.values()][0]!.end(how);
    await sleep(0);
  };
  return { lanes, held, endOne, most: () => most };
}

describe('the lane of an endpoint', () => {
  const fill = (lanes: DeliveryLanes, endpointId: string, count: number) =>
    Array.from({ length: count }, () => lanes.take({ id: newId(), endpointId }));

  it('has four messages under way at first, one more with each success, sixteen at most', async () => {
    const { lanes, held, endOne, most } = heldAttempts();
    void fill(lanes, newId(), 60);
    expect(held.size).toBe(4);
    await endOne('delivered');
    expect(held.size).toBe(5);
    for (let n = 0; n < 30; n++) await endOne('delivered');
    expect(most()).toBe(16);
    while (held.size > 0) await endOne('delivered');
    expect(await lanes.close()).toEqual([]);
  });

  it('narrows by half with each failure, to one, and is still narrow when the next message comes', async () => {
    const { lanes, held, endOne } = heldAttempts();
    const endpointId = newId();
    void fill(lanes, endpointId, 20);
    for (let n = 0; n < 10; n++) await endOne('failed');
    expect(held.size).toBe(1);
    while (held.size > 0) await endOne('failed');
    void fill(lanes, endpointId, 20);
    expect(held.size).toBe(1);
  });

  it('is not in the way of another, and what waits in it holds nobody', async () => {
    const { lanes, held } = heldAttempts();
    const [sick, healthy] = [newId(), newId()];
    const taken = fill(lanes, sick, 10);
    await Promise.all(taken.slice(4));
    void fill(lanes, healthy, 4);
    expect(held.size).toBe(8);
    for (const one of held.values()) one.letGo();
    await Promise.all(taken);
  });

  it('takes ten thousand at once, and no more than fifty thousand', async () => {
    const { lanes, held, endOne } = heldAttempts();
    const endpointId = newId();
    void fill(lanes, endpointId, 50_004);
    expect(await lanes.take({ id: newId(), endpointId })).toBe(false);
    await endOne('delivered');
    expect(await lanes.take({ id: newId(), endpointId })).toBe(true);
    const waiting = lanes.close();
    while (held.size > 0) await endOne('delivered');
    expect((await waiting).length).toBeGreaterThan(49_990);
  });

  it('is one of many, of which a hundred have messages under way whose receivers may be prompt, and more when some are slow', async () => {
    const { lanes, held, endOne } = heldAttempts();
    const taken = Array.from({ length: 150 }, () => lanes.take({ id: newId(), endpointId: newId() }));
    await sleep(0);
    expect(held.size).toBe(100);
    for (const one of [...held.values()].slice(0, 30)) one.letGo();
    await sleep(0);
    expect(held.size).toBe(130);
    await endOne('failed'); // a slow one, whose place is taken already
    expect(held.size).toBe(129);
    const left = lanes.close();
    while (held.size > 0) await endOne('delivered');
    expect(await left).toHaveLength(20);
    expect(new Set(await Promise.all(taken))).toEqual(new Set([true]));
  });

  it('waits when a thousand are slow already', async () => {
    const { lanes, held, endOne } = heldAttempts();
    for (let n = 0; n < 1_300; n++) void lanes.take({ id: newId(), endpointId: newId() });
    for (let n = 0; n < 20; n++) {
      await sleep(0);
      for (const one of held.values()) one.letGo();
    }
    expect(held.size).toBe(1_100);
    void lanes.close();
    while (held.size > 0) await endOne('failed');
  });

  it('gives back what still waits when the process ends', async () => {
    const { lanes, held, endOne } = heldAttempts();
    void fill(lanes, newId(), 7);
    const waiting = lanes.close();
    while (held.size > 0) await endOne('delivered');
    expect(await waiting).toHaveLength(3);
  });
});

const heldSeconds = async (id: string): Promise<number | null> =>
  (
    await database.query(
      'select extract(epoch from leased_until - clock_timestamp())::float8 as held from webhook_deliveries where id = $1',
      [id],
    )
  )[0].held;

describe('a slow receiver', () => {
  it('lets go of its place in the queue, is held by its lease, and is recorded when it answers', async () => {
    const { id } = await oneDelivery((_q, response) => setTimeout(() => response.end('at last'), 700));
    let isFree = false;
    const ended = deliverWebhook(context(), id, () => (isFree = true));
    await until(() => isFree);
    expect((await only()).attempts).toEqual([]);
    expect((await heldSeconds(id))!).toBeGreaterThan(15);
    expect(await ended).toBe('delivered');
    expect(await only()).toMatchObject({ state: 'delivered', attempts: [{ answer: 'at last' }] });
    expect(await heldSeconds(id)).toBeNull();
  });

  it('does not delay the others, be there many more of its kind than places in the queue', async () => {
    const hanging = await receiver(() => undefined);
    const healthy = await receiver();
    const audience = await Promise.all(Array.from({ length: 4 }, () => createOrganization(database)));
    for (const owner of audience) {
      for (let n = 0; n < 13; n++) await register(database, owner, n < 3 ? hanging.url : healthy.url);
    }
    const lanes = new DeliveryLanes((id, letGo) => deliverWebhook(context({ attemptMilliseconds: 6_000 }), id, letGo));
    await announce(await recordEvent(database, audience), await recordEvent(database, audience));
    const started = Date.now();
    const stop = await startQueue(
      database,
      async (payload) =>
        void (await Promise.all((payload as DeliverWebhookPayload).deliveries.map((one) => lanes.take(one)))),
      2,
    );
    try {
      await until(() => healthy.received.length === 80);
      expect(Date.now() - started).toBeLessThan(6_000);
      expect(hanging.received).toHaveLength(24);
    } finally {
      await stop();
      await lanes.close();
    }
    const states = (await deliveriesIn(database)).map(({ state, attempt_count }) => `${state} ${attempt_count}`);
    expect(states.filter((state) => state === 'delivered 1')).toHaveLength(80);
    expect(states.filter((state) => state === 'pending 1')).toHaveLength(24);
  }, 30_000);
});

describe('429', () => {
  it('has everything for that endpoint wait, without an attempt of its own, and nothing for another', async () => {
    const { endpoint, id, to } = await oneDelivery((_q, response, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': '120' }).end() : response.end(),
    );
    const other = await receiver();
    await register(database, organizationId, other.url);
    await announce(await recordEvent(database, [organizationId]));
    const rows = await database.query<Array<{ id: string; endpoint: string }>>(
      'select id, endpoint_id as endpoint from webhook_deliveries where id <> $1',
      [id],
    );
    const behind = rows.find((row) => row.endpoint === endpoint.id);
    const beside = rows.find((row) => row.endpoint !== endpoint.id);
    expect(await deliverWebhook(context(), id)).toBe('failed');
    expect(await deliverWebhook(context(), behind!.id)).toBe('none');
    expect(await deliverWebhook(context(), beside!.id)).toBe('delivered');
    expect(to.received).toHaveLength(1);
    const job = (await jobsIn(database)).find(({ key }) => key === behind!.id);
    expect(job!.wait).toBeGreaterThan(115);
    const [{ attempts }] = await database.query('select attempts from webhook_deliveries where id = $1', [behind!.id]);
    expect(attempts).toEqual([]);
    await advance(121_500);
    expect(await deliverWebhook(context(), behind!.id)).toBe('delivered');
  });
});
