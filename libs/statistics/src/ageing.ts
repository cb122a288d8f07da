import type { Tx } from '#database';
import type { DataSource } from 'typeorm';

/** How long an open item has been owed, in days. */
export const ageBuckets = ['lt_1d', 'd1_3', 'd3_7', 'd7_15', 'gt_15d'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

export interface AgeingRow {
  bucket: AgeBucket;
  open: number;
  /** Of these, with a clock that has run out. */
  overdue: number;
}

const day = 86_400;
const bounds = [day, 3 * day, 7 * day, 15 * day];

/**
 * What a platform owes a decision on now, by age: from service, or for what was reported as still live from the report.
 * One statement.
 */
export async function ageingOf(db: Tx | DataSource, platformOrganizationId: string): Promise<AgeingRow[]> {
  const rows = await db.query<Array<{ place: number; open: number; overdue: number }>>(
    `select width_bucket(extract(epoch from domain_now() - coalesce(r.reported_at, n.served_at))::float, $2::float[]) as place,
       count(*)::int as open, (count(*) filter (where exists (
         select from deadlines d where d.notice_id = n.id and d.state = 'breached' and d.stopped_at is null
           and d.kind in ('takedown', 'decide') and d.subject_id in (n.id, i.id))))::int as overdue
     from notices n join items i on i.notice_id = n.id
     left join still_live_reports r on r.item_id = i.id and r.settled_at is null and i.state = 'reappeared'
     where n.platform_organization_id = $1 and n.state in ('served', 'acknowledged')
       and i.state in ('pending', 'supplement_requested', 'reappeared')
     group by place`,
    [platformOrganizationId, bounds],
  );
  return ageBuckets.map((bucket, place) => {
    const { open = 0, overdue = 0 } = rows.find((row) => row.place === place) ?? {};
    return { bucket, open, overdue };
  });
}
