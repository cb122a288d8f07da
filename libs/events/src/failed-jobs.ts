import type { Tx } from '#database';
import type { DataSource } from 'typeorm';

/** A job that has used up its attempts and waits for a person. */
export interface FailedJob {
  id: string;
  task: string;
  attempts: number;
  lastError: string | null;
  /** The domain's time of the last attempt, and the same as PostgreSQL writes it. */
  failedAt: Date;
  failedKey: string;
}

const isFailed = 'j.attempts >= j.max_attempts and j.locked_at is null';

/** Jobs that failed for good, the last one first, after `[failedKey, id]`; at most `limit`. Few ever are. */
export function failedJobs(db: Tx | DataSource, after: readonly string[] | null, limit: number): Promise<FailedJob[]> {
  return db.query<FailedJob[]>(
    `select id, task, attempts, "lastError", at as "failedAt", at::text as "failedKey"
     from (
       select j.id::text, t.identifier as task, j.attempts::int, j.last_error as "lastError",
         j.updated_at + coalesce((select clock_offset from installation), interval '0') as at
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where ${isFailed}) failed
     where $1::timestamptz is null or (at, id) < ($1, $2)
     order by at desc, id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/**
 * Gives a failed job all its attempts again, at once. Returns what had become of it: one that waits or runs stays as it
 * is; null where there is none, done ones included.
 */
export async function retryFailedJob(tx: Tx, id: string): Promise<'failed' | 'waiting' | null> {
  const [job] = await tx.query<Array<{ isFailed: boolean }>>(
    `select ${isFailed} as "isFailed" from graphile_worker._private_jobs j where j.id = $1 for update`,
    [id],
  );
  if (!job) return null;
  if (!job.isFailed) return 'waiting';
  await tx.query(
    'select count(*) from graphile_worker.reschedule_jobs(array[$1::bigint], run_at => now(), attempts => 0)',
    [id],
  );
  return 'failed';
}
