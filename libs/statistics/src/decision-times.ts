import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import { answerClock, dayOf, spanOfDays } from './span.js';

/** How long decisions took, of items decided in one day or week; null where nothing was decided. */
export interface DecisionPeriod {
  from: string;
  decided: number;
  withinClock: number;
  p50Seconds: number | null;
  p90Seconds: number | null;
  /** The median length of the clocks that ran. */
  clockSeconds: number | null;
}

export type DecisionUnit = 'day' | 'week';

/** More points than this are told by week. */
const daysTold = 31;

export function decisionUnit(days: number): DecisionUnit {
  return days <= daysTold ? 'day' : 'week';
}

/** From service to the first decision, by the day (or Monday) of the decision. One statement. */
export function decisionTimesOf(
  db: Tx | DataSource,
  platformOrganizationId: string,
  days: number,
): Promise<DecisionPeriod[]> {
  const unit = decisionUnit(days);
  return db.query<DecisionPeriod[]>(
    `with ${spanOfDays('$2')},
     decided as (
       select date_trunc($3, ${dayOf('i.settled_at')}::timestamp)::date as decided_in,
         extract(epoch from i.settled_at - n.served_at)::float as took,
         extract(epoch from answer.due_at - answer.started_at)::float as clock, i.settled_at < answer.due_at as in_time
       from span, notices n join items i on i.notice_id = n.id left join ${answerClock} answer on true
       where n.platform_organization_id = $1 and n.served_at is not null
         and (n.decided_at is null or n.decided_at >= span.start_at)
         and i.settled_at >= span.start_at and i.decided_at is not null
     )
     select period::date::text as "from", count(took)::int as decided,
       (count(*) filter (where in_time))::int as "withinClock",
       round(percentile_cont(0.5) within group (order by took))::float as "p50Seconds",
       round(percentile_cont(0.9) within group (order by took))::float as "p90Seconds",
       round(percentile_cont(0.5) within group (order by clock))::float as "clockSeconds"
     from span
     cross join generate_series(date_trunc($3, first_day::timestamp), last_day, ('1 ' || $3)::interval) period
     left join decided on decided.decided_in = period::date
     group by period order by period`,
    [platformOrganizationId, days, unit],
  );
}
