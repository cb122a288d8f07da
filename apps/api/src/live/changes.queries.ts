import { NATIONAL_REGION } from '#directory';
import type { DataSource } from 'typeorm';

/** How far a process has read: the log by position, inside work by what was visible (`pg_snapshot`). */
export interface Cursor {
  position: number;
  snapshot: string;
}

/** An event of the log with everybody who may hear of it. */
export interface HeardEvent {
  position: number;
  type: string;
  matterKind: string;
  matterId: string;
  /** Canonical text of the event. */
  payload: string;
  /** Of a notice: the complaint that it was made of. */
  complaintId: string | null;
  organizationIds: string[];
  /** It changes a queue that operators work on. */
  isForOperators: boolean;
}

export interface InsideWork {
  organizationId: string;
  noticeId: string;
  at: string;
}

/** The national regulator reads every escalation, also those that were put before a region's. */
const eventsAfter = `
  select e.position, e.type, e.matter_kind as "matterKind", e.matter_id as "matterId", e.payload,
    (select n.complaint_id from notices n where n.id = e.matter_id) as "complaintId",
    case when e.matter_kind = 'escalation'
      then array_remove(e.audience || (select r.regulator_organization_id from regions r where r.code = '${NATIONAL_REGION}'), null)
      else e.audience end as "organizationIds",
    e.matter_kind in ('authorization', 'platform') or e.type = 'target.assigned'
      or e.matter_kind = 'complaint' and exists (
        select from targets t where t.complaint_id = e.matter_id and t.outcome = 'unrouted') as "isForOperators"
  from (select * from events where position > $1 order by position limit $2) e`;

/** Where a process begins to listen: now. One statement. */
export async function startOfChanges(database: DataSource): Promise<Cursor> {
  const [row] = await database.query<Array<{ position: string; snapshot: string }>>(
    `select coalesce(max(position), 0) as position, pg_current_snapshot()::text as snapshot from events`,
  );
  return { position: Number(row!.position), snapshot: row!.snapshot };
}

/** What has become visible since; at most `limit` events. One statement, and so one snapshot. */
export async function changesSince(
  database: DataSource,
  cursor: Cursor,
  limit: number,
): Promise<{ events: HeardEvent[]; insideWork: InsideWork[]; cursor: Cursor }> {
  const [row] = await database.query<Array<{ events: HeardEvent[]; insideWork: InsideWork[]; snapshot: string }>>(
    `select pg_current_snapshot()::text as snapshot,
       (select coalesce(jsonb_agg(to_jsonb(u) order by u.position), '[]') from (${eventsAfter}) u) as events,
       (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (
          select c.organization_id as "organizationId", c.notice_id as "noticeId", max(c.at) as at
          from inside_work_changes c
          where c.transaction >= pg_snapshot_xmin($3::pg_snapshot)
            and not pg_visible_in_snapshot(c.transaction, $3::pg_snapshot)
          group by 1, 2) w) as "insideWork"`,
    [cursor.position, limit, cursor.snapshot],
  );
  const { events, insideWork, snapshot } = row!;
  return { events, insideWork, cursor: { position: events.at(-1)?.position ?? cursor.position, snapshot } };
}

/** Who comes back after a break. */
export interface Returning {
  organizationId: string;
  isOperator: boolean;
}

/** More than this many events of all matters behind, and reading them costs more than reading the lists again. */
const furthestBack = 50_000;

/**
 * What a returning reader missed after a position, at most `limit` and one more; null where that lies too far back or
 * was never ours. Inside work has no positions: all that is remembered of the reader's organization. One statement.
 */
export async function missedSince(
  database: DataSource,
  { organizationId, isOperator }: Returning,
  after: number,
  limit: number,
): Promise<{ newest: number; events: HeardEvent[] | null; insideWork: InsideWork[] }> {
  type Row = { newest: string; events: HeardEvent[]; insideWork: InsideWork[] };
  const [row] = await database.query<Row[]>(
    `with newest as materialized (select coalesce(max(position), 0) as position from events),
       reach as materialized (select case when position - $1::bigint between 0 and ${furthestBack} then $2::integer + 1 else 0 end as rows from newest)
     select (select position from newest) as newest,
       (select coalesce(jsonb_agg(to_jsonb(m) order by m.position), '[]') from (
          select * from (${eventsAfter.replace('$2', `${furthestBack} + 1`)}) u
          where (select rows from reach) > 0 and ($3::uuid = any(u."organizationIds") or ($4 and u."isForOperators"))
          order by u.position limit (select rows from reach)) m) as events,
       (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (
          select organization_id as "organizationId", notice_id as "noticeId", max(at) as at
          from inside_work_changes where organization_id = $3 group by 1, 2 limit $2) w) as "insideWork"`,
    [after, limit, organizationId, isOperator],
  );
  const newest = Number(row!.newest);
  const isReachable = after <= newest && newest - after <= furthestBack && row!.events.length <= limit;
  return { newest, events: isReachable ? row!.events : null, insideWork: row!.insideWork };
}
