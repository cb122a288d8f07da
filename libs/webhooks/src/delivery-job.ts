import type { Job } from '#events';

export const deliverWebhookTaskName = 'deliver_webhook';

/** One delivery as the queue names it. */
export interface QueuedDelivery {
  id: string;
  endpointId: string;
}

/** What the queue carries. */
export interface DeliverWebhookPayload {
  deliveries: QueuedDelivery[];
}

/** Enough that the queue's own work counts for little, few enough that several workers share an event for thousands. */
const perJob = 50;

/** The job of one delivery; asked for again while it waits, it stays one. */
export function deliveryJob({ id, endpointId }: QueuedDelivery, runAt?: Date): Job {
  return { ...jobOf([{ id, endpointId }]), key: id, runAt };
}

/** The jobs of deliveries that are due now, many to a job. */
export function deliveryJobs(deliveries: readonly QueuedDelivery[], runAt?: Date): Job[] {
  if (deliveries.length === 1) return [deliveryJob(deliveries[0]!, runAt)];
  const named = deliveries.map(({ id, endpointId }) => ({ id, endpointId }));
  const starts = Array.from({ length: Math.ceil(named.length / perJob) }, (_, n) => n * perJob);
  return starts.map((start) => ({ ...jobOf(named.slice(start, start + perJob)), runAt }));
}

/** The one job for whatever was forgotten: a later search replaces what an earlier one found. */
export function forgottenDeliveriesJob(deliveries: readonly QueuedDelivery[], runAt: Date): Job {
  const named = deliveries.map(({ id, endpointId }) => ({ id, endpointId }));
  return { ...jobOf(named), key: 'forgotten deliveries', runAt };
}

/**
 * Deliveries have their own schedule of retries; the queue's serves only where the database itself fails in the middle
 * of an attempt.
 */
function jobOf(deliveries: QueuedDelivery[]): Job {
  return { task: deliverWebhookTaskName, payload: { deliveries }, maxAttempts: 10 };
}
