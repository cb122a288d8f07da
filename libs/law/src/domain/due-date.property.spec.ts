import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { buildCalendar, type Calendar } from './calendar.js';
import { chinaCalendarDays } from './china-calendar.js';
import { clockRule } from './clock-rules.js';
import type { ClockRule } from './clock-rules/clock-rule.js';
import { makeUpDayCounted } from './day-walk.js';
import { computeDue } from './due-date.js';
import { usFederalCalendar } from './us-federal-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendars = { cn: buildCalendar(days, covered, version), us: usFederalCalendar };

/** The same question answered a second way: zoned dates, one day at a time, the listed days read as they stand. */
function naiveDue(rule: ClockRule, startAt: string, zone: string): string {
  const start = Temporal.Instant.from(startAt).toZonedDateTimeISO(zone);
  if (rule.unit === 'hour') return start.add({ hours: rule.length }).toInstant().toString();
  let date = start.toPlainDate();
  if (rule.unit === 'month') date = date.add({ months: rule.length });
  else if (rule.unit === 'calendar_day') date = date.add({ days: rule.length });
  else {
    let counted = 0;
    while (counted < rule.length) {
      date = date.add({ days: 1 });
      if (works(rule, date)) counted += 1;
    }
  }
  if (rule.rolls) while (!works(rule, date)) date = date.add({ days: 1 });
  return date.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}

const listed = new Map(days.map(({ date, kind }) => [date, kind]));

function works(rule: ClockRule, date: Temporal.PlainDate): boolean {
  if (rule.unit === 'us_business_day') return date.dayOfWeek <= 5 && !isUsHoliday(date);
  const kind = date.year >= 2004 && date.year <= 2026 ? listed.get(date.toString()) : undefined;
  return kind ? kind === 'working' : date.dayOfWeek <= 5;
}

/** A weekday is a federal holiday when it fits a line of 5 USC 6103 itself, or stands in for a weekend day that does. */
function isUsHoliday(date: Temporal.PlainDate): boolean {
  const before = date.subtract({ days: 1 });
  const after = date.add({ days: 1 });
  return (
    isNamedDay(date) || (date.dayOfWeek === 1 && isFixedDay(before)) || (date.dayOfWeek === 5 && isFixedDay(after))
  );
}

function isFixedDay({ year, month, day }: Temporal.PlainDate): boolean {
  return ['1-1', '7-4', '11-11', '12-25', ...(year >= 2021 ? ['6-19'] : [])].includes(`${month}-${day}`);
}

function isNamedDay(date: Temporal.PlainDate): boolean {
  if (isFixedDay(date)) return true;
  const which = Math.ceil(date.day / 7);
  if (date.dayOfWeek === 4) return date.month === 11 && which === 4;
  if (date.dayOfWeek !== 1) return false;
  const isLast = date.add({ days: 7 }).month !== date.month;
  return (
    (date.month === 1 && which === 3) ||
    (date.month === 2 && which === 3) ||
    (date.month === 5 && isLast) ||
    (date.month === 9 && which === 1) ||
    (date.month === 10 && which === 2)
  );
}

const rule = fc
  .record({
    unit: fc.constantFrom('hour', 'calendar_day', 'working_day', 'us_business_day', 'month' as const),
    length: fc.integer({ min: 1, max: 120 }),
    rolls: fc.boolean(),
  })
  .map(({ unit, length, rolls }): ClockRule => {
    const row = clockRule('cn.ecl.wait');
    if (!row) throw new Error('no cn.ecl.wait');
    return { ...row, unit, length, rolls: rolls && (unit === 'calendar_day' || unit === 'month') };
  });
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Europe/London',
  '+05:30',
);
const startAt = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const calendarOf = ({ unit }: ClockRule): Calendar => (unit === 'us_business_day' ? calendars.us : calendars.cn);

it('agrees with counting day by day, in any zone, for any length and unit', () => {
  fc.assert(
    fc.property(rule, startAt, zone, (given, start, place) => {
      const { dueAt } = computeDue(given, start, calendars, place);
      expect(Date.parse(dueAt)).toBe(Date.parse(naiveDue(given, start, place)));
    }),
    { numRuns: 2000 },
  );
});

it('what was skipped explains the difference between the nominal and the effective end', () => {
  const working = rule.filter(({ unit, rolls }) => unit === 'working_day' || (unit === 'calendar_day' && rolls));
  fc.assert(
    fc.property(working, startAt, (given, start) => {
      const { nominalDueAt, dueAt, skipped } = computeDue(given, start, calendars, 'Asia/Shanghai');
      const passedOver = skipped.filter(({ reason }) => reason !== makeUpDayCounted);
      // Shanghai kept summer time until 1991: round away the hour.
      const moved = Math.round((Date.parse(dueAt) - Date.parse(nominalDueAt)) / 86_400_000);
      expect(passedOver).toHaveLength(moved);
      for (const { date } of passedOver) expect(calendars.cn.isWorkingDay(date)).toBe(false);
    }),
  );
});

it('the last day is a working day wherever rest days matter, and a later start never ends earlier', () => {
  fc.assert(
    fc.property(rule, startAt, fc.integer({ min: 0, max: 20 * 86_400_000 }), (given, start, delay) => {
      const later = new Date(Date.parse(start) + delay).toISOString();
      const first = Date.parse(computeDue(given, start, calendars, 'UTC').dueAt);
      const second = Date.parse(computeDue(given, later, calendars, 'UTC').dueAt);
      expect(second).toBeGreaterThanOrEqual(first);
      if (given.unit === 'hour' || (given.unit !== 'working_day' && given.unit !== 'us_business_day' && !given.rolls))
        return;
      expect(calendarOf(given).isWorkingDay(new Date(first - 1).toISOString().slice(0, 10))).toBe(true);
    }),
  );
});

it('covered is false exactly when a day outside 2004–2026 was needed', () => {
  const working = rule.filter(({ unit }) => unit === 'working_day');
  fc.assert(
    fc.property(working, startAt, (given, start) => {
      const due = computeDue(given, start, calendars, 'UTC');
      const first = new Date(Date.parse(start) + 86_400_000).toISOString().slice(0, 10);
      const last = new Date(Date.parse(due.dueAt) - 1).toISOString().slice(0, 10);
      expect(due.covered).toBe(first >= '2004-01-01' && last <= '2026-12-31');
    }),
  );
});
