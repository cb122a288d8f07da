/** The days of figures are those of the law's calendar. */
export const zone = `'Asia/Shanghai'`;

/** The day of an instant, in SQL. */
export const dayOf = (instant: string) => `(${instant} at time zone ${zone})::date`;

/** The first instant of a day, in SQL. */
export const startOf = (day: string) => `(${day}::timestamp at time zone ${zone})`;

/**
 * `span(first_day, last_day, start_at, now)` of the last `$n` days, today among them, by the domain's clock; for a
 * `with`. Materialized, so that the clock is read once.
 */
export const spanOfDays = (days: string) => `span as materialized (
  select day - ${days}::int + 1 as first_day, day as last_day, ${startOf(`(day - ${days}::int + 1)`)} as start_at, now
  from (select now, ${dayOf('now')} as day from (select domain_now() as now) clock) today)`;

/** The clock of a notice that its decisions are measured by: `answer.started_at`, `answer.due_at`. */
export const answerClock = `lateral (
  select d.started_at, d.due_at from deadlines d
  where d.notice_id = n.id and d.subject_kind = 'notice' and d.kind in ('takedown', 'decide')
  order by d.due_at limit 1)`;
