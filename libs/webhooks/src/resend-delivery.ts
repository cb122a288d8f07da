import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { Problem } from '#kernel';
import { deliveryJobs } from './delivery-job.js';
import { deliveryOf, type Delivery } from './webhooks.queries.js';

/**
 * Sends a delivery again, whatever became of it: the same body under the same `webhook-id`, at once and then by the
 * whole schedule; what was tried before stays in its log. One that waits for its next try is tried now.
 * `not_found` also for another organization's, `wrong_state` where the endpoint is disabled.
 */
export async function resendDelivery(
  tx: Tx,
  now: Date,
  input: { organizationId: string; deliveryId: string },
): Promise<Delivery> {
  const delivery = await deliveryOf(tx, input.organizationId, input.deliveryId);
  const [resent] = await restart(tx, now, [delivery.id]);
  if (!resent) throw new Problem('wrong_state', { detail: 'The endpoint is disabled: enable it first.' });
  return deliveryOf(tx, input.organizationId, delivery.id);
}

/** Puts deliveries of enabled endpoints back to the beginning of the schedule; returns the ids of those. */
export async function restart(tx: Tx, now: Date, deliveryIds: readonly string[]): Promise<string[]> {
  const [rows] = await tx.query<[Array<{ id: string; endpointId: string }>, number]>(
    `update webhook_deliveries d
     set state = 'pending', attempt_count = 0, next_attempt_at = $2, ended_at = null
     from webhook_endpoints e
     where d.id = any($1) and e.id = d.endpoint_id and e.state = 'enabled'
     returning d.id, d.endpoint_id as "endpointId"`,
    [deliveryIds, now],
  );
  await enqueueJobs(tx, deliveryJobs(rows));
  return rows.map(({ id }) => id);
}
