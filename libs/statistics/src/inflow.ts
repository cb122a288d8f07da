import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import { dayOf, spanOfDays } from './span.js';

/** Items of one day in a platform's inbox. */
export interface InflowDay {
  date: string;
  /** Served on it. */
  received: number;
  /** Decided, withdrawn or ordered for the first time on it. */
  handled: number;
  /** Owed at its end. */
  backlog: number;
}

/** What came in, went out and stayed, day by day; the last day is today. One statement. */
export function inflowOf(db: Tx | DataSource, platformOrganizationId: string, days: number): Promise<InflowDay[]> {
  return db.query<InflowDay[]>(
    `with ${spanOfDays('$2')},
     mine as (
       select ${dayOf('n.served_at')} as received, ${dayOf('i.settled_at')} as handled
       from span, notices n join items i on i.notice_id = n.id
       where n.platform_organization_id = $1 and n.served_at is not null
         and (n.decided_at is null or n.decided_at >= span.start_at)
     ),
     received as (select received as day, count(*) as items from mine group by received),
     handled as (select handled as day, count(*) as items from mine where handled is not null group by handled),
     before as (
       select count(*) as items from mine, span where received < first_day and (handled is null or handled >= first_day)
     )
     select t.day::date::text as date, coalesce(r.items, 0)::int as received, coalesce(h.items, 0)::int as handled,
       (before.items + sum(coalesce(r.items, 0) - coalesce(h.items, 0)) over (order by t.day))::int as backlog
     from span cross join before cross join generate_series(first_day, last_day, interval '1 day') as t(day)
     left join received r on r.day = t.day::date left join handled h on h.day = t.day::date
     order by t.day`,
    [platformOrganizationId, days],
  );
}
