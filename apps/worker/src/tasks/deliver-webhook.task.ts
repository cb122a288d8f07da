import { type Configuration, isUuid, keyFor } from '#kernel';
import { deliverWebhook, type DeliverWebhookPayload } from '#webhooks';
import type { Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import type { Dispatcher } from 'undici';

/** The task `deliver_webhook`: one attempt of one delivery. `agent` is the guarded one, shared by the whole process. */
export function deliverWebhookTask(deps: {
  database: DataSource;
  configuration: Pick<Configuration, 'installationSecret'>;
  agent: Dispatcher;
}): Task {
  const context = { database: deps.database, agent: deps.agent, sealingKey: keyFor(deps.configuration, 'sealing') };
  return async (payload) => {
    const { deliveryId } = payload as DeliverWebhookPayload;
    if (isUuid(deliveryId)) await deliverWebhook(context, deliveryId);
  };
}
