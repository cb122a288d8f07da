import type { Tx } from '#database';

/** Work for the queue. `key` makes it one job however often it is asked for while it waits. */
export interface Job {
  task: string;
  payload: Record<string, unknown>;
  key?: string;
  /** Real time, not the domain's; now when left out. */
  runAt?: Date;
  maxAttempts?: number;
}

/** Puts jobs into the queue in the caller's transaction: they exist exactly when what they are about exists. */
export async function enqueueJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map((job) => ({
    identifier: job.task,
    payload: job.payload,
    run_at: job.runAt,
    max_attempts: job.maxAttempts,
    job_key: job.key,
  }));
  await tx.query(
    `select count(*) from graphile_worker.add_jobs(
       (select array_agg(s) from jsonb_populate_recordset(null::graphile_worker.job_spec, $1) s))`,
    [JSON.stringify(specs)],
  );
}

/** The sandbox clock moved: what waits for a later moment waits that much less. */
export async function bringJobsForward(tx: Tx, milliseconds: number): Promise<void> {
  await tx.query(
    `select count(*) from graphile_worker.jobs j,
       lateral graphile_worker.reschedule_jobs(array[j.id], run_at => j.run_at - $1 * interval '1 millisecond') r
     where j.run_at > now()`,
    [milliseconds],
  );
}
