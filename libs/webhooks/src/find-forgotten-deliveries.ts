import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds } from '#kernel';
import { deliveryJob } from './delivery-job.js';

const patienceMilliseconds = 120_000;

/** Of one endpoint at a time; and the first of each come before the second of any, so that nobody's backlog is in the way. */
const perEndpoint = 1_000;

/**
 * Deliveries that should have been tried more than two minutes ago and that nobody holds: their job was lost, or the
 * queue is behind. Each gets its job (again); one that still has its job keeps its place in the queue, for it is asked
 * to run at the moment when it was due. Returns how many there were, at most `limit`.
 * @param now the domain's time
 */
export async function findForgottenDeliveries(tx: Tx, now: Date, limit = 5_000): Promise<number> {
  const rows = await tx.query<Array<{ id: string; endpointId: string; runAt: Date }>>(
    `select d.id, e.id as "endpointId", clock_timestamp() + (d.next_attempt_at - domain_now()) as "runAt"
     from webhook_endpoints e, lateral (
       select id, next_attempt_at, row_number() over (order by next_attempt_at) as place from webhook_deliveries
       where endpoint_id = e.id and state = 'pending' and next_attempt_at < $1
         and (leased_until is null or leased_until < clock_timestamp())
       order by next_attempt_at limit ${perEndpoint}) d
     where e.state = 'enabled' and (e.paused_until is null or e.paused_until <= $2)
     order by d.place, d.next_attempt_at limit $3`,
    [addMilliseconds(now, -patienceMilliseconds), now, limit],
  );
  await enqueueJobs(
    tx,
    rows.map((row) => deliveryJob(row, row.runAt)),
  );
  return rows.length;
}
