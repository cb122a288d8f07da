import type { Job } from '#events';

export const deliverWebhookTaskName = 'deliver_webhook';

/** What the queue carries. */
export interface DeliverWebhookPayload {
  deliveryId: string;
  endpointId: string;
}

/**
 * The job of one delivery; asked for again while it waits, it stays one. The delivery has its own schedule of retries;
 * the queue's serves only where the database itself fails in the middle of an attempt.
 */
export function deliveryJob(delivery: { id: string; endpointId: string }, runAt?: Date): Job {
  const payload = { deliveryId: delivery.id, endpointId: delivery.endpointId };
  return { task: deliverWebhookTaskName, payload, key: delivery.id, runAt, maxAttempts: 10 };
}
