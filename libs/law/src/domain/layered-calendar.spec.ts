import { type CalendarPaper, changedSpan, coverageOf, governingPapers, layerCalendars } from './layered-calendar.js';

const paper = (version: string, published: string | null, days: CalendarPaper['days'], more = {}): CalendarPaper => ({
  version,
  coveredFrom: '2020-01-01',
  coveredUntil: '2020-12-31',
  days,
  publishedAt: published === null ? null : new Date(published),
  createdAt: new Date(published ?? '2019-01-01'),
  ...more,
});
const holiday = (date: string) => ({ date, kind: 'holiday', name: '春节' }) as const;
const working = (date: string) => ({ date, kind: 'working', name: '春节' }) as const;

const first = paper('cn-2020', '2019-11-21', [holiday('2020-01-30'), working('2020-02-01')]);
const second = paper('cn-2020-b', '2020-01-26', [holiday('2020-01-31'), holiday('2020-02-01'), holiday('2020-02-02')]);

it('2020 had two papers: the second turns the make-up day 1 February into a holiday and leaves the rest', () => {
  const calendar = layerCalendars([first, second]);
  expect(calendar.whyNot('2020-02-01')).toBe('春节');
  expect(calendar.whyNot('2020-01-30')).toBe('春节');
  expect(calendar.isWorkingDay('2020-02-03')).toBe(true);
});

it('the later publication governs, in whatever order the papers were imported', () => {
  const backwards = layerCalendars([
    { ...second, createdAt: new Date('2020-02-01') },
    { ...first, createdAt: new Date('2020-03-01') },
  ]);
  expect(backwards.whyNot('2020-02-01')).toBe('春节');
  expect(backwards.version).toBe('cn-2020');
});

it('the collection of a release lies beneath every paper, even when it is installed later', () => {
  const release = paper('release-2', null, [working('2020-02-01')], { createdAt: new Date('2021-01-01') });
  const calendar = layerCalendars([first, second, release]);
  expect([calendar.whyNot('2020-02-01'), calendar.version]).toEqual(['春节', 'release-2']);
});

it('a paper speaks only of the span that it covers: what it lists of the next year is left out', () => {
  const next = paper('cn-2021', '2020-11-25', [holiday('2021-02-12')], {
    coveredFrom: '2021-01-01',
    coveredUntil: '2021-12-31',
  });
  const strays = paper('strays', '2020-12-01', [working('2021-02-12')]);
  const calendar = layerCalendars([first, next, strays]);
  expect(calendar.whyNot('2021-02-12')).toBe('春节');
  expect(coverageOf([first, next])).toEqual({ from: '2020-01-01', until: '2021-12-31' });
  expect(calendar.covers('2021-12-31')).toBe(true);
});

it('each day names the paper that governs it', () => {
  const governing = governingPapers([first, second]);
  expect([governing.get('2020-01-30'), governing.get('2020-02-01')]).toEqual(['cn-2020', 'cn-2020-b']);
});

it('the changed span is from the first to the last day that people know otherwise', () => {
  const within = { from: '2020-01-01', until: '2020-12-31' };
  const [before, after] = [layerCalendars([first]), layerCalendars([first, second])];
  expect(changedSpan(before, after, within)).toEqual({ from: '2020-01-31', until: '2020-02-02' });
  expect(changedSpan(before, before, within)).toBeNull();
});

it('a year that was not covered has changed as a whole, its working days too', () => {
  const next = paper('cn-2021', '2020-11-25', [], { coveredFrom: '2021-01-01', coveredUntil: '2021-12-31' });
  const within = { from: '2021-01-01', until: '2021-12-31' };
  expect(changedSpan(layerCalendars([first]), layerCalendars([first, next]), within)).toEqual(within);
});

it('without any paper there is no calendar', () => {
  expect(() => layerCalendars([])).toThrow(/No calendar/);
});
