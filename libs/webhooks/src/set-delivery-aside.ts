import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { deliveryJob } from './delivery-job.js';

/**
 * A job found nothing to send. Ended: nothing remains. Early, or its endpoint paused, or being sent by another process:
 * the job comes again when that is over (after a pause spread over a second, for everything waits for the same moment).
 * Endpoint disabled: the delivery waits without an instant until someone enables the endpoint.
 */
export async function setDeliveryAside(tx: Tx, deliveryId: string): Promise<void> {
  const [waiting] = await tx.query<Array<{ id: string; endpointId: string; runAt: Date | null }>>(
    `select d.id, e.id as "endpointId",
       greatest(leased_until, clock_timestamp() + (next_attempt_at - domain_now()),
                clock_timestamp() + (paused_until - domain_now()) + random() * interval '1 second',
                clock_timestamp() + interval '100 milliseconds') as "runAt"
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
     where d.id = $1 and d.state = 'pending' and d.next_attempt_at is not null and e.state = 'enabled'`,
    [deliveryId],
  );
  if (waiting) return enqueueJobs(tx, [deliveryJob(waiting, waiting.runAt ?? undefined)]);
  // The lock on the endpoint keeps this apart from its being enabled at the same moment, which looks for such rows.
  await tx.query(
    `update webhook_deliveries d set next_attempt_at = null
     from (select id from webhook_endpoints
           where id = (select endpoint_id from webhook_deliveries where id = $1) and state = 'disabled' for share) e
     where d.id = $1 and d.endpoint_id = e.id and d.state = 'pending'`,
    [deliveryId],
  );
}
