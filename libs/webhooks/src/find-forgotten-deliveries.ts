import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds } from '#kernel';
import { forgottenDeliveriesJob, type QueuedDelivery } from './delivery-job.js';

/** Of one endpoint at a time; and the first of each come before the second of any, so that nobody's backlog is in the way. */
const perEndpoint = 1_000;

/**
 * Deliveries that should have been tried and that nobody holds: whoever held one did not live to record its end, or its
 * job was lost with the memory of a process, or the queue is behind. One job asks for all of them, in
 * the queue's place of the oldest; what has its own job besides is tried once all the same. Returns how many there were, at most `limit`.
 * @param now the domain's time
 * @param patienceMilliseconds how long the queue may take for what nobody has held yet
 */
export async function findForgottenDeliveries(
  tx: Tx,
  now: Date,
  patienceMilliseconds: number,
  limit = 5_000,
): Promise<number> {
  const rows = await tx.query<Array<QueuedDelivery & { dueAt: Date }>>(
    `select d.id, e.id as "endpointId", clock_timestamp() + (d.next_attempt_at - domain_now()) as "dueAt"
     from webhook_endpoints e, lateral (
       select id, next_attempt_at, row_number() over (order by next_attempt_at) as place from webhook_deliveries
       where endpoint_id = e.id and state = 'pending'
         and case when leased_until is null then next_attempt_at <= $1
             else next_attempt_at <= $2 and leased_until < clock_timestamp() end
       order by next_attempt_at limit ${perEndpoint}) d
     where e.state = 'enabled' and (e.paused_until is null or e.paused_until <= $2)
     order by d.place, d.next_attempt_at limit $3`,
    [addMilliseconds(now, -patienceMilliseconds), now, limit],
  );
  if (rows[0]) await enqueueJobs(tx, [forgottenDeliveriesJob(rows, rows[0].dueAt)]);
  return rows.length;
}
