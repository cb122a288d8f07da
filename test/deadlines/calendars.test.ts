import { CalendarWatch } from '../../apps/worker/src/calendar-watch.js';
import { type Client, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;
let operator: Client;
let watch: CalendarWatch;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  operator = app.by('operator');
  watch = (await app.startWorker()).get(CalendarWatch, { strict: false });
}, 60_000);
afterAll(() => app.close());

const day = (date: string, kind = 'holiday', name = '假') => ({ date, kind, name });
/** What the State Council might publish about a year. */
const paper = (year: number, changes: object = {}) => ({
  version: `cn-${year}`,
  jurisdiction: 'CN',
  coveredFrom: `${year}-01-01`,
  coveredUntil: `${year}-12-31`,
  days: [day(`${year}-01-01`, 'holiday', '元旦'), day(`${year}-10-01`, 'holiday', '国庆节')],
  source: '国务院办公厅的通知',
  ...changes,
});
const post = (body: unknown) => operator.post('/v1/calendars', body);
const pointers = ({ body }: { body: any }) => body.errors.map(({ pointer, code }: any) => `${pointer} ${code}`);
const preview = async (start: string) =>
  (await app.with(null).get(`/v1/deadlines/preview?rule=sla.acknowledge&start=${encodeURIComponent(start)}`)).body;

describe('before a paper of the next year', () => {
  it('the calendar that comes with the release is the only one, and lies beneath all others', async () => {
    const { body } = await app.by('rights').get('/v1/calendars');
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ jurisdiction: 'CN', publishedAt: null, coveredUntil: '2026-12-31' });
  });
  it('a paper that leaves a year out is refused, and nothing is kept', async () => {
    const answer = await post(paper(2028));
    expect([answer.status, pointers(answer)]).toEqual([422, ['#/coveredFrom coverage_gap']]);
    expect((await operator.get('/v1/calendars/cn-2028')).status).toBe(404);
  });
  it.each([
    ['#/version min_length', { version: '' }],
    ['#/version matches', { version: 'a b' }],
    ['#/jurisdiction is_in', { jurisdiction: 'US' }],
    ['#/coveredFrom matches', { coveredFrom: '2027-1-1' }],
    ['#/coveredUntil coverage_reversed', { coveredFrom: '2027-12-31', coveredUntil: '2027-01-01' }],
    ['#/coveredUntil coverage_too_long', { coveredUntil: '2030-01-01' }],
    ['#/days array_min_size', { days: [] }],
    ['#/days array_max_size', { days: Array.from({ length: 801 }, () => day('2027-03-01')) }],
    ['#/days/0/kind is_in', { days: [day('2027-03-01', 'half')] }],
    ['#/days/0/date outside_coverage', { days: [day('2028-03-01')] }],
    ['#/days/1/date named_twice', { days: [day('2027-03-06'), day('2027-03-06', 'working')] }],
    ['#/days/0/date not_a_date', { days: [day('2027-02-30')] }],
    ['#/publishedAt in_future', { publishedAt: '2999-01-01T00:00:00Z' }],
    ['#/colour unknown_field', { colour: 'red' }],
  ] as Array<[string, object]>)('%s: refused with its place', async (place, changes) => {
    const answer = await post(paper(2027, changes));
    expect([answer.status, pointers(answer)]).toEqual([422, expect.arrayContaining([place])]);
  });
  it('only operators import', async () => {
    for (const account of ['rights', 'platform', 'regulator', 'partner'] as const)
      expect((await app.by(account).post('/v1/calendars', paper(2027))).status).toBe(403);
    expect((await app.with(null).get('/v1/calendars')).status).toBe(401);
  });
});

describe('the papers of a year', () => {
  it('the next year’s is imported, says what it changed, and governs at once', async () => {
    const body = paper(2027, { days: [...paper(2027).days, day('2027-03-02'), day('2027-03-06', 'working', '调休')] });
    const answer = await operator.post('/v1/calendars', body, { 'idempotency-key': 'cn-2027' });
    expect(answer).toMatchObject({
      status: 201,
      body: { version: 'cn-2027', warnings: [], changed: { from: '2027-01-01', until: '2027-12-31' } },
    });
    const again = await operator.post('/v1/calendars', body, { 'idempotency-key': 'cn-2027' });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await preview('2027-03-01T10:00:00+08:00')).toMatchObject({
      dueAt: '2027-03-03T16:00:00Z',
      covered: true,
      calendarVersion: 'cn-2027',
    });
  });
  it('a version is used once', async () => {
    const answer = await post(paper(2027));
    expect(answer).toMatchObject({ status: 409, body: { code: 'already_exists', existing: { version: 'cn-2027' } } });
  });
  it('a later paper overrides the days that it names and leaves the rest', async () => {
    const later = paper(2027, {
      version: 'cn-2027-b',
      days: [day('2027-03-06', 'holiday', '延长'), day('2027-03-03')],
    });
    const answer = await post(later);
    expect(answer.body).toMatchObject({
      warnings: [{ pointer: '#/days/0', code: 'holiday_on_weekend' }],
      changed: { from: '2027-03-03', until: '2027-03-06' },
    });
    const { body } = await app.with(null).get('/v1/calendars/year/2027');
    expect(body).toMatchObject({ year: 2027, version: 'cn-2027-b', covered: true });
    expect(body.days).toEqual([
      { ...day('2027-01-01', 'holiday', '元旦'), version: 'cn-2027' },
      { ...day('2027-03-02'), version: 'cn-2027' },
      { ...day('2027-03-03'), version: 'cn-2027-b' },
      { ...day('2027-03-06', 'holiday', '延长'), version: 'cn-2027-b' },
      { ...day('2027-10-01', 'holiday', '国庆节'), version: 'cn-2027' },
    ]);
    expect((await preview('2027-03-01T10:00:00+08:00')).dueAt).toBe('2027-03-04T16:00:00Z');
  });
  it('an earlier paper that says otherwise would be without effect and is refused', async () => {
    const earlier = { version: 'cn-2027-0', publishedAt: '2026-01-01T00:00:00Z', days: [day('2027-03-03', 'working')] };
    expect(pointers(await post(paper(2027, earlier)))).toEqual(['#/days/0/date overridden']);
  });
  it('two that are imported at the same moment do not both take one version', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(paper(2028))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });
  it('are listed newest first, page by page, and read one by one without an account', async () => {
    const first = await operator.get('/v1/calendars?limit=2');
    expect(first.body.data.map(({ version }: any) => version)).toEqual(['cn-2028', 'cn-2027-b']);
    const { body: second } = await operator.get(`/v1/calendars?limit=2&after=${first.body.next}`);
    expect([second.data[0].version, second.data.length, second.next]).toEqual(['cn-2027', 2, null]);
    const one = await app.with(null).get('/v1/calendars/cn-2027-b');
    expect(one).toMatchObject({
      status: 200,
      body: { days: [day('2027-03-06', 'holiday', '延长'), day('2027-03-03')] },
    });
    for (const path of ['/v1/calendars/none', '/v1/calendars/year/27', '/v1/calendars/year/x', '/v1/calendars/%00'])
      expect((await app.with(null).get(path)).status).toBe(404);
  });
  it('a year of which no paper speaks is not covered', async () => {
    expect((await app.with(null).get('/v1/calendars/year/2040')).body).toMatchObject({ covered: false, days: [] });
  });
});

describe('clocks that run beyond the papers', () => {
  const letters = () =>
    app.database.query<any[]>(`select recipient, locale, data from letters where template = 'calendar_uncovered'`);

  it('nobody is warned while the papers reach far enough', async () => {
    expect((await operator.get('/v1/calendars')).body.warnings).toEqual([]);
    expect(await watch.lookOnce()).toBe(0);
  });
  it('operators are warned in the list and by one letter a day and calendar, however often it is looked', async () => {
    await operator.post('/v1/sandbox/clock', { set: '2031-03-03T02:00:00Z' });
    await app.by('rights').post('/v1/complaints', complaintAbout([pasted.taobao()]));
    const { body } = await operator.get('/v1/calendars');
    expect(body.warnings.map(({ code }: any) => code)).toEqual(['coverage_ends', 'deadlines_uncovered']);
    expect((await app.by('platform3').get('/v1/calendars')).body.warnings.map(({ code }: any) => code)).toEqual([
      'coverage_ends',
    ]);
    const written = await Promise.all(Array.from({ length: 4 }, () => watch.lookOnce()));
    expect(written.sort()).toEqual([0, 0, 0, 1]);
    const [letter] = await letters();
    expect(letter.recipient).toBe('operator@demo.test');
    await app.advance('PT1H');
    expect(await watch.lookOnce()).toBe(0);
    await app.advance('PT24H');
    expect(await watch.lookOnce()).toBe(1);
  });
});
