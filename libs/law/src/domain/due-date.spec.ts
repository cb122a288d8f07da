import { buildCalendar } from './calendar.js';
import { chinaCalendarDays } from './china-calendar.js';
import { clockRule, clockRules } from './clock-rules.js';
import { makeUpDayCounted } from './day-walk.js';
import { computeDue } from './due-date.js';
import { usFederalCalendar } from './us-federal-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendars = { cn: buildCalendar(days, covered, version), us: usFederalCalendar };

function due(id: string, startAt: string, zone?: string) {
  const rule = clockRule(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return computeDue(rule, startAt, calendars, zone);
}

/** Beijing midnight that begins the date, as the API writes it. */
const beijing = (date: string) => new Date(`${date}T00:00:00+08:00`).toISOString().replace('.000Z', 'Z');
const rest = (reason: string, ...dates: string[]) => dates.map((date) => ({ date, reason }));
const national2026 = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`);

describe('hours (cn.netdisk.takedown)', () => {
  it('run from the instant and skip nothing, not even National Day', () => {
    expect(due('cn.netdisk.takedown', '2026-09-30T18:30:15.250+08:00')).toEqual({
      nominalDueAt: '2026-10-01T10:30:15.250Z',
      dueAt: '2026-10-01T10:30:15.250Z',
      skipped: [],
      covered: true,
      calendarVersion: version,
    });
  });
  it('are hours on the clock of physics across a change to summer time', () => {
    expect(due('eu.dsa.confirm', '2026-03-28T12:00:00+01:00', 'Europe/Berlin').dueAt).toBe('2026-03-29T11:00:00Z');
  });
  it('need no calendar: a start in 2027 is covered', () => {
    expect(due('cn.reg468.takedown', '2027-05-01T00:00:00Z')).toMatchObject({
      covered: true,
      dueAt: '2027-05-02T00:00:00Z',
    });
  });
});

describe('working days (cn.ecl.takedown, 3)', () => {
  it('start on the next day, pass over National Day and count the make-up Saturday', () => {
    expect(due('cn.ecl.takedown', '2026-09-30T10:00:00+08:00')).toEqual({
      nominalDueAt: beijing('2026-10-04'),
      dueAt: beijing('2026-10-11'),
      skipped: [...rest('国庆节', ...national2026), ...rest(makeUpDayCounted, '2026-10-10')],
      covered: true,
      calendarVersion: version,
    });
  });
  it('count Sunday 28 September 2025, worked for National Day', () => {
    expect(due('cn.ecl.takedown', '2025-09-26T09:00:00+08:00')).toMatchObject({
      dueAt: beijing('2025-10-01'),
      skipped: [...rest('周末', '2025-09-27'), ...rest(makeUpDayCounted, '2025-09-28')],
    });
  });
  it('pass over the eight days of National Day and Mid-Autumn 2025', () => {
    expect(due('cn.ecl.takedown', '2025-09-30T23:59:59.999+08:00').dueAt).toBe(beijing('2025-10-12'));
  });
  it('pass over Spring Festival 2026 from Friday the 13th: 14, 24 and 25 February', () => {
    expect(due('cn.civil.takedown', '2026-02-13T20:00:00+08:00').dueAt).toBe(beijing('2026-02-26'));
  });
  it('pass over the extended Spring Festival of 2020 until 2 February', () => {
    expect(due('cn.ecl.takedown', '2020-01-23T12:00:00+08:00').dueAt).toBe(beijing('2020-02-06'));
    expect(due('sla.acknowledge', '2020-01-23T12:00:00+08:00').dueAt).toBe(beijing('2020-02-04'));
  });
  it('belong to the Beijing day of the instant, however it is written', () => {
    // 16:00 UTC is already the next day in Beijing.
    expect(due('sla.acknowledge', '2026-11-23T15:59:59Z').dueAt).toBe(beijing('2026-11-25'));
    expect(due('sla.acknowledge', '2026-11-23T16:00:00Z').dueAt).toBe(beijing('2026-11-26'));
    expect(due('sla.acknowledge', '2026-11-23T08:00:00-08:00').dueAt).toBe(beijing('2026-11-26'));
  });
  it('started on a rest day begin with the next working day', () => {
    expect(due('sla.acknowledge', '2026-10-03T12:00:00+08:00').dueAt).toBe(beijing('2026-10-09'));
  });
});

describe('calendar days that roll (cn.ecl.wait, 15; 民法典 203)', () => {
  it('end at 24:00 of the fifteenth day after arrival', () => {
    expect(due('cn.ecl.wait', '2026-11-23T10:00:00+08:00')).toMatchObject({
      nominalDueAt: beijing('2026-12-09'),
      dueAt: beijing('2026-12-09'),
      skipped: [],
    });
  });
  it('ending on National Day give way to 8 October: the end of 10-08 is 2026-10-09T00:00+08:00', () => {
    expect(due('cn.ecl.wait', '2026-09-16T09:00:00+08:00')).toMatchObject({
      nominalDueAt: beijing('2026-10-02'),
      dueAt: '2026-10-08T16:00:00Z',
      skipped: rest('国庆节', ...national2026),
    });
  });
  it('ending on a Saturday give way to Monday', () => {
    expect(due('cn.civil.wait', '2026-11-06T09:00:00+08:00')).toMatchObject({
      nominalDueAt: beijing('2026-11-22'),
      dueAt: beijing('2026-11-24'),
      skipped: rest('周末', '2026-11-21', '2026-11-22'),
    });
  });
  it('ending on a make-up Saturday end there', () => {
    expect(due('cn.ecl.wait', '2026-09-25T09:00:00+08:00')).toMatchObject({
      dueAt: beijing('2026-10-11'),
      skipped: rest(makeUpDayCounted, '2026-10-10'),
    });
  });
  it('ending in Spring Festival 2026 end on the first day of work, the 24th', () => {
    expect(due('cn.ecl.wait', '2026-02-02T09:00:00+08:00').dueAt).toBe(beijing('2026-02-25'));
  });
});

describe('calendar days that do not roll', () => {
  it('eu.dsa.decide ends on the seventh day, a Sunday or not', () => {
    expect(due('eu.dsa.decide', '2026-11-22T09:00:00+08:00')).toMatchObject({
      dueAt: beijing('2026-11-30'),
      skipped: [],
    });
  });
  it('cn.admin.decide: 90 days over a leap day (处罚法 60)', () => {
    expect(due('cn.admin.decide', '2024-01-10T09:00:00+08:00').dueAt).toBe(beijing('2024-04-10'));
    expect(due('cn.admin.decide', '2023-01-10T09:00:00+08:00').dueAt).toBe(beijing('2023-04-11'));
  });
});

describe('months (cn.evidence.keep, 36; 民法典 202)', () => {
  it('end on the corresponding day', () => {
    expect(due('cn.evidence.keep', '2026-11-23T09:00:00+08:00').dueAt).toBe(beijing('2029-11-24'));
  });
  it('end on the last day of the month where there is none: from 29 February to 28 February', () => {
    expect(due('cn.evidence.keep', '2024-02-29T09:00:00+08:00').dueAt).toBe(beijing('2027-03-01'));
  });
});

describe('US business days (17 USC 512(g)(2)(C))', () => {
  it('wait 10 and restore within 14, from the same receipt, over Thanksgiving', () => {
    const receipt = '2026-11-20T12:00:00-05:00';
    expect(due('us.dmca.wait', receipt).dueAt).toBe('2026-12-08T05:00:00Z');
    expect(due('us.dmca.restore', receipt).dueAt).toBe('2026-12-12T05:00:00Z');
    expect(due('us.dmca.wait', receipt).skipped).toContainEqual({ date: '2026-11-26', reason: '感恩节' });
  });
  it('end at midnight in New York on either side of a change of its clock', () => {
    expect(due('us.dmca.forward_counter', '2026-03-06T12:00:00-05:00').dueAt).toBe('2026-03-10T04:00:00Z');
    expect(due('us.dmca.forward_counter', '2026-10-30T12:00:00-04:00').dueAt).toBe('2026-11-03T05:00:00Z');
  });
  it('use the platform’s zone where it is given', () => {
    expect(due('us.dmca.forward_counter', '2026-11-30T12:00:00Z', 'America/Los_Angeles').dueAt).toBe(
      '2026-12-02T08:00:00Z',
    );
  });
  it('pay no heed to Chinese holidays, and carry the American calendar’s version', () => {
    expect(due('us.dmca.takedown', '2026-09-30T12:00:00-04:00')).toMatchObject({
      dueAt: '2026-10-06T04:00:00Z',
      calendarVersion: usFederalCalendar.version,
    });
  });
});

it('a day that a zone skipped is no day there: Samoa went from 29 to 31 December 2011', () => {
  expect(due('eu.dsa.decide', '2011-12-22T12:00:00-10:00', 'Pacific/Apia').dueAt).toBe('2011-12-30T10:00:00Z');
  expect(due('eu.dsa.decide', '2011-12-24T12:00:00-10:00', 'Pacific/Apia').dueAt).toBe('2011-12-31T10:00:00Z');
});

describe('a rule that counts back (cn.admin.hearing_notice; 处罚法 64, 85)', () => {
  it('leaves seven whole working days between the notice and the hearing', () => {
    expect(due('cn.admin.hearing_notice', '2026-11-23T09:00:00+08:00')).toMatchObject({
      dueAt: beijing('2026-11-12'),
      nominalDueAt: beijing('2026-11-16'),
    });
  });
  it('passes over National Day', () => {
    expect(due('cn.admin.hearing_notice', '2026-10-12T09:00:00+08:00').dueAt).toBe(beijing('2026-09-24'));
  });
});

describe('a calendar that does not reach', () => {
  it('is said: covered is false and weekends alone are assumed', () => {
    expect(due('cn.ecl.takedown', '2026-12-31T10:00:00+08:00')).toMatchObject({
      covered: false,
      dueAt: beijing('2027-01-06'),
      skipped: rest('周末', '2027-01-02', '2027-01-03'),
    });
    expect(due('cn.ecl.wait', '2026-12-20T10:00:00+08:00').covered).toBe(false);
  });
  it('does not matter where no such day was consulted', () => {
    expect(due('cn.ecl.takedown', '2026-12-28T10:00:00+08:00').covered).toBe(true);
    expect(due('eu.dsa.decide', '2026-12-28T10:00:00+08:00').covered).toBe(true);
  });
});

describe('bad input', () => {
  it.each([
    '',
    'yesterday',
    '2026-11-23',
    '2026-11-23T10:00:00',
    '2026-02-30T00:00:00Z',
    '9999-01-01T00:00:00Z',
    '1900-01-01T00:00:00Z',
  ])('the start %p is refused with its pointer', (startAt) => {
    expect(() => due('cn.ecl.wait', startAt)).toThrow(
      expect.objectContaining({
        code: 'validation_failed',
        details: { errors: [expect.objectContaining({ pointer: '#/start', code: 'not_an_instant' })] },
      }),
    );
  });
  it.each(['Mars/Olympus', '', '2026-01-01T00:00Z', 'x'.repeat(5000)])('an unknown zone is refused', (zone) => {
    expect(() => due('cn.ecl.wait', '2026-11-23T10:00:00Z', zone)).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer: '#/zone' })] } }),
    );
  });
});

it('every rule ends after its start, but the one that counts back', () => {
  for (const rule of clockRules) {
    const { dueAt } = computeDue(rule, '2026-09-30T10:00:00+08:00', calendars);
    expect([rule.id, Date.parse(dueAt) > Date.parse('2026-09-30T02:00:00Z')]).toEqual([rule.id, !rule.countsBack]);
  }
});
