import { inTransaction } from '#database';
import { newId } from '#kernel';
import { shanghaiDay, worksOnWarningList } from '#works';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app?.close());

let batch = 0;
const list = (works: object[], changes = {}) => ({
  year: 2026,
  batch: ++batch,
  publishedOn: '2026-01-20',
  title: `2026年度第${batch}批重点作品版权保护预警名单`,
  source: 'https://www.ncac.gov.cn/',
  works,
  ...changes,
});
const film = (changes = {}) => ({ title: '流浪地球2', category: 'film', ...changes });
const publish = (body: object, headers = {}) => app.by('operator').post('/v1/warning-lists', body, headers);
const onList = (at: string, works: Array<{ title: string; category: string }>) =>
  inTransaction(app.database, (tx) => worksOnWarningList(tx, new Date(at), works));

it('a batch is imported whole, read by everybody, and its works page by page', async () => {
  const works = Array.from({ length: 7 }, (_, each) => film({ title: `作品 ${each}`, rightsHolder: '某公司' }));
  const { status, body } = await publish(list(works));
  expect([status, body.workCount, body.duties.map(({ code }: any) => code)]).toEqual([
    201,
    7,
    ['licence_only', 'forbid_upload', 'speed_up'],
  ]);
  const reader = app.by('partner');
  expect((await reader.get('/v1/warning-lists')).body.data.map(({ id }: any) => id)).toContain(body.id);
  const titles: string[] = [];
  for (let after = ''; ;) {
    const { body: page } = await reader.get(`/v1/warning-lists/${body.id}/works?limit=3${after}`);
    titles.push(...page.data.map(({ title, windowFrom, windowUntil }: any) => `${title} ${windowFrom} ${windowUntil}`));
    if (!page.next) break;
    after = `&after=${page.next}`;
  }
  expect(titles).toEqual(works.map(({ title }: any) => `${title} 2026-01-20 2027-01-20`));
  expect((await app.with(null).get('/v1/warning-lists')).status).toBe(401);
  expect((await reader.post('/v1/warning-lists', list([film()]))).status).toBe(403);
  expect((await reader.get(`/v1/warning-lists/${newId()}/works`)).status).toBe(404);
});

it('a platform reads what its own kind of service owes', async () => {
  const { body } = await publish(list([film({ title: '义务' })]));
  const dutiesFor = async (account: 'platform' | 'platform2' | 'platform3' | 'rights') =>
    (await app.by(account).get(`/v1/warning-lists/${body.id}`)).body.duties.map(({ code }: any) => code);
  expect(await dutiesFor('platform')).toEqual(['forbid_upload']); // 网盘
  expect(await dutiesFor('platform3')).toEqual(['speed_up']); // 电商
  expect(await dutiesFor('rights')).toHaveLength(3);
});

it('the platforms concerned are told once, by event and by letter with their own duty', async () => {
  const { body } = await publish(list([film({ title: '通知平台' })]));
  const [event] = await app.database.query('select type, audience, payload from events where matter_id = $1', [
    body.id,
  ]);
  expect([event.type, JSON.parse(event.payload).data]).toEqual([
    'warning_list.published',
    { warningListId: body.id, count: 1, duties: ['licence_only', 'forbid_upload', 'speed_up'] },
  ]);
  const { body: me } = await app.by('platform').get('/v1/me');
  expect(event.audience).toContain(me.organization.id);
  const letters = await eventually(async () => {
    const rows = await app.database.query(
      `select l.recipient from letters l join events e on starts_with(l.once_key, e.id::text) where e.matter_id = $1`,
      [body.id],
    );
    return rows.length >= 3 && rows.map(({ recipient }: any) => recipient);
  });
  expect(letters).toEqual(expect.arrayContaining(['platform@demo.test', 'platform2@demo.test', 'platform3@demo.test']));
  expect(new Set(letters).size).toBe(letters.length);
});

it.each([
  [
    '2,001 works',
    () => list(Array.from({ length: 2_001 }, (_, each) => film({ title: `片 ${each}` }))),
    '#/works',
    'array_max_size',
  ],
  ['no work', () => list([]), '#/works', 'array_min_size'],
  ['the same work twice', () => list([film(), film({ title: '《流浪地球 ２》' })]), '#/works/1', 'duplicate'],
  ['an unknown category', () => list([film({ category: 'poem' })]), '#/works/0/category', 'is_in'],
  [
    'a window that ends before it begins',
    () => list([film({ windowUntil: '2026-01-19' })]),
    '#/works/0/windowUntil',
    'before_start',
  ],
  ['a day that does not exist', () => list([film()], { publishedOn: '2026-02-30' }), '#/publishedOn', 'bad_day'],
  ['a publication to come', () => list([film()], { publishedOn: '2099-01-01' }), '#/publishedOn', 'in_future'],
] as Array<[string, () => object, string, string]>)(
  '%s: 422 with the place, and nothing is kept',
  async (_name, body, pointer, code) => {
    const [before] = await app.database.query('select count(*) from warning_lists');
    const answer = await publish(body());
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(answer.body.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
    expect(await app.database.query('select count(*) from warning_lists')).toEqual([before]);
  },
);

it('2,000 works are imported with as many statements as one', async () => {
  const works = Array.from({ length: 2_000 }, (_, each) => film({ title: `<b>大批</b> ${each}` }));
  const many = await statementsOf(app.database, async () => {
    expect((await publish(list(works))).status).toBe(201);
  });
  const one = await statementsOf(app.database, () => publish(list([film({ title: '一部' })])));
  expect(many.filter((sql) => sql.startsWith('insert')).length).toBe(
    one.filter((sql) => sql.startsWith('insert')).length,
  );
});

it('a batch of a year is there once: 409 with the one that is there, also for two at once', async () => {
  const body = list([film({ title: '重复批次' })]);
  const answers = await Promise.all([publish(body), publish(body)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const made = answers.find(({ status }) => status === 201)!;
  expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
    code: 'already_exists',
    warningListId: made.body.id,
    errors: [{ pointer: '#/batch' }],
  });
  expect((await publish({ ...body, year: 2025, publishedOn: '2025-01-20' })).status).toBe(201);
});

describe('a work stands on the list', () => {
  beforeAll(async () => {
    await publish(list([film({ title: '窗口期', windowFrom: '2026-02-01', windowUntil: '2026-02-28' })]));
  });

  it.each([
    ['2026-01-31T15:59:59.999Z', false],
    ['2026-01-31T16:00:00.000Z', true],
    ['2026-02-28T15:59:59.999Z', true],
    ['2026-02-28T16:00:00.000Z', false],
  ])('at %s: %s', async (at, isListed) => {
    expect(await onList(at, [{ title: '《窗口期》', category: 'film' }])).toEqual([isListed]);
  });

  it('never before publication, by title and family of category, in the order asked, with one statement', async () => {
    const today = shanghaiDay(new Date());
    await publish(list([film({ title: '今日公布', windowFrom: '2026-01-01' })], { publishedOn: '2026-03-01' }));
    expect(await onList('2026-02-28T15:59:59.999Z', [film({ title: '今日公布' }) as any])).toEqual([false]);
    expect(await onList('2026-02-28T16:00:00.000Z', [film({ title: '今日公布' }) as any])).toEqual([true]);
    const asked = [
      { title: '今日公布', category: 'short_video' },
      { title: '今日公布', category: 'literature' },
      { title: '别的', category: 'film' },
      { title: '今日 公布！', category: 'tv' },
    ];
    let answers: boolean[] = [];
    const statements = await statementsOf(app.database, async () => {
      answers = await onList(`${today}T04:00:00Z`, asked);
    });
    expect(answers).toEqual([true, false, false, true]);
    expect(statements.filter((sql) => /warning_list_works/.test(sql))).toHaveLength(1);
  });
});
