import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { Jurisdiction } from './jurisdiction.js';
import { answerClock, spanOfDays } from './span.js';

/** One platform as its regulator sees it. */
export interface PlatformFigures {
  platformId: string;
  platformName: string;
  /** Items served in the period, and of these decided in time, and late. */
  served: number;
  decidedInTime: number;
  decidedLate: number;
  /** From service to decision; null where nothing was decided. */
  medianHours: number | null;
  /** Items with a takedown, decision or restoration overdue now, whenever served. */
  overdueOpen: number;
  escalationsOpen: number;
}

const told = 50;

/** The platforms of a jurisdiction, those with most overdue first; at most fifty. One statement beside the directory. */
export function platformFigures(
  db: Tx | DataSource,
  { organizationId, regions, isNational }: Jurisdiction,
  days: number,
): Promise<PlatformFigures[]> {
  return db.query<PlatformFigures[]>(
    `with ${spanOfDays('$1')},
     served as (
       select n.platform_id, count(*) as served,
         count(*) filter (where i.decided_at is not null and i.settled_at < answer.due_at) as in_time,
         count(*) filter (where i.decided_at is not null and i.settled_at >= answer.due_at) as late,
         percentile_cont(0.5) within group (order by extract(epoch from i.settled_at - n.served_at)::float / 3600)
           filter (where i.decided_at is not null) as median
       from span, notices n join items i on i.notice_id = n.id left join ${answerClock} answer on true
       where n.served_at >= span.start_at and ($2::text[] is null or n.region_code = any($2))
       group by n.platform_id
     ),
     overdue as (
       select n.platform_id, count(distinct i.id) as items
       from deadlines d join notices n on n.id = d.notice_id
       join items i on i.notice_id = n.id
         and case d.subject_kind when 'item' then i.id = d.subject_id else i.settled_at is null end
       where d.state = 'breached' and d.stopped_at is null and d.kind in ('takedown', 'decide', 'restore')
         and ($2::text[] is null or n.region_code = any($2))
       group by n.platform_id
     ),
     escalated as (
       select platform_id, count(*) as matters from escalations
       where state in ('open', 'claimed') and ($3::uuid is null or regulator_organization_id = $3)
       group by platform_id
     )
     select p.id as "platformId", p.name as "platformName", coalesce(s.served, 0)::int as served,
       coalesce(s.in_time, 0)::int as "decidedInTime", coalesce(s.late, 0)::int as "decidedLate",
       round(s.median::numeric, 1)::float as "medianHours", coalesce(o.items, 0)::int as "overdueOpen",
       coalesce(e.matters, 0)::int as "escalationsOpen"
     from (select platform_id from served union select platform_id from overdue union select platform_id from escalated) seen
     join platforms p on p.id = seen.platform_id
     left join served s on s.platform_id = p.id
     left join overdue o on o.platform_id = p.id
     left join escalated e on e.platform_id = p.id
     order by "overdueOpen" desc, "escalationsOpen" desc, served desc, p.slug limit ${told}`,
    [days, regions, isNational ? null : organizationId],
  );
}
