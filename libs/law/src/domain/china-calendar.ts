import { createRequire } from 'node:module';
import type { CalendarDay } from './calendar.js';

interface ChineseDays {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

export interface ChinaCalendarDays {
  days: CalendarDay[];
  covered: { from: string; until: string };
  version: string;
}

const require = createRequire(import.meta.url);

/**
 * The State Council's holidays and make-up days (国务院办公厅节假日安排), ready for `buildCalendar` or for the calendar
 * table. Only years whose paper is in the data are claimed: silence about 2027 is not an ordinary year.
 */
export function chinaCalendarDays(): ChinaCalendarDays {
  // The plain data: the package's own functions read dates in the process's time zone and shift west of Beijing.
  const data = require('chinese-days/dist/chinese-days.json') as ChineseDays;
  const { version } = require('chinese-days/package.json') as { version: string };
  const days = [...read(data.holidays, 'holiday'), ...read(data.workdays, 'working')];
  const years = publishedYears(Object.keys(data.holidays));
  return {
    days: days.sort((left, right) => left.date.localeCompare(right.date)),
    covered: { from: `${years[0]}-01-01`, until: `${years.at(-1)}-12-31` },
    version: `cn-${years.at(-1)}-chinese-days-${version}`,
  };
}

/**
 * The years whose paper is among the holidays, ascending. A year's paper always has its National Day; a day around
 * New Year alone may come from the paper of the neighbouring year.
 */
export function publishedYears(holidays: readonly string[]): string[] {
  return holidays
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => date.slice(0, 4))
    .sort();
}

/** An entry reads `National Day,国庆节,3`. */
function read(entries: Record<string, string>, kind: CalendarDay['kind']): CalendarDay[] {
  return Object.entries(entries).map(([date, entry]) => ({ date, kind, name: entry.split(',')[1] ?? entry }));
}
