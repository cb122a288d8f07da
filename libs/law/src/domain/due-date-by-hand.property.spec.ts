import fc from 'fast-check';
import { buildCalendar, type CalendarDay } from './calendar.js';
import { clockRule } from './clock-rules.js';
import type { ClockRule } from './clock-rules/clock-rule.js';
import { computeDue } from './due-date.js';
import { usFederalCalendar } from './us-federal-calendar.js';

/**
 * The arithmetic against a person with a wall calendar: lists of dates, one day after the other, `Date.UTC`, and the
 * clock on the wall of the zone as the platform's own `Intl` reads it. Nothing here is shared with what is tested.
 */
interface Wall {
  rest: ReadonlySet<string>;
  worked: ReadonlySet<string>;
}

/** Federal holidays as the Office of Personnel Management lists them, with the days on which they are observed. */
const federal = [
  '2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25',
  '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25',
  '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-31',
].flatMap((year) => year.split(' '));
const americanWall: Wall = { rest: new Set(federal), worked: new Set() };

const dayAfter = (date: string, step = 1) => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + step)).toISOString().slice(0, 10);
};

function isWorked({ rest, worked }: Wall, date: string): boolean {
  if (rest.has(date)) return false;
  if (worked.has(date)) return true;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

function lastDayByHand(rule: ClockRule, start: string, wall: Wall): string {
  let date = start;
  if (rule.unit === 'month') {
    const [year, month, day] = start.split('-').map(Number) as [number, number, number];
    const lastOfMonth = new Date(Date.UTC(year, month - 1 + rule.length + 1, 0));
    const last = Math.min(day, lastOfMonth.getUTCDate());
    date = `${lastOfMonth.toISOString().slice(0, 8)}${String(last).padStart(2, '0')}`;
  } else if (rule.countsBack) {
    // The latest day from which enough whole working days lie before the start.
    for (let between = 0; between < rule.length;) {
      date = dayAfter(date, -1);
      if (isWorked(wall, date)) between += 1;
    }
    return dayAfter(date, -1);
  } else if (rule.unit === 'calendar_day') {
    for (let left = rule.length; left > 0; left--) date = dayAfter(date);
  } else {
    for (let left = rule.length; left > 0;) {
      date = dayAfter(date);
      if (isWorked(wall, date)) left -= 1;
    }
  }
  while (rule.rolls && !isWorked(wall, date)) date = dayAfter(date);
  return date;
}

const walls = new Map<string, Intl.DateTimeFormat>();
function dateOnTheWall(at: number, zone: string): string {
  const clock = walls.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  walls.set(zone, clock);
  return clock.format(at);
}

/** The first quarter of an hour at which the wall shows that date or a later one. */
function beginningOf(date: string, zone: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  let at = noon - 30 * 3_600_000;
  while (dateOnTheWall(at, zone) < date) at += 900_000;
  return at;
}

const spring = Date.UTC(2025, 0, 10);
const dates = fc.integer({ min: 0, max: 1000 }).map((day) => dayAfter('2025-01-01', day));
/** A calendar nobody published: holidays in blocks, and weekends worked for them. */
const wall = fc
  .record({
    blocks: fc.array(fc.record({ from: dates, length: fc.integer({ min: 1, max: 10 }) }), { maxLength: 12 }),
    worked: fc.array(dates, { maxLength: 40 }),
  })
  .map(({ blocks, worked }): Wall => {
    const rest = blocks.flatMap(({ from, length }) => Array.from({ length }, (_, n) => dayAfter(from, n)));
    return { rest: new Set(rest), worked: new Set(worked.filter((date) => !rest.includes(date))) };
  });

function calendarsOf({ rest, worked }: Wall) {
  const days: CalendarDay[] = [
    ...[...rest].map((date) => ({ date, kind: 'holiday', name: '假' }) as const),
    ...[...worked].map((date) => ({ date, kind: 'working', name: '班' }) as const),
  ];
  return { cn: buildCalendar(days, { from: '2024-01-01', until: '2030-12-31' }, 'by-hand'), us: usFederalCalendar };
}

const base = clockRule('cn.ecl.wait')!;
const rule = fc.oneof(
  fc.record({
    unit: fc.constantFrom('calendar_day', 'month' as const),
    length: fc.integer({ min: 1, max: 20 }),
    rolls: fc.boolean(),
  }),
  fc.record({
    unit: fc.constantFrom('working_day', 'us_business_day' as const),
    length: fc.integer({ min: 1, max: 20 }),
    rolls: fc.constant(false),
    countsBack: fc.constantFrom(undefined, true as const),
  }),
  fc.record({
    unit: fc.constant('hour' as const),
    length: fc.integer({ min: 1, max: 400 }),
    rolls: fc.constant(false),
  }),
);
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
);
// every quarter of an hour, so that midnights and changes of clocks are met
const start = fc.integer({ min: 0, max: 4 * 24 * 800 }).map((quarter) => spring + quarter * 900_000);

it('a person with a wall calendar finds the same end, whatever the unit, the calendar and the zone', () => {
  fc.assert(
    fc.property(rule, wall, zone, start, (terms, given, place, at) => {
      const whole: ClockRule = { ...base, ...terms };
      const { dueAt } = computeDue(whole, new Date(at).toISOString(), calendarsOf(given), place);
      if (whole.unit === 'hour') return expect(Date.parse(dueAt)).toBe(at + whole.length * 3_600_000);
      const days = whole.unit === 'us_business_day' ? americanWall : given;
      const last = lastDayByHand(whole, dateOnTheWall(at, place), days);
      // the American list ends with 2027
      if (whole.unit === 'us_business_day' && (last < '2025-01-01' || last > '2027-12-31')) return;
      expect(Date.parse(dueAt)).toBe(beginningOf(dayAfter(last), place));
    }),
    { numRuns: 1500 },
  );
});

it('counted back, no later day would leave enough whole working days before the start', () => {
  fc.assert(
    fc.property(wall, start, fc.integer({ min: 1, max: 20 }), (given, at, length) => {
      const whole: ClockRule = { ...base, unit: 'working_day', length, rolls: false, countsBack: true };
      const { dueAt } = computeDue(whole, new Date(at).toISOString(), calendarsOf(given), 'UTC');
      const lastDay = new Date(Date.parse(dueAt) - 1).toISOString().slice(0, 10);
      const between = (date: string) => {
        let count = 0;
        const from = new Date(at).toISOString().slice(0, 10);
        for (let day = dayAfter(date); day < from; day = dayAfter(day)) if (isWorked(given, day)) count += 1;
        return count;
      };
      expect(between(lastDay)).toBeGreaterThanOrEqual(length);
      expect(between(dayAfter(lastDay))).toBeLessThan(length);
    }),
  );
});
