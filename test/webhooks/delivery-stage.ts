/** What every test of deliveries needs: a database, an organization, receivers that are closed after each test. */

import { announceEvents, createGuardedAgent, deliveryContext, type DeliveryMeans } from '#webhooks';
import { domainNow, inTransaction, moveClock } from '#database';
import { bringJobsForward } from '#events';

import type { DataSource } from 'typeorm';

import {
  createOrganization,
  deliveriesIn,
  openDatabase,
  policy,
  publicUrl,
  recordEvent,
  register,
  sealingKey,
  startReceiver,
} from './support.js';

export let database: DataSource;
let close: () => Promise<void>;
export let organizationId: string;
export const agent = createGuardedAgent(policy);
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
  await Promise.all(receivers.splice(0).map((one) => one.stop()));
});

export const context = (extra: Partial<DeliveryMeans> = {}) =>
  deliveryContext({ database, agent, sealingKey, chance: () => 0.5, ...extra });

export async function receiver(...args: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...args);
  receivers.push(started);
  return started;
}

export const announce = (...events: Array<{ id: string; type: string; audience: string[] }>) =>
  inTransaction(database, async (tx) => announceEvents(tx, await domainNow(tx), events, { publicUrl }));

/** An endpoint that answers so, one event announced to it, and its delivery's id. */
export async function oneDelivery(...args: Parameters<typeof startReceiver>) {
  const to = await receiver(...args);
  const endpoint = await register(database, organizationId, to.url);
  const event = await recordEvent(database, [organizationId]);
  await announce(event);
  const [delivery] = await deliveriesIn(database);
  return { to, endpoint, event, id: delivery!.id };
}

export async function only() {
  const rows = await deliveriesIn(database);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

/** What the sandbox clock does. */
export const advance = (milliseconds: number) =>
  inTransaction(database, async (tx) => {
    await moveClock(tx, milliseconds);
    await bringJobsForward(tx, milliseconds);
  });

export async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((r) => setTimeout(r, 20))) {
    if (await done()) return;
  }
  throw new Error('it did not come about within 10 seconds');
}
