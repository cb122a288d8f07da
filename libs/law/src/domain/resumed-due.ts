import { instant } from '#kernel';
import type { ClockRule } from './clock-rules/clock-rule.js';
import { calendarFor, type Calendars, computeDue, defaultZone, type DueDate, readInstant } from './due-date.js';
import { DayWalk, type WalkFound } from './day-walk.js';
import { dateOf, zoneDays } from './zone-days.js';

/** Where a clock ends after it was held up, and which days its remainder passed over. */
export interface ResumedDue extends WalkFound {
  dueAt: string;
}

/**
 * A paused clock resumes its remainder (domain.md §3, `supplement`): what had run before the pause stays run, what had
 * not is owed afterwards, whole.
 *
 * Hours: the end moves by exactly the time of the pause. Days: the day of the pause had begun and is spent, so the
 * remainder is r, the counted days after it up to and including the last day. A counted day is a working day where the
 * rule counts those, else any day. The day of resumption is not counted, as the day of a start is not (民法典 201), and
 * the clock ends at 24:00 of the r-th counted day after it; where the rule rolls, a rest day gives way (203). Paused on
 * its very last day (r = 0) a clock ends with the day of resumption, or with the next working day where those count.
 * Paused and resumed on one day, nothing was lost and nothing moves. It never ends earlier than before the pause.
 */
export function resumedDue(
  rule: ClockRule,
  pause: { pausedAt: string; resumedAt: string; dueAt: string },
  calendars: Calendars,
  zone: string = defaultZone(rule.id),
): ResumedDue {
  const [pausedAt, resumedAt, dueAt] = [pause.pausedAt, pause.resumedAt, pause.dueAt].map(readInstant) as [
    number,
    number,
    number,
  ];
  const walk = new DayWalk(calendarFor(rule.unit, calendars));
  const wasHeldUp = resumedAt > pausedAt && pausedAt < dueAt;
  if (rule.unit === 'hour') return ends(wasHeldUp ? dueAt + resumedAt - pausedAt : dueAt, walk);
  const days = zoneDays(zone);
  const [pauseDay, resumeDay, lastDay] = [days.dayOf(pausedAt), days.dayOf(resumedAt), days.dayOf(dueAt - 1)];
  if (!wasHeldUp || pauseDay === resumeDay) return ends(dueAt, walk);
  const countsWorkingDays = rule.unit === 'working_day' || rule.unit === 'us_business_day';
  let end: number;
  if (countsWorkingDays) {
    const left = workingDaysIn(calendarFor(rule.unit, calendars), pauseDay, lastDay);
    end = left === 0 ? walk.roll(resumeDay) : walk.workingDays(resumeDay, left, 1);
  } else {
    const last = resumeDay + (lastDay - pauseDay);
    end = rule.rolls ? walk.roll(last) : last;
  }
  return ends(Math.max(dueAt, days.startOf(end + 1)), walk);
}

/**
 * A clock derived again from its beginning, as it would have ended had these calendars been known: the count from the
 * start, then each pause that has ended. A pause still open leaves the end where it stood.
 */
export function rederivedDue(
  rule: ClockRule,
  clock: { startedAt: string; pauses: ReadonlyArray<{ from: string; until: string | null }> },
  calendars: Calendars,
  zone: string = defaultZone(rule.id),
): DueDate {
  const due = computeDue(rule, clock.startedAt, calendars, zone);
  for (const { from, until } of clock.pauses) {
    if (until === null) continue;
    const resumed = resumedDue(rule, { pausedAt: from, resumedAt: until, dueAt: due.dueAt }, calendars, zone);
    due.dueAt = resumed.dueAt;
    due.skipped = [
      ...due.skipped,
      ...resumed.skipped.filter(({ date }) => !due.skipped.some((day) => day.date === date)),
    ];
    due.covered = due.covered && resumed.covered;
  }
  return due;
}

function workingDaysIn(calendar: { isWorkingDay(date: string): boolean }, after: number, until: number): number {
  let count = 0;
  for (let day = after + 1; day <= until; day++) if (calendar.isWorkingDay(dateOf(day))) count += 1;
  return count;
}

function ends(at: number, walk: DayWalk): ResumedDue {
  return { dueAt: instant(new Date(at)), ...walk.found() };
}
