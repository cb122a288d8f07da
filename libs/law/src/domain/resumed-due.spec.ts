import { buildCalendar } from './calendar.js';
import { chinaCalendarDays } from './china-calendar.js';
import { clockRule } from './clock-rules.js';
import { computeDue } from './due-date.js';
import { rederivedDue, resumedDue } from './resumed-due.js';
import { usFederalCalendar } from './us-federal-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendars = { cn: buildCalendar(days, covered, version), us: usFederalCalendar };
const rule = (id: string) => clockRule(id)!;
/** `09-30 10:00` in Beijing, 2026. */
const at = (text: string) => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`).toISOString().replace('.000Z', 'Z');
const endOf = (date: string) =>
  new Date(Date.parse(`2026-${date}T00:00:00+08:00`) + 86_400_000).toISOString().replace('.000Z', 'Z');

function resumed(id: string, startAt: string, pausedAt: string, resumedAt: string): string {
  const { dueAt } = computeDue(rule(id), startAt, calendars);
  return resumedDue(rule(id), { pausedAt, resumedAt, dueAt }, calendars).dueAt;
}

describe('a clock of hours that was held up (cn.reg468.takedown, 24)', () => {
  it('ends later by exactly the time of the pause, to the millisecond', () => {
    const paused = new Date(Date.parse(at('11-23 12:00')) + 1).toISOString();
    expect(resumed('cn.reg468.takedown', at('11-23 10:00'), paused, at('11-25 12:00'))).toBe(
      new Date(Date.parse(at('11-26 10:00')) - 1).toISOString(),
    );
  });
  it('runs on over National Day as if it were any other time', () => {
    expect(resumed('cn.reg468.takedown', at('09-30 10:00'), at('09-30 22:00'), at('10-03 22:00'))).toBe(
      at('10-04 10:00'),
    );
  });
});

describe('a clock of working days that was held up (cn.ecl.takedown, 3)', () => {
  it('owes the working days that were left, from the day after it resumes (民法典 201)', () => {
    // From Monday: due on Thursday the 26th. Paused on Tuesday: Wednesday and Thursday are left.
    expect(resumed('cn.ecl.takedown', at('11-23 10:00'), at('11-24 15:00'), at('11-30 09:00'))).toBe(endOf('12-02'));
  });
  it('does not move when it is paused and resumed on one day', () => {
    expect(resumed('cn.ecl.takedown', at('11-23 10:00'), at('11-24 00:00'), at('11-24 23:59'))).toBe(endOf('11-26'));
  });
  it('paused on its last day ends with the day of resumption', () => {
    expect(resumed('cn.ecl.takedown', at('11-23 10:00'), at('11-26 18:00'), at('11-30 09:00'))).toBe(endOf('11-30'));
  });
  it('paused on its last day and resumed on a Saturday ends on Monday', () => {
    expect(resumed('cn.ecl.takedown', at('11-23 10:00'), at('11-26 18:00'), at('11-28 09:00'))).toBe(endOf('11-30'));
  });
  it('resumes over National Day and counts the make-up Saturday 10 October', () => {
    // Due on Wednesday 30 September; paused on the 28th: the 29th and 30th are left, resumed on the 30th.
    expect(resumed('cn.ecl.takedown', at('09-25 10:00'), at('09-28 10:00'), at('09-30 10:00'))).toBe(endOf('10-09'));
    expect(resumed('cn.ecl.takedown', at('09-25 10:00'), at('09-27 10:00'), at('09-30 10:00'))).toBe(endOf('10-10'));
  });
  it('held up before it began to count, started on a rest day, loses nothing', () => {
    expect(resumed('cn.ecl.takedown', at('11-21 10:00'), at('11-21 12:00'), at('11-22 12:00'))).toBe(endOf('11-25'));
  });
});

describe('a clock of calendar days that rolls (cn.ecl.wait, 15; 民法典 203)', () => {
  it('owes the days that were left, and a last day on a Saturday gives way to Monday', () => {
    // Due on 8 December; paused on 3 December: five days are left after it.
    expect(resumed('cn.ecl.wait', at('11-23 10:00'), at('12-03 10:00'), at('12-07 10:00'))).toBe(endOf('12-14'));
  });
});

describe('what is no pause', () => {
  it('a pause after the end, or one that ends before it begins, moves nothing', () => {
    expect(resumed('cn.ecl.takedown', at('11-23 10:00'), at('11-27 00:00'), at('12-10 10:00'))).toBe(endOf('11-26'));
    expect(resumed('cn.ecl.takedown', at('11-23 10:00'), at('11-25 10:00'), at('11-24 10:00'))).toBe(endOf('11-26'));
  });
});

describe('a clock derived again from its beginning', () => {
  const facts = { startedAt: at('11-23 10:00'), pauses: [{ from: at('11-24 15:00'), until: at('11-30 09:00') }] };
  it('ends where it ended when it resumed', () => {
    expect(rederivedDue(rule('cn.ecl.takedown'), facts, calendars).dueAt).toBe(endOf('12-02'));
  });
  it('takes each pause in turn and leaves an open one out', () => {
    const pauses = [
      ...facts.pauses,
      { from: at('12-01 10:00'), until: at('12-03 10:00') },
      { from: at('12-04 10:00'), until: null },
    ];
    expect(rederivedDue(rule('cn.ecl.takedown'), { ...facts, pauses }, calendars).dueAt).toBe(endOf('12-04'));
  });
  it('tells each rest day once', () => {
    const { skipped } = rederivedDue(rule('cn.ecl.wait'), facts, calendars);
    expect(new Set(skipped.map(({ date }) => date)).size).toBe(skipped.length);
  });
  it('says that it is not covered where the remainder reached beyond the papers', () => {
    const pauses = [{ from: at('11-24 10:00'), until: at('12-31 10:00') }];
    expect(rederivedDue(rule('cn.ecl.takedown'), { ...facts, pauses }, calendars).covered).toBe(false);
  });
});
