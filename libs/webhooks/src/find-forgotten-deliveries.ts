import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds } from '#kernel';
import { deliveryJob } from './delivery-job.js';

const patienceMilliseconds = 120_000;

/**
 * Deliveries that should have been tried more than two minutes ago and that nobody holds: their job was lost, or the
 * queue is behind. Each gets its job (again); one that still has its job keeps its place in the queue, for it is asked
 * to run at the moment when it was due. Returns how many there were, at most `limit`.
 * @param now the domain's time
 */
export async function findForgottenDeliveries(tx: Tx, now: Date, limit = 500): Promise<number> {
  const rows = await tx.query<Array<{ id: string; runAt: Date }>>(
    `select d.id, clock_timestamp() + (d.next_attempt_at - domain_now()) as "runAt"
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
     where d.state = 'pending' and d.next_attempt_at < $1 and e.state = 'enabled'
       and (d.leased_until is null or d.leased_until < clock_timestamp())
     order by d.next_attempt_at limit $2`,
    [addMilliseconds(now, -patienceMilliseconds), limit],
  );
  await enqueueJobs(
    tx,
    rows.map((row) => deliveryJob(row.id, row.runAt)),
  );
  return rows.length;
}
