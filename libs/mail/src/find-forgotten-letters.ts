import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds } from '#kernel';
import { letterJob } from './letter-job.js';

const patienceMilliseconds = 120_000;

/**
 * Letters that should have been tried more than two minutes ago and that nobody holds: their job was lost, or the queue
 * is behind. Each gets its job (again), in its old place. Returns how many there were, at most `limit`.
 * @param now the domain's time
 */
export async function findForgottenLetters(tx: Tx, now: Date, limit = 500): Promise<number> {
  const rows = await tx.query<Array<{ id: string; runAt: Date }>>(
    `select id, clock_timestamp() + (next_attempt_at - domain_now()) as "runAt"
     from letters
     where state = 'pending' and next_attempt_at < $1 and (leased_until is null or leased_until < clock_timestamp())
     order by next_attempt_at limit $2`,
    [addMilliseconds(now, -patienceMilliseconds), limit],
  );
  await enqueueJobs(
    tx,
    rows.map((row) => letterJob(row.id, row.runAt)),
  );
  return rows.length;
}
