import { serviceTypes } from '#law';
import { type ListedWorkDraft, warningListFaults, windowOf } from './warning-list-draft.js';
import { dutiesOf, dutyBoundServiceTypes } from './warning-list-duties.js';

const now = new Date('2026-06-15T04:00:00Z');
const listed = (changes: Partial<ListedWorkDraft> = {}): ListedWorkDraft => ({
  title: '流浪地球2',
  category: 'film',
  rightsHolder: null,
  licensedPlatforms: [],
  windowFrom: null,
  windowUntil: null,
  ...changes,
});
const batch = (works: ListedWorkDraft[], publishedOn = '2026-06-10') => ({
  year: 2026,
  batch: 1,
  publishedOn,
  title: '第一批',
  source: '国版办发',
  works,
});
const codes = (works: ListedWorkDraft[], publishedOn?: string) =>
  warningListFaults(batch(works, publishedOn), now).map(({ pointer, code }) => `${pointer} ${code}`);

it('a window begins with publication at the earliest and lasts a year where no last day is named', () => {
  expect(windowOf(listed(), '2026-06-10')).toEqual({ from: '2026-06-10', until: '2027-06-10' });
  expect(windowOf(listed({ windowFrom: '2026-06-01' }), '2026-06-10').from).toBe('2026-06-10');
  expect(windowOf(listed({ windowFrom: '2026-07-01' }), '2026-06-10')).toEqual({
    from: '2026-07-01',
    until: '2027-07-01',
  });
  expect(windowOf(listed(), '2028-02-29').until).toBe('2029-02-28');
});

it.each([
  [[listed({ windowUntil: '2026-06-09' })], ['#/works/0/windowUntil before_start']],
  [[listed({ windowFrom: '2026-02-30' })], ['#/works/0/windowFrom bad_day']],
  [[listed({ title: ' ' })], ['#/works/0/title required']],
  [[listed(), listed({ title: '《流浪地球 ２》' })], ['#/works/1 duplicate']],
  [[listed(), listed({ category: 'literature' })], []],
] as Array<[ListedWorkDraft[], string[]]>)('a batch of %j: %j', (works, faults) => {
  expect(codes(works)).toEqual(faults);
});

it('a list is imported from the day of its publication in Beijing', () => {
  expect(codes([], '2026-06-15')).toEqual([]);
  expect(codes([], '2026-06-16')).toEqual(['#/publishedOn in_future']);
  expect(codes([], '2026-13-01')).toEqual(['#/publishedOn bad_day']);
});

it('duties go by the kind of service', () => {
  const of = (...types: string[]) => dutiesOf(types).map(({ code }) => code);
  expect(of('netdisk')).toEqual(['forbid_upload']);
  expect(of('search_link')).toEqual(['speed_up']);
  expect(of('literature')).toEqual(['licence_only']);
  expect(of('video', 'app_store')).toEqual(['licence_only', 'forbid_upload', 'speed_up']);
  expect(of('cloud_cdn')).toEqual([]);
  expect(serviceTypes.filter((type) => !dutyBoundServiceTypes.includes(type))).toEqual([
    'ad_alliance',
    'cloud_cdn',
    'access',
  ]);
});
