import type { CalendarPaper } from '#law';
import { type PaperDraft, paperFaults, paperWarnings } from './paper-faults.js';

const now = new Date('2026-11-25T02:00:00Z');
const release: CalendarPaper = {
  version: 'release',
  coveredFrom: '2004-01-01',
  coveredUntil: '2026-12-31',
  days: [{ date: '2026-10-01', kind: 'holiday', name: '国庆节' }],
  publishedAt: null,
  createdAt: new Date('2026-01-01T00:00:00Z'),
};
const national = { date: '2027-10-01', kind: 'holiday', name: '国庆节' } as const;
const draft = (changes: Partial<PaperDraft> = {}): PaperDraft => ({
  version: 'cn-2027',
  coveredFrom: '2027-01-01',
  coveredUntil: '2027-12-31',
  days: [national],
  publishedAt: now,
  ...changes,
});
const codes = (changes: Partial<PaperDraft>, known = [release]) =>
  paperFaults(draft(changes), known, now).map(({ pointer, code }) => `${pointer} ${code}`);

it('the next year’s paper is accepted, and a later paper for days that are covered', () => {
  expect(codes({})).toEqual([]);
  const later = { version: 'cn-2026-b', coveredFrom: '2026-10-01', coveredUntil: '2026-10-31' };
  expect(codes({ ...later, days: [{ date: '2026-10-08', kind: 'holiday', name: '延长' }] })).toEqual([]);
});

it('the first paper of an empty installation may begin anywhere', () => {
  expect(codes({ coveredFrom: '2030-01-01', coveredUntil: '2030-12-31', days: [] }, [])).toEqual([]);
});

it('a paper may overlap what is covered and reach beyond it', () => {
  expect(codes({ coveredFrom: '2026-12-01' })).toEqual([]);
});

it('a hole after or before what is covered is refused, and says where to begin', () => {
  const days = [{ date: '2027-10-01', kind: 'holiday', name: '国庆节' }] as const;
  const [fault] = paperFaults(draft({ coveredFrom: '2027-01-02', days }), [release], now);
  expect(fault).toMatchObject({ pointer: '#/coveredFrom', code: 'coverage_gap' });
  expect(fault!.detail).toContain('2027-01-01');
  const early = { coveredFrom: '2002-01-01', coveredUntil: '2003-12-30', days: [] };
  expect(codes(early)).toEqual(['#/coveredUntil coverage_gap']);
  expect(codes({ ...early, coveredUntil: '2003-12-31' })).toEqual([]);
});

it('a coverage that is reversed, longer than two years, or no date is refused', () => {
  expect(codes({ coveredFrom: '2027-12-31', coveredUntil: '2027-01-01', days: [] })).toEqual([
    '#/coveredUntil coverage_reversed',
  ]);
  expect(codes({ coveredUntil: '2028-12-31' })).toEqual([]);
  expect(codes({ coveredUntil: '2029-01-01' })).toEqual(['#/coveredUntil coverage_too_long']);
  expect(codes({ coveredFrom: '2027-02-30' })).toEqual(['#/coveredFrom not_a_date']);
});

it('a day outside the coverage, one named twice, and one that is no date are refused with their place', () => {
  const day = (date: string, kind: 'holiday' | 'working' = 'holiday') => ({ date, kind, name: '节' });
  expect(
    codes({
      days: [day('2028-01-01'), day('2027-02-08'), day('2027-02-08', 'working'), day('2027-02-08'), day('2027-02-30')],
    }),
  ).toEqual([
    '#/days/0/date outside_coverage',
    '#/days/2/date named_twice',
    '#/days/3/date named_twice',
    '#/days/4/date not_a_date',
  ]);
});

it('a word on a day of which a paper published later says otherwise would be without effect, and is refused', () => {
  const later = { ...release, version: 'cn-2027-b', publishedAt: new Date('2026-11-20T00:00:00Z'), days: [national] };
  const earlier = new Date('2026-11-19T00:00:00Z');
  const works = [{ ...national, kind: 'working' }] as const;
  expect(codes({ publishedAt: earlier, days: works }, [later])).toEqual(['#/days/0/date overridden']);
  expect(codes({ publishedAt: later.publishedAt, days: works }, [later])).toEqual(['#/days/0/date overridden']);
  expect(codes({ publishedAt: earlier }, [later])).toEqual([]);
  expect(codes({ days: works }, [later])).toEqual([]);
});

it('a paper of tomorrow is not in force today', () => {
  expect(codes({ publishedAt: new Date(now.getTime() + 1) })).toEqual(['#/publishedAt in_future']);
});

it('odd days are accepted with a warning: work on a weekday, rest on a weekend, no National Day', () => {
  const days = [
    { date: '2027-03-03', kind: 'working', name: '?' },
    { date: '2027-03-06', kind: 'holiday', name: '?' },
    { date: '2027-03-07', kind: 'working', name: '班' },
    { date: '2027-03-08', kind: 'holiday', name: '假' },
  ] as const;
  const told = (changes: Partial<PaperDraft>) => paperWarnings(draft(changes), [release]).map(({ code }) => code);
  expect(told({ days })).toEqual(['working_weekday', 'holiday_on_weekend', 'no_national_day']);
  expect(told({})).toEqual([]);
  expect(told({ coveredFrom: '2026-10-01', coveredUntil: '2026-10-31', days: [] })).toEqual([]);
});
