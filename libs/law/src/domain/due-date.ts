import { instant, Problem } from '#kernel';
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.js';
import type { ClockRule, ClockUnit } from './clock-rules/clock-rule.js';
import { DayWalk } from './day-walk.js';
import { millisecondsPerDay, zoneDays } from './zone-days.js';

export interface DueDate {
  /** Before rest days moved it: the plain count of the calendar. */
  nominalDueAt: string;
  /** The first instant that is too late: the end of 10-08 in Beijing is `…-10-08T16:00:00Z`. */
  dueAt: string;
  /** Each rest day that was passed over, and each make-up day that counted (`makeUpDayCounted`), with the reason. */
  skipped: Array<{ date: string; reason: string }>;
  /** False where a day was consulted that the calendar does not cover: weekends alone were assumed. */
  covered: boolean;
  calendarVersion: string;
}

/** The days that a count is allowed to consult. */
export interface Calendars {
  cn: Calendar;
  us: Calendar;
}

const millisecondsPerHour = 3_600_000;
const earliest = Date.UTC(1970, 0, 2);
const latest = Date.UTC(3000, 0, 1);

/** Beijing, but for the clocks of US law. */
export function defaultZone(ruleId: string): string {
  return ruleId.startsWith('us.') ? 'America/New_York' : 'Asia/Shanghai';
}

/**
 * Where the days of a clock end for a platform: those of US law at the platform's place (17 USC 512 counts business days
 * where the provider does its business), all others in Beijing wherever the platform is. Null: the default of the rule.
 */
export function zoneOfClock(ruleId: string, platformZone: string | null): string | null {
  return ruleId.startsWith('us.') ? platformZone : null;
}

/** Federal holidays for US business days, the State Council's papers for everything else. */
export function calendarFor(unit: ClockUnit, calendars: Calendars): Calendar {
  return unit === 'us_business_day' ? calendars.us : calendars.cn;
}

/**
 * When a clock ends (民法典 200–204, domain.md §4). Hours run from the instant; days and months begin on the next day
 * and end at 24:00 in the zone; a rule that counts back ends before its start.
 * @param startAt ISO instant with offset
 * @throws Problem `validation_failed` for an unreadable start or an unknown zone
 */
export function computeDue(
  rule: ClockRule,
  startAt: string,
  calendars: Calendars,
  zone: string = defaultZone(rule.id),
): DueDate {
  const start = readInstant(startAt);
  const days = zoneDays(zone);
  const walk = new DayWalk(calendarFor(rule.unit, calendars));
  if (rule.unit === 'hour') {
    const due = instant(new Date(start + rule.length * millisecondsPerHour));
    return { nominalDueAt: due, dueAt: due, ...walk.found() };
  }
  const [nominalDay, lastDay] = countDays(rule, days.dayOf(start), walk);
  return {
    nominalDueAt: instant(new Date(days.startOf(nominalDay + 1))),
    dueAt: instant(new Date(days.startOf(lastDay + 1))),
    ...walk.found(),
  };
}

/** The last day on which the thing can be done in time: by the plain count, and as the law moves it. */
function countDays(rule: ClockRule, firstDay: number, walk: DayWalk): [nominal: number, last: number] {
  switch (rule.unit) {
    case 'working_day':
    case 'us_business_day': {
      // Counted back, whole days must lie between: the last day is the one before the days counted.
      const step = rule.countsBack ? -1 : 1;
      const margin = rule.countsBack ? -1 : 0;
      return [firstDay + step * rule.length + margin, walk.workingDays(firstDay, rule.length, step) + margin];
    }
    case 'month': {
      const last = sameDayAfter(firstDay, rule.length);
      return [last, rule.rolls ? walk.roll(last) : last];
    }
    default: {
      const last = firstDay + rule.length;
      return [last, rule.rolls ? walk.roll(last) : last];
    }
  }
}

/** 民法典 202: the corresponding day of the month in which the period ends, else that month's last day. */
function sameDayAfter(day: number, months: number): number {
  const from = new Date(day * millisecondsPerDay);
  const monthEnd = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0);
  const overshoot = new Date(monthEnd).getUTCDate() - from.getUTCDate();
  return monthEnd / millisecondsPerDay - Math.max(0, overshoot);
}

/** Milliseconds of an ISO instant within the years that the arithmetic knows. */
export function readInstant(startAt: string): number {
  let milliseconds = Number.NaN;
  try {
    milliseconds = Temporal.Instant.from(startAt).epochMilliseconds;
  } catch {
    // Falls through to the same answer as an instant out of bounds.
  }
  if (milliseconds >= earliest && milliseconds < latest) return milliseconds;
  throw new Problem('validation_failed', {
    errors: [
      {
        pointer: '#/start',
        code: 'not_an_instant',
        detail: 'An ISO 8601 instant with offset between 1970 and 2999, e.g. 2026-11-23T10:00:00+08:00',
      },
    ],
  });
}
