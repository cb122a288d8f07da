import { calendarOf, type Calendar, type CalendarDay } from './calendar.js';

const monday = 1;
const thursday = 4;

/**
 * Working days of the US federal government: 5 USC 6103, with the observed day for a holiday that falls on a weekend.
 * By rule, so every year from 1978 on (when Veterans Day had returned to 11 November) is covered.
 */
export const usFederalCalendar: Calendar = calendarOf(
  { version: 'us-5usc6103-2021', coveredFrom: '1978-01-01', coveredUntil: '9999-12-31' },
  (date) => holidaysOf(Number(date.slice(0, 4))).get(date),
);

const holidaysByYear = new Map<number, ReadonlyMap<string, CalendarDay>>();

function holidaysOf(year: number): ReadonlyMap<string, CalendarDay> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const listed = year < 1978 || year > 9999 || Number.isNaN(year) ? [] : listHolidays(year);
  const holidays = new Map(listed.map((day) => [day.date, day]));
  holidaysByYear.set(year, holidays);
  return holidays;
}

function listHolidays(year: number): CalendarDay[] {
  const holidays = [
    observed(year, 1, 1, '美国元旦'),
    ...(year >= 1986 ? [nth(year, 1, 3, monday, '马丁·路德·金纪念日')] : []),
    nth(year, 2, 3, monday, '华盛顿诞辰日'),
    last(year, 5, monday, '美国阵亡将士纪念日'),
    ...(year >= 2021 ? [observed(year, 6, 19, '六月节')] : []),
    observed(year, 7, 4, '美国独立日'),
    nth(year, 9, 1, monday, '美国劳动节'),
    nth(year, 10, 2, monday, '哥伦布日'),
    observed(year, 11, 11, '美国退伍军人节'),
    nth(year, 11, 4, thursday, '感恩节'),
    observed(year, 12, 25, '圣诞节'),
    // New Year's Day on a Saturday is observed on the last day of the old year.
    observed(year + 1, 1, 1, '美国元旦'),
  ];
  return holidays.filter(({ date }) => date.startsWith(`${year}-`));
}

/** Saturday → the Friday before, Sunday → the Monday after (5 USC 6103(b), Executive Order 11582). */
function observed(year: number, month: number, day: number, name: string): CalendarDay {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return holiday(year, month, day + (weekday === 6 ? -1 : weekday === 0 ? 1 : 0), name);
}

function nth(year: number, month: number, count: number, weekday: number, name: string): CalendarDay {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return holiday(year, month, 1 + ((weekday - first + 7) % 7) + (count - 1) * 7, name);
}

function last(year: number, month: number, weekday: number, name: string): CalendarDay {
  const end = new Date(Date.UTC(year, month, 0));
  return holiday(year, month, end.getUTCDate() - ((end.getUTCDay() - weekday + 7) % 7), name);
}

function holiday(year: number, month: number, day: number, name: string): CalendarDay {
  return { date: new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10), kind: 'holiday', name };
}
