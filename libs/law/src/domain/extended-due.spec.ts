import { buildCalendar } from './calendar.js';
import { chinaCalendarDays } from './china-calendar.js';
import { clockRule } from './clock-rules.js';
import { cappedDue, extendedDue } from './extended-due.js';
import { usFederalCalendar } from './us-federal-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendars = { cn: buildCalendar(days, covered, version), us: usFederalCalendar };
const wait = clockRule('cn.ecl.wait')!;
const arrival = '2026-11-23T10:00:00+08:00';
const beijing = (date: string) => new Date(`${date}T00:00:00+08:00`).toISOString().replace('.000Z', 'Z');
const extend = (until: string, start = arrival) => extendedDue(wait, start, until, calendars);

describe('the wait of 电子商务法 43, extended with proof (法释〔2020〕9号 art 3)', () => {
  it('reaches at most 20 working days from arrival: Monday 23 November to Monday 21 December 2026', () => {
    expect(cappedDue(wait, arrival, calendars)!.dueAt).toBe(beijing('2026-12-22'));
  });
  it('the 20 working days pass over National Day and count its make-up Saturday', () => {
    expect(cappedDue(wait, '2026-09-25T10:00:00+08:00', calendars)!.dueAt).toBe(beijing('2026-10-30'));
  });
  it('ends at 24:00 of the day that was asked for', () => {
    expect(extend('2026-12-15T09:00:00+08:00')).toMatchObject({ outcome: 'extended', dueAt: beijing('2026-12-16') });
  });
  it('a Saturday that was asked for gives way to Monday (民法典 203)', () => {
    expect(extend('2026-12-12T09:00:00+08:00')).toMatchObject({ outcome: 'extended', dueAt: beijing('2026-12-15') });
  });
  it('the day of the cap itself can be asked for, the next cannot, and the cap is named', () => {
    expect(extend('2026-12-21T23:59:59+08:00')).toMatchObject({ outcome: 'extended', dueAt: beijing('2026-12-22') });
    expect(extend('2026-12-22T00:00:00+08:00')).toEqual({
      outcome: 'beyond_cap',
      capAt: beijing('2026-12-22'),
      cap: { length: 20, unit: 'working_day' },
    });
  });
  it('a day that the wait reaches anyway is no extension', () => {
    expect(extend('2026-12-08T09:00:00+08:00')).toEqual({ outcome: 'not_later', dueAt: beijing('2026-12-09') });
  });
  it('an instant centuries ahead is refused at once', () => {
    expect(extend('2990-01-01T00:00:00Z').outcome).toBe('beyond_cap');
  });
  it('says that the days beyond the papers are not covered', () => {
    expect(extend('2027-01-08T09:00:00+08:00', '2026-12-20T10:00:00+08:00')).toMatchObject({ covered: false });
  });
});

it('a rule without a cap is not extended: the 10 business days of 17 USC 512(g)(2)(C)', () => {
  const dmca = clockRule('us.dmca.wait')!;
  expect(cappedDue(dmca, arrival, calendars)).toBeNull();
  expect(extendedDue(dmca, arrival, '2027-01-01T00:00:00Z', calendars)).toEqual({ outcome: 'not_extensible' });
});
