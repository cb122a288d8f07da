import { Problem } from '#kernel';

/** A day that departs from the rule of the week: a holiday, or a weekend day on which people work (调休). */
export interface CalendarDay {
  date: string;
  kind: 'holiday' | 'working';
  name: string;
}

/** Which days are working days. Dates are `YYYY-MM-DD`; outside the covered span weekends alone are assumed. */
export interface Calendar {
  version: string;
  coveredFrom: string;
  coveredUntil: string;
  covers(date: string): boolean;
  isWorkingDay(date: string): boolean;
  /** Why nobody works that day: `weekend` or the holiday's name; null on a working day. */
  whyNot(date: string): string | null;
  /** A Saturday or Sunday on which people work. */
  isMakeUpDay(date: string): boolean;
  /** What was listed about that day; undefined where nothing was. */
  listed(date: string): CalendarDay | undefined;
}

const millisecondsPerDay = 86_400_000;

/**
 * A calendar from listed days. A later row for the same date overrides an earlier one, as a later paper of the State
 * Council does (2020 had two); a row outside the covered span is left out.
 * @throws Problem `validation_failed` naming each row that is no date or of no known kind
 */
export function buildCalendar(
  days: ReadonlyArray<CalendarDay>,
  covered: { from: string; until: string },
  version: string,
): Calendar {
  const errors = days.flatMap((day, index) =>
    isDate(day.date) && (day.kind === 'holiday' || day.kind === 'working')
      ? []
      : [{ pointer: `#/days/${index}`, code: 'not_a_calendar_day', detail: `${day.date} ${day.kind}` }],
  );
  if (errors.length > 0) throw new Problem('validation_failed', { errors });

  const isCovered = (date: string) => date >= covered.from && date <= covered.until;
  const listed = new Map(days.filter(({ date }) => isCovered(date)).map((day) => [day.date, day]));
  return calendarOf({ version, coveredFrom: covered.from, coveredUntil: covered.until }, (date) => listed.get(date));
}

/** A calendar in which `departureOn` names the days that depart from the rule of the week. */
export function calendarOf(
  span: { version: string; coveredFrom: string; coveredUntil: string },
  departureOn: (date: string) => CalendarDay | undefined,
): Calendar {
  const whyNot = (date: string) => {
    const departure = departureOn(date);
    if (departure) return departure.kind === 'holiday' ? departure.name : null;
    return isWeekend(date) ? 'weekend' : null;
  };
  return {
    ...span,
    covers: (date) => date >= span.coveredFrom && date <= span.coveredUntil,
    whyNot,
    isWorkingDay: (date) => whyNot(date) === null,
    listed: departureOn,
    isMakeUpDay: (date) => departureOn(date)?.kind === 'working' && isWeekend(date),
  };
}

function isWeekend(date: string): boolean {
  // 1970-01-01 was a Thursday: day 2 of the epoch was a Saturday, day 3 a Sunday.
  const day = (((Date.parse(date) / millisecondsPerDay) % 7) + 7) % 7;
  return day === 2 || day === 3;
}

function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const at = new Date(date);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}
