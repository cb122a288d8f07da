import { inTransaction } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds, type Configuration, isUuid, keyFor } from '#kernel';
import { DeliveryLanes, deliverWebhook, deliveryJob, type DeliverWebhookPayload } from '#webhooks';
import type { Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import type { Dispatcher } from 'undici';

/** How long a delivery is put off for which no lane has room. */
const noRoomMilliseconds = 30_000;

/** The task `deliver_webhook`: one attempt of one delivery. `agent` is the guarded one, shared by the whole process. */
export function deliverWebhookTask(deps: {
  database: DataSource;
  configuration: Pick<Configuration, 'installationSecret'>;
  agent: Dispatcher;
}): { task: Task; close(): Promise<void> } {
  const { database, agent } = deps;
  const context = { database, agent, sealingKey: keyFor(deps.configuration, 'sealing') };
  const lanes = new DeliveryLanes((deliveryId, letGo) => deliverWebhook(context, deliveryId, letGo));
  return {
    async task(payload) {
      // a job of an older release names no endpoint: the delivery has a lane of its own
      const { deliveryId, endpointId = deliveryId } = payload as DeliverWebhookPayload;
      if (!isUuid(deliveryId) || (await lanes.take({ deliveryId, endpointId }))) return;
      const later = addMilliseconds(new Date(), noRoomMilliseconds);
      await inTransaction(database, (tx) => enqueueJobs(tx, [deliveryJob({ id: deliveryId, endpointId }, later)]));
    },
    /** What waits in memory gets its job back. */
    async close() {
      const waiting = await lanes.close();
      const jobs = waiting.map(({ deliveryId, endpointId }) => deliveryJob({ id: deliveryId, endpointId }));
      if (jobs.length > 0) await inTransaction(database, (tx) => enqueueJobs(tx, jobs));
    },
  };
}
