import { buildCalendar, type CalendarDay } from './calendar.js';

const covered = { from: '2020-01-01', until: '2020-12-31' };
const first: CalendarDay[] = [
  ...['2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29', '2020-01-30'].map(
    (date) => ({ date, kind: 'holiday', name: '春节' }) as const,
  ),
  { date: '2020-01-19', kind: 'working', name: '春节' },
  { date: '2020-02-01', kind: 'working', name: '春节' },
];
/** 国务院办公厅关于延长2020年春节假期的通知: until 2 February, work again on the 3rd. */
const second: CalendarDay[] = ['2020-01-31', '2020-02-01', '2020-02-02'].map((date) => ({
  date,
  kind: 'holiday',
  name: '春节',
}));

it('a second paper for the same year overrides the first: 1 February 2020 was a make-up day, then a holiday', () => {
  const before = buildCalendar(first, covered, 'one');
  const after = buildCalendar([...first, ...second], covered, 'two');
  expect([before.isWorkingDay('2020-01-31'), after.isWorkingDay('2020-01-31')]).toEqual([true, false]);
  expect([before.isMakeUpDay('2020-02-01'), after.isMakeUpDay('2020-02-01')]).toEqual([true, false]);
  expect([before.whyNot('2020-02-02'), after.whyNot('2020-02-02')]).toEqual(['weekend', '春节']);
  expect(after.isWorkingDay('2020-02-03')).toBe(true);
});

it('a working row on an ordinary weekday is an ordinary working day, not a make-up day', () => {
  const calendar = buildCalendar([{ date: '2020-03-04', kind: 'working', name: '调整' }], covered, 'v');
  expect([calendar.isWorkingDay('2020-03-04'), calendar.isMakeUpDay('2020-03-04')]).toEqual([true, false]);
});

it('outside the covered span weekends alone count, whatever was listed', () => {
  const calendar = buildCalendar([{ date: '2021-01-01', kind: 'holiday', name: '元旦' }], covered, 'v');
  expect([calendar.covers('2020-12-31'), calendar.covers('2021-01-01')]).toEqual([true, false]);
  expect(calendar.whyNot('2021-01-01')).toBeNull();
  expect(calendar.whyNot('2021-01-02')).toBe('weekend');
});

it('weekends are right before 1970 and across leap days', () => {
  const calendar = buildCalendar([], covered, 'v');
  expect(['1969-12-27', '1969-12-28', '2024-02-29', '2024-03-02'].map(calendar.whyNot)).toEqual([
    'weekend',
    'weekend',
    null,
    'weekend',
  ]);
});

it('asking about what is no date never throws', () => {
  const calendar = buildCalendar(first, covered, 'v');
  for (const date of ['', '2020-13-45', 'tomorrow', '9999-99-99'])
    expect(() => calendar.isWorkingDay(date)).not.toThrow();
});

it('a row that is no date, or of no known kind, is refused with its place', () => {
  const rows = [
    { date: '2020-01-01', kind: 'holiday', name: '元旦' },
    { date: '2020-02-30', kind: 'holiday', name: '?' },
    { date: '2020-1-1', kind: 'holiday', name: '?' },
  ] as const;
  expect(() => buildCalendar(rows, covered, 'v')).toThrow(
    expect.objectContaining({
      code: 'validation_failed',
      details: {
        errors: [
          expect.objectContaining({ pointer: '#/days/1', code: 'not_a_calendar_day' }),
          expect.objectContaining({ pointer: '#/days/2' }),
        ],
      },
    }),
  );
});
