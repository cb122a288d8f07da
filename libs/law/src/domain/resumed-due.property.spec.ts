import fc from 'fast-check';
import { buildCalendar } from './calendar.js';
import { chinaCalendarDays } from './china-calendar.js';
import { clockRule } from './clock-rules.js';
import type { ClockRule } from './clock-rules/clock-rule.js';
import { computeDue } from './due-date.js';
import { cappedDue, extendedDue } from './extended-due.js';
import { resumedDue } from './resumed-due.js';
import { usFederalCalendar } from './us-federal-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendars = { cn: buildCalendar(days, covered, version), us: usFederalCalendar };
const day = 86_400_000;

const rule = fc
  .record({
    unit: fc.constantFrom('hour', 'calendar_day', 'working_day', 'us_business_day' as const),
    length: fc.integer({ min: 1, max: 40 }),
    rolls: fc.boolean(),
  })
  .map(({ unit, length, rolls }): ClockRule => ({
    ...clockRule('cn.ecl.takedown')!,
    unit,
    length,
    rolls: rolls && unit === 'calendar_day',
  }));
const start = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2026, 10, 30) });
const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia', '+05:30');
const text = (at: number) => new Date(at).toISOString();

it('a pause never ends a clock earlier, a longer pause never earlier than a shorter one', () => {
  fc.assert(
    fc.property(
      rule,
      start,
      zone,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 0, max: 20 * day }),
      fc.integer({ min: 0, max: 5 * day }),
      (given, startAt, place, share, length, longer) => {
        const { dueAt } = computeDue(given, text(startAt), calendars, place);
        const pausedAt = startAt + Math.floor((Date.parse(dueAt) - startAt) * share);
        const ends = (resumedAt: number) =>
          Date.parse(
            resumedDue(given, { pausedAt: text(pausedAt), resumedAt: text(resumedAt), dueAt }, calendars, place).dueAt,
          );
        const [first, second] = [ends(pausedAt + length), ends(pausedAt + length + longer)];
        expect(first).toBeGreaterThanOrEqual(Date.parse(dueAt));
        expect(second).toBeGreaterThanOrEqual(first);
        // nobody is late at the moment of resuming
        expect(first).toBeGreaterThan(pausedAt + length);
      },
    ),
    { numRuns: 1500 },
  );
});

it('as many working days are owed after resumption as were left at the pause', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      start,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: day, max: 30 * day }),
      (length, startAt, share, pause) => {
        const given: ClockRule = { ...clockRule('cn.ecl.takedown')!, length };
        const { dueAt } = computeDue(given, text(startAt), calendars, 'UTC');
        const pausedAt = startAt + Math.floor((Date.parse(dueAt) - startAt) * share);
        const resumedAt = pausedAt + pause;
        const resumed = resumedDue(
          given,
          { pausedAt: text(pausedAt), resumedAt: text(resumedAt), dueAt },
          calendars,
          'UTC',
        );
        const left = workingDays(pausedAt, Date.parse(dueAt));
        const owed = workingDays(resumedAt, Date.parse(resumed.dueAt));
        // on its last day none is left whole, and the day of resumption itself is given
        if (left > 0) expect(owed).toBe(left);
        else expect(owed).toBeLessThanOrEqual(1);
      },
    ),
  );
});

/** Working days after the day of `from` and before the instant `until`. */
function workingDays(from: number, until: number): number {
  let count = 0;
  for (let at = Math.floor(from / day) * day + day; at < until; at += day)
    if (calendars.cn.isWorkingDay(text(at).slice(0, 10))) count += 1;
  return count;
}

it('an extension ends after the plain wait, on a working day, and never beyond the cap', () => {
  const wait = clockRule('cn.ecl.wait')!;
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 60 * day }), (startAt, ahead) => {
      const extension = extendedDue(wait, text(startAt), text(startAt + ahead), calendars);
      const plain = computeDue(wait, text(startAt), calendars).dueAt;
      const cap = cappedDue(wait, text(startAt), calendars)!.dueAt;
      if (extension.outcome !== 'extended') return;
      expect(Date.parse(extension.dueAt)).toBeGreaterThan(Date.parse(plain));
      expect(Date.parse(extension.dueAt)).toBeLessThanOrEqual(Date.parse(cap));
      const lastDay = text(Date.parse(extension.dueAt) - 1 + 8 * 3_600_000).slice(0, 10);
      expect(calendars.cn.isWorkingDay(lastDay)).toBe(true);
    }),
  );
});
