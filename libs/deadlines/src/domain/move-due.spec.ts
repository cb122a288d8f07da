import { type CalendarPaper, clockRule, layerCalendars, usFederalCalendar } from '#law';
import { type MovableClock, moveDue } from './move-due.js';

const paper = (version: string, days: Array<[date: string, kind: 'holiday' | 'working']>): CalendarPaper => ({
  version,
  coveredFrom: '2026-01-01',
  coveredUntil: '2027-12-31',
  days: days.map(([date, kind]) => ({ date, kind, name: '假' })),
  publishedAt: new Date(version),
  createdAt: new Date(version),
});
const of = (...papers: CalendarPaper[]) => ({ cn: layerCalendars(papers), us: usFederalCalendar });
const plain = paper('2025-11-01', []);
/** Monday 30 November 2026 becomes a holiday. */
const longer = of(plain, paper('2026-11-20', [['2026-11-30', 'holiday']]));
/** Saturday 28 November 2026 is worked. */
const shorter = of(plain, paper('2026-11-20', [['2026-11-28', 'working']]));
const beijing = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`);
const rule = clockRule('cn.ecl.takedown')!;
// from Thursday the 26th: Friday, Monday, Tuesday
const clock: MovableClock = {
  startedAt: beijing('2026-11-26 10:00'),
  dueAt: beijing('2026-12-02 00:00'),
  pauses: [],
  zone: null,
  state: 'running',
};
const now = beijing('2026-11-26 12:00');
const moved = (after: typeof longer, changes: Partial<MovableClock> = {}, at = now, by = rule) =>
  moveDue(by, { ...clock, ...changes }, { before: of(plain), after }, at);

it('a new holiday moves a running clock, and is told among the skipped days', () => {
  const due = moved(longer);
  expect(due.dueAt).toEqual(beijing('2026-12-03 00:00'));
  expect(due.skipped).toContainEqual({ date: '2026-11-30', reason: '假' });
});

it('a new working day moves it nearer', () => {
  expect(moved(shorter).dueAt).toEqual(beijing('2026-12-01 00:00'));
});

it('but never nearer than the end of the next working day', () => {
  // On Monday, the day on which it would now end, there is time until the end of Tuesday, its old end.
  expect(moved(shorter, {}, beijing('2026-11-30 09:00')).dueAt).toEqual(beijing('2026-12-02 00:00'));
  // On Sunday the next working day is Monday: it ends there.
  expect(moved(shorter, {}, beijing('2026-11-29 09:00')).dueAt).toEqual(beijing('2026-12-01 00:00'));
});

it('and that floor never lengthens a clock that ends before it anyway', () => {
  const ends = { dueAt: beijing('2026-12-02 00:00') };
  expect(moved(shorter, ends, beijing('2026-12-01 23:00')).dueAt).toEqual(ends.dueAt);
});

it('a paused clock has no floor: nothing is owed while it stands', () => {
  const paused = {
    state: 'paused' as const,
    pauses: [{ from: beijing('2026-11-27 10:00').toISOString(), until: null }],
  };
  expect(moved(shorter, paused, beijing('2026-11-30 09:00')).dueAt).toEqual(beijing('2026-12-01 00:00'));
});

it('an extension with proof stays, and grows only with the calendar', () => {
  const wait = clockRule('cn.ecl.wait')!;
  const arrival = { startedAt: beijing('2026-11-10 10:00') };
  const extended = { ...arrival, dueAt: beijing('2026-12-05 00:00') };
  expect(moved(shorter, extended, now, wait).dueAt).toEqual(extended.dueAt);
  // not extended: 25 November is its last day by both calendars
  const ordinary = { ...arrival, dueAt: beijing('2026-11-26 00:00') };
  expect(moved(longer, ordinary, beijing('2026-11-20 10:00'), wait).dueAt).toEqual(ordinary.dueAt);
});

it('a calendar that says the same moves nothing', () => {
  expect(moved(of(plain)).dueAt).toEqual(clock.dueAt);
});
