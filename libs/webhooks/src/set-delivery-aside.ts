import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { deliveryJob } from './delivery-job.js';

/**
 * A job found nothing to send. Ended: nothing remains. Early, or being sent by another process: the job comes again
 * when that is over. Endpoint disabled: the delivery waits without an instant until someone enables the endpoint.
 */
export async function setDeliveryAside(tx: Tx, deliveryId: string): Promise<void> {
  const [waiting] = await tx.query<Array<{ runAt: Date | null }>>(
    `select greatest(leased_until, clock_timestamp() + (next_attempt_at - domain_now()),
                     clock_timestamp() + interval '100 milliseconds') as "runAt"
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
     where d.id = $1 and d.state = 'pending' and d.next_attempt_at is not null and e.state = 'enabled'`,
    [deliveryId],
  );
  if (waiting) return enqueueJobs(tx, [deliveryJob(deliveryId, waiting.runAt ?? undefined)]);
  // The lock on the endpoint keeps this apart from its being enabled at the same moment, which looks for such rows.
  await tx.query(
    `update webhook_deliveries d set next_attempt_at = null
     from (select id from webhook_endpoints
           where id = (select endpoint_id from webhook_deliveries where id = $1) and state = 'disabled' for share) e
     where d.id = $1 and d.endpoint_id = e.id and d.state = 'pending'`,
    [deliveryId],
  );
}
