import { buildCalendar } from './calendar.js';
import { chinaCalendarDays, publishedYears } from './china-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendar = buildCalendar(days, covered, version);
const workedOn = (dates: string[]) => dates.filter(calendar.isMakeUpDay);
const restOn = (from: string, until: string) =>
  days.filter(({ date, kind }) => kind === 'holiday' && date >= from && date <= until);

it('covers 2004 to 2026 and claims nothing for 2027', () => {
  expect(covered).toEqual({ from: '2004-01-01', until: '2026-12-31' });
  expect(calendar.covers('2027-01-01')).toBe(false);
  expect(calendar.whyNot('2027-01-01')).toBeNull();
});

it('a New Year’s Day alone does not claim its year: the paper of 2026 may name 1 January 2027', () => {
  expect(publishedYears(['2027-01-01', '2026-10-01', '2025-10-01'])).toEqual(['2025', '2026']);
});

it('Spring Festival 2026 rests 15 to 23 February and works on the 14th and the 28th', () => {
  expect(restOn('2026-02-01', '2026-02-28').map(({ date }) => date.slice(8))).toEqual([
    '15',
    '16',
    '17',
    '18',
    '19',
    '20',
    '21',
    '22',
    '23',
  ]);
  expect(workedOn(['2026-02-14', '2026-02-28'])).toHaveLength(2);
  expect(calendar.whyNot('2026-02-17')).toBe('春节');
});

it('National Day 2025 joins Mid-Autumn, 1 to 8 October, worked on 28 September and 11 October', () => {
  expect(restOn('2025-10-01', '2025-10-31')).toHaveLength(8);
  expect(workedOn(['2025-09-28', '2025-10-11', '2025-10-12'])).toEqual(['2025-09-28', '2025-10-11']);
});

it('National Day 2026 rests 1 to 7 October, worked on 20 September and 10 October', () => {
  expect(restOn('2026-10-01', '2026-10-31').map(({ name }) => name)).toEqual(Array(7).fill('国庆节'));
  expect(workedOn(['2026-09-20', '2026-10-10', '2026-10-11'])).toEqual(['2026-09-20', '2026-10-10']);
});

it('2020 carries its second paper: rest until 2 February, work on the 3rd', () => {
  expect(['2020-01-31', '2020-02-01', '2020-02-02'].map(calendar.whyNot)).toEqual(['春节', '春节', '春节']);
  expect(calendar.isWorkingDay('2020-02-03')).toBe(true);
});

it('the year of its last paper stands in the version', () => {
  expect(version).toMatch(/^cn-2026-/);
});
