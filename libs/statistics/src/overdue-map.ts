import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { Jurisdiction } from './jurisdiction.js';
import { dayOf, spanOfDays } from './span.js';

/** How many clocks of platforms ran out in a region in the week that begins on that Monday. */
export interface OverdueCell {
  regionCode: string;
  regionName: string;
  week: string;
  breaches: number;
}

export interface OverdueMap {
  /** The Mondays of the period, empty weeks too. */
  weeks: string[];
  /** Where and when something ran out. */
  cells: OverdueCell[];
}

/** Breaches by region and week; what was done in time after all is none. One statement. */
export async function overdueMap(db: Tx | DataSource, { regions }: Jurisdiction, days: number): Promise<OverdueMap> {
  const [map] = await db.query<[OverdueMap]>(
    `with ${spanOfDays('$1')},
     cells as (
       select n.region_code as "regionCode", r.name as "regionName",
         date_trunc('week', ${dayOf('m.reached_at')}::timestamp)::date::text as week, count(*)::int as breaches
       from span, deadline_marks m join deadlines d on d.id = m.deadline_id join notices n on n.id = d.notice_id
       join regions r on r.code = n.region_code
       where m.mark = 100 and m.reached_at >= span.start_at
         and d.at_expiry = 'breach' and d.owed_by = 'platform' and d.state <> 'met'
         and ($2::text[] is null or n.region_code = any($2))
       group by 1, 2, 3
     )
     select array(select week::date::text from span,
         generate_series(date_trunc('week', first_day::timestamp), last_day, interval '1 week') week) as weeks,
       (select coalesce(jsonb_agg(c order by c."regionCode", c.week), '[]') from cells c) as cells`,
    [days, regions],
  );
  return map;
}
