import { inTransaction } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds, type Configuration, isUuid, keyFor } from '#kernel';
import { DeliveryLanes, deliverWebhook, deliveryContext, deliveryJobs, type DeliverWebhookPayload } from '#webhooks';
import type { Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import type { Dispatcher } from 'undici';
import { tellOfAttempt } from '../job-log.js';

/** How long deliveries are put off for which no lane has room. */
const noRoomMilliseconds = 30_000;

/** The task `deliver_webhook`: one attempt of each delivery it names. `agent` is the guarded one, shared by the whole process. */
export function deliverWebhookTask(deps: {
  database: DataSource;
  configuration: Pick<Configuration, 'installationSecret'>;
  agent: Dispatcher;
}): { task: Task; close(): Promise<void> } {
  const { database, agent } = deps;
  const context = deliveryContext({
    database,
    agent,
    sealingKey: keyFor(deps.configuration, 'sealing'),
    tell: tellOfAttempt,
  });
  const lanes = new DeliveryLanes((deliveryId, letGo) => deliverWebhook(context, deliveryId, letGo));
  return {
    async task(payload) {
      // what a job of another release carries is not read: its delivery is due, and found by the upkeep
      const { deliveries = [] } = payload as Partial<DeliverWebhookPayload>;
      const named = deliveries.filter(({ id, endpointId }) => isUuid(id) && isUuid(endpointId));
      const taken = await Promise.all(named.map((delivery) => lanes.take(delivery)));
      const left = named.filter((_, place) => !taken[place]);
      if (left.length === 0) return;
      const later = addMilliseconds(new Date(), noRoomMilliseconds);
      await inTransaction(database, (tx) => enqueueJobs(tx, deliveryJobs(left, later)));
    },
    /** What waits in memory gets its job back. */
    async close() {
      const waiting = await lanes.close();
      if (waiting.length > 0) await inTransaction(database, (tx) => enqueueJobs(tx, deliveryJobs(waiting)));
    },
  };
}
