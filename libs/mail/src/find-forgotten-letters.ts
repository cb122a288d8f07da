import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds } from '#kernel';
import { letterJob } from './letter-job.js';

/**
 * Letters that should have been tried and that nobody holds: whoever held one did not live to record its end, or its
 * job was lost, or the queue is behind. Each gets its job (again), in its old place. Returns how many there were, at
 * most `limit`.
 * @param now the domain's time
 * @param patienceMilliseconds how long the queue may take for what nobody has held yet
 */
export async function findForgottenLetters(
  tx: Tx,
  now: Date,
  patienceMilliseconds: number,
  limit = 500,
): Promise<number> {
  const rows = await tx.query<Array<{ id: string; runAt: Date }>>(
    `select id, clock_timestamp() + (next_attempt_at - domain_now()) as "runAt"
     from letters
     where state = 'pending' and next_attempt_at <= $1
       and case when leased_until is null then next_attempt_at <= $2 else leased_until < clock_timestamp() end
     order by next_attempt_at limit $3`,
    [now, addMilliseconds(now, -patienceMilliseconds), limit],
  );
  await enqueueJobs(
    tx,
    rows.map((row) => letterJob(row.id, row.runAt)),
  );
  return rows.length;
}
