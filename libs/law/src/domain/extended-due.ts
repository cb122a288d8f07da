import { instant } from '#kernel';
import type { ClockRule } from './clock-rules/clock-rule.js';
import { calendarFor, type Calendars, computeDue, defaultZone, type DueDate, readInstant } from './due-date.js';
import { DayWalk, type WalkFound } from './day-walk.js';
import { zoneDays } from './zone-days.js';

/** What came of asking for more time; the verb makes the refusal of it. */
export type Extension =
  | ({ outcome: 'extended'; dueAt: string } & WalkFound)
  | { outcome: 'not_extensible' }
  /** The clock runs that long anyway. */
  | { outcome: 'not_later'; dueAt: string }
  | { outcome: 'beyond_cap'; capAt: string; cap: NonNullable<ClockRule['cap']> };

/**
 * The first instant that no extension can reach: for the waits 20 working days from arrival (法释〔2020〕9号 第3条).
 * Null for a rule whose end nobody may extend.
 */
export function cappedDue(
  rule: ClockRule,
  startAt: string,
  calendars: Calendars,
  zone: string = defaultZone(rule.id),
): DueDate | null {
  if (!rule.cap) return null;
  return computeDue({ ...rule, ...rule.cap, rolls: false }, startAt, calendars, zone);
}

/**
 * An extension to the end of the day of `until`, moved off a rest day where the rule rolls (民法典 203), and never
 * beyond the cap of the rule.
 * @param until an ISO instant; the day in the zone to which it belongs is the last day
 */
export function extendedDue(
  rule: ClockRule,
  startAt: string,
  until: string,
  calendars: Calendars,
  zone: string = defaultZone(rule.id),
): Extension {
  const cap = cappedDue(rule, startAt, calendars, zone);
  if (!rule.cap || !cap) return { outcome: 'not_extensible' };
  const days = zoneDays(zone);
  const walk = new DayWalk(calendarFor(rule.unit, calendars));
  const wanted = days.dayOf(readInstant(until));
  // Judged before rolling, or a `until` of centuries would be walked day by day.
  if (days.startOf(wanted + 1) > Date.parse(cap.dueAt))
    return { outcome: 'beyond_cap', capAt: cap.dueAt, cap: rule.cap };
  const end = days.startOf((rule.rolls ? walk.roll(wanted) : wanted) + 1);
  if (end > Date.parse(cap.dueAt)) return { outcome: 'beyond_cap', capAt: cap.dueAt, cap: rule.cap };
  const plain = computeDue(rule, startAt, calendars, zone);
  if (end <= Date.parse(plain.dueAt)) return { outcome: 'not_later', dueAt: plain.dueAt };
  return { outcome: 'extended', dueAt: instant(new Date(end)), ...walk.found() };
}
