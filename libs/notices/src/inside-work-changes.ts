import type { DataSource } from 'typeorm';

/** How long a sign of life holds: two heartbeats may be lost. */
export const presenceSeconds = 45;

/**
 * A part of a statement: tells the platform's own people that there is something new to read about these notices. In
 * the statement that makes it so, so that it costs no other; `from` names a query of `organization_id` and `notice_id`.
 */
export function tellColleagues(from: string): string {
  return `insert into inside_work_changes (transaction, organization_id, notice_id, at)
    select pg_current_xact_id(), organization_id, notice_id, clock_timestamp() from (${from}) news`;
}

/**
 * Whoever gave no sign of life is gone, and colleagues hear it; what was told is forgotten after five minutes. One
 * statement.
 */
export async function sweepInsideWork(database: DataSource): Promise<void> {
  await database.query(
    `with gone as (
       delete from notice_presences where seen_at < clock_timestamp() - $1 * interval '1 second'
       returning organization_id, notice_id
     ), told as (${tellColleagues('select distinct organization_id, notice_id from gone')})
     delete from inside_work_changes where at < clock_timestamp() - interval '5 minutes'`,
    [presenceSeconds],
  );
}
