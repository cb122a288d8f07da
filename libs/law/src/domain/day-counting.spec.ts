import { chinaCalendarDays } from './china-calendar.js';
import { buildCalendar } from './calendar.js';
import { clockRule } from './clock-rules.js';
import { makeUpDayCounted } from './day-walk.js';
import { computeDue } from './due-date.js';
import { usFederalCalendar } from './us-federal-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendars = { cn: buildCalendar(days, covered, version), us: usFederalCalendar };
const due = (id: string, start: string, zone?: string) => computeDue(clockRule(id)!, start, calendars, zone);
/** The last day, in the zone, on which the thing can be done in time. */
function lastDay(id: string, start: string, zone = id.startsWith('us.') ? 'America/New_York' : 'Asia/Shanghai') {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return format.format(Date.parse(due(id, start).dueAt) - 1);
}

describe('民法典 200: periods are counted by years, months, days and hours of the Gregorian calendar', () => {
  it('24 hours over the last night of the year end in the new year', () => {
    expect(due('cn.netdisk.takedown', '2026-12-31T20:00:00+08:00').dueAt).toBe('2027-01-01T12:00:00Z');
  });
  it('29 February is a day like any other: 15 days from 20 February 2024 end on 6 March', () => {
    expect(lastDay('cn.ecl.wait', '2024-02-20T10:00:00+08:00')).toBe('2024-03-06');
  });
  it('the year 2100 has no 29 February', () => {
    expect(lastDay('cn.admin.decide', '2100-02-20T10:00:00+08:00')).toBe('2100-05-21');
  });
});

describe('民法典 201: the day of the start is not counted; hours are, from the instant', () => {
  it('a statement that arrives in the first minute of a day does not gain that day', () => {
    expect(lastDay('cn.ecl.wait', '2026-11-23T00:00:00+08:00')).toBe('2026-12-08');
  });
  it('nor does one that arrives in its last second lose any', () => {
    expect(lastDay('cn.ecl.wait', '2026-11-23T23:59:59+08:00')).toBe('2026-12-08');
  });
  it('one second later it is the next day’s', () => {
    expect(lastDay('cn.ecl.wait', '2026-11-24T00:00:00+08:00')).toBe('2026-12-09');
  });
  it('the day is that of Beijing: 16:00 UTC begins the next', () => {
    expect(lastDay('cn.ecl.wait', '2026-11-23T16:00:00Z')).toBe('2026-12-09');
  });
});

describe('民法典 202: months end on the corresponding day, or on the last day of the month', () => {
  it('36 months from 31 August end on 31 August', () => {
    expect(lastDay('cn.evidence.keep', '2026-08-31T10:00:00+08:00')).toBe('2029-08-31');
  });
  it('36 months from 29 February 2024 end on 28 February 2027', () => {
    expect(lastDay('cn.evidence.keep', '2024-02-29T10:00:00+08:00')).toBe('2027-02-28');
  });
});

describe('民法典 203: a last day on a rest day gives way to the day after the rest; a day ends at 24:00', () => {
  it('15 days that end on 1 October 2026 roll to the first working day after National Day, the 8th', () => {
    expect(lastDay('cn.ecl.wait', '2026-09-16T10:00:00+08:00')).toBe('2026-10-08');
  });
  it('the end of 10-08 is the beginning of 10-09 in Beijing', () => {
    expect(due('cn.ecl.wait', '2026-09-16T10:00:00+08:00').dueAt).toBe(
      new Date('2026-10-09T00:00:00+08:00').toISOString().replace('.000Z', 'Z'),
    );
  });
  it('what ends on 30 September ends there: the holiday begins after it', () => {
    expect(lastDay('cn.ecl.wait', '2026-09-15T10:00:00+08:00')).toBe('2026-09-30');
  });
  it('a rest day inside the period is counted as any other', () => {
    expect(due('cn.ecl.wait', '2026-09-24T10:00:00+08:00').skipped).toEqual([]);
    expect(lastDay('cn.ecl.wait', '2026-09-24T10:00:00+08:00')).toBe('2026-10-09');
  });
  it('a last day on the make-up Saturday 10 October 2026 does not roll: people work', () => {
    expect(lastDay('cn.ecl.wait', '2026-09-25T10:00:00+08:00')).toBe('2026-10-10');
  });
  it('a last day on New Year’s Day 2026, a Thursday before a long weekend, rolls to Sunday 4 January, worked', () => {
    expect(lastDay('cn.ecl.wait', '2025-12-17T10:00:00+08:00')).toBe('2026-01-04');
  });
  it('a last day on an ordinary Sunday rolls to Monday', () => {
    expect(lastDay('cn.ecl.wait', '2026-11-07T10:00:00+08:00')).toBe('2026-11-23');
  });
});

describe('民法典 204, 行政处罚法 85: what the law or the parties set in working days counts those alone', () => {
  it('Sunday 27 September 2020, worked for National Day, counts', () => {
    expect(due('sla.acknowledge', '2020-09-26T10:00:00+08:00')).toMatchObject({
      skipped: [{ date: '2020-09-27', reason: makeUpDayCounted }],
    });
    expect(lastDay('sla.acknowledge', '2020-09-26T10:00:00+08:00')).toBe('2020-09-27');
  });
  it('2020 had two papers: by the second nobody worked on Saturday 1 February, a make-up day by the first', () => {
    expect(lastDay('sla.acknowledge', '2020-01-31T10:00:00+08:00')).toBe('2020-02-03');
  });
  it('five working days to ask for a hearing (处罚法 64, 85) pass over a weekend', () => {
    expect(lastDay('cn.admin.hearing_request', '2026-11-23T10:00:00+08:00')).toBe('2026-11-30');
  });
  it('five working days over National Day 2026 take the make-up Saturday along', () => {
    expect(lastDay('cn.admin.hearing_request', '2026-09-30T10:00:00+08:00')).toBe('2026-10-13');
  });
  it('seven working days before the hearing lie whole between (处罚法 64)', () => {
    expect(lastDay('cn.admin.hearing_notice', '2026-11-23T10:00:00+08:00')).toBe('2026-11-11');
  });
  it('90 days to decide (处罚法 60) are calendar days and do not roll', () => {
    expect(lastDay('cn.admin.decide', '2026-07-05T10:00:00+08:00')).toBe('2026-10-03');
  });
  it('a notice received on the last evening before Spring Festival 2026 has its first day on the 24th', () => {
    expect(lastDay('sla.acknowledge', '2026-02-14T23:00:00+08:00')).toBe('2026-02-24');
  });
});

describe('17 USC 512(g)(2)(C): business days of the United States', () => {
  it('Independence Day 2026, a Saturday, is observed on Friday 3 July', () => {
    expect(lastDay('us.dmca.forward_counter', '2026-07-02T12:00:00-04:00')).toBe('2026-07-06');
  });
  it('Juneteenth 2022, a Sunday, is observed on Monday', () => {
    expect(lastDay('us.dmca.forward_counter', '2022-06-17T12:00:00-04:00')).toBe('2022-06-21');
  });
  it('New Year’s Day 2028, a Saturday, is observed on 31 December 2027', () => {
    expect(lastDay('us.dmca.forward_counter', '2027-12-30T12:00:00-05:00')).toBe('2028-01-03');
  });
  it('not before 10 and not after 14, counted from one receipt: 9 and 13 December over Thanksgiving 2024', () => {
    const receipt = '2024-11-22T12:00:00-05:00';
    expect([lastDay('us.dmca.wait', receipt), lastDay('us.dmca.restore', receipt)]).toEqual([
      '2024-12-09',
      '2024-12-13',
    ]);
  });
  it('a receipt at nine in the evening in Los Angeles is still that day’s for a platform there', () => {
    const receipt = '2026-11-30T21:00:00-08:00';
    const [there, newYork] = [
      due('us.dmca.forward_counter', receipt, 'America/Los_Angeles').dueAt,
      due('us.dmca.forward_counter', receipt).dueAt,
    ];
    expect([there, newYork]).toEqual(['2026-12-02T08:00:00Z', '2026-12-03T05:00:00Z']);
  });
});
