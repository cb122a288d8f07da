import type { Job } from '#events';

export const deliverWebhookTaskName = 'deliver_webhook';

/** What the queue carries. */
export interface DeliverWebhookPayload {
  deliveryId: string;
}

/**
 * The job of one delivery; asked for again while it waits, it stays one. The delivery has its own schedule of retries;
 * the queue's serves only where the database itself fails in the middle of an attempt.
 */
export function deliveryJob(deliveryId: string, runAt?: Date): Job {
  return { task: deliverWebhookTaskName, payload: { deliveryId }, key: deliveryId, runAt, maxAttempts: 10 };
}
