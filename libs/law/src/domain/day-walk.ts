import type { Calendar } from './calendar.js';
import { dateOf } from './zone-days.js';

/** The reason given for a Saturday or Sunday that counted because people worked on it. */
export const makeUpDayCounted = '调休上班，计入';

export interface WalkFound {
  skipped: Array<{ date: string; reason: string }>;
  covered: boolean;
  calendarVersion: string;
}

/** One count over a calendar, noting what it passed over and whether the calendar knew each day it was asked about. */
export class DayWalk {
  private readonly skipped: WalkFound['skipped'] = [];
  private isCovered = true;

  constructor(private readonly calendar: Calendar) {}

  /** The working day reached after `length` working days, the first day not counted. */
  workingDays(firstDay: number, length: number, step: 1 | -1): number {
    let day = firstDay;
    for (let left = length; left > 0;) {
      day += step;
      if (this.counts(day)) left -= 1;
    }
    return day;
  }

  /** 民法典 203: a last day on a rest day gives way to the next working day. */
  roll(lastDay: number): number {
    let day = lastDay;
    while (!this.counts(day)) day += 1;
    return day;
  }

  found(): WalkFound {
    return { skipped: this.skipped, covered: this.isCovered, calendarVersion: this.calendar.version };
  }

  private counts(day: number): boolean {
    const date = dateOf(day);
    if (!this.calendar.covers(date)) this.isCovered = false;
    const reason = this.calendar.whyNot(date);
    if (reason !== null) this.skipped.push({ date, reason: reason === 'weekend' ? '周末' : reason });
    else if (this.calendar.isMakeUpDay(date)) this.skipped.push({ date, reason: makeUpDayCounted });
    return reason === null;
  }
}
