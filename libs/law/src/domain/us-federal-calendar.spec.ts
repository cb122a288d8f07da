import { usFederalCalendar } from './us-federal-calendar.js';

const holidaysIn = (year: number) =>
  Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)).filter(
    (date) => date.startsWith(String(year)) && ![null, 'weekend'].includes(usFederalCalendar.whyNot(date)),
  );

it('5 USC 6103: the eleven federal holidays of 2026, Independence Day observed on Friday 3 July', () => {
  expect(holidaysIn(2026)).toEqual([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
  ]);
});

it('a New Year’s Day on a Saturday is observed in the old year: 31 December 2021', () => {
  expect(holidaysIn(2021)).toEqual([
    '2021-01-01',
    '2021-01-18',
    '2021-02-15',
    '2021-05-31',
    '2021-06-18',
    '2021-07-05',
    '2021-09-06',
    '2021-10-11',
    '2021-11-11',
    '2021-11-25',
    '2021-12-24',
    '2021-12-31',
  ]);
  expect(usFederalCalendar.whyNot('2022-01-01')).toBe('weekend');
});

it('a holiday on a Sunday is observed on Monday: Juneteenth 2022, Christmas 2022', () => {
  expect(usFederalCalendar.whyNot('2022-06-20')).toBe('六月节');
  expect(usFederalCalendar.whyNot('2022-12-26')).toBe('圣诞节');
});

it('Juneteenth counts from 2021, Martin Luther King’s birthday from 1986', () => {
  expect([usFederalCalendar.isWorkingDay('2020-06-19'), usFederalCalendar.isWorkingDay('2024-06-19')]).toEqual([
    true,
    false,
  ]);
  expect([usFederalCalendar.isWorkingDay('1985-01-21'), usFederalCalendar.isWorkingDay('1986-01-20')]).toEqual([
    true,
    false,
  ]);
});

it('any year is covered, none has make-up days', () => {
  expect(usFederalCalendar.covers('2099-07-03')).toBe(true);
  expect(['2099-07-02', '2099-07-03', '2099-07-04'].map(usFederalCalendar.whyNot)).toEqual([
    null,
    '美国独立日',
    'weekend',
  ]);
  expect(usFederalCalendar.whyNot('2100-07-05')).toBe('美国独立日');
  expect(usFederalCalendar.isMakeUpDay('2026-02-14')).toBe(false);
});

it('what is no date never throws', () => {
  for (const date of ['', 'NaN-01-01', '99999-01-01']) expect(() => usFederalCalendar.whyNot(date)).not.toThrow();
});
