import type { Tx } from '#database';
import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';

/** Makes or renews the queue's own tables. */
export async function installQueue(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
}

/** How many jobs wait that could run, and how long the oldest of them has waited. */
export async function queueLag(db: Tx | DataSource): Promise<{ waiting: number; seconds: number }> {
  const [row] = await db.query<Array<{ waiting: number; seconds: number }>>(
    `select count(*)::float as waiting, coalesce(extract(epoch from now() - min(run_at)), 0)::float as seconds
     from graphile_worker._private_jobs where locked_at is null and is_available and run_at <= now()`,
  );
  return row!;
}

export interface QueueState {
  /** Jobs that could run, and how long the oldest of them has waited. */
  waiting: number;
  lagSeconds: number;
  /** Jobs that have used up their attempts. */
  failed: number;
  /** Events that have been committed and have no position yet. */
  unpositioned: number;
}

/** How the queue and the relay stand. One statement. */
export async function queueState(db: Tx | DataSource): Promise<QueueState> {
  const [row] = await db.query<[QueueState]>(
    `select (count(*) filter (where ready))::int as waiting,
       round(coalesce(extract(epoch from now() - min(run_at) filter (where ready)), 0))::int as "lagSeconds",
       (count(*) filter (where attempts >= max_attempts and locked_at is null))::int as failed,
       (select count(*)::int from events where position is null) as unpositioned
     from (select *, locked_at is null and is_available and run_at <= now() as ready from graphile_worker._private_jobs) j`,
  );
  return row;
}

/** Whether events wait for their place, or jobs of these tasks run or could run. */
export async function isRelayBusy(db: Tx | DataSource, taskPrefix: string): Promise<boolean> {
  const [row] = await db.query<Array<{ busy: boolean }>>(
    `select exists (select from events where position is null)
       or exists (select from graphile_worker.jobs
                  where starts_with(task_identifier, $1) and attempts < max_attempts
                    and (locked_at is not null or run_at <= now())) as busy`,
    [taskPrefix],
  );
  return row!.busy;
}
