import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { deliveryJob } from './delivery-job.js';

/**
 * Jobs found nothing to send. Ended: nothing remains. Early, or its endpoint paused, or being sent by another process:
 * a delivery's job comes again when that is over (after a pause spread over a second, for everything waits for the same
 * moment). Endpoint disabled: the delivery waits without an instant until someone enables the endpoint.
 */
export async function setDeliveriesAside(tx: Tx, deliveryIds: readonly string[]): Promise<void> {
  const waiting = await tx.query<Array<{ id: string; endpointId: string; isEnabled: boolean; runAt: Date | null }>>(
    `select d.id, e.id as "endpointId", e.state = 'enabled' as "isEnabled",
       greatest(leased_until, clock_timestamp() + (next_attempt_at - domain_now()),
                clock_timestamp() + (paused_until - domain_now()) + random() * interval '1 second',
                clock_timestamp() + interval '100 milliseconds') as "runAt"
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
     where d.id = any($1) and d.state = 'pending' and d.next_attempt_at is not null`,
    [deliveryIds],
  );
  const comingAgain = waiting.filter(({ isEnabled }) => isEnabled);
  await enqueueJobs(
    tx,
    comingAgain.map((row) => deliveryJob(row, row.runAt ?? undefined)),
  );
  if (comingAgain.length === waiting.length) return;
  // The lock on the endpoint keeps this apart from its being enabled at the same moment, which looks for such rows.
  await tx.query(
    `with disabled as (
       select id from webhook_endpoints where id = any($2) and state = 'disabled' order by id for share
     )
     update webhook_deliveries d set next_attempt_at = null
     from disabled e where d.id = any($1) and d.endpoint_id = e.id and d.state = 'pending'`,
    [deliveryIds, waiting.map(({ endpointId }) => endpointId)],
  );
}
