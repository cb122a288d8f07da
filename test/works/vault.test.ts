import { inTransaction } from '#database';
import { newId } from '#kernel';
import { vaultWorks } from '#works';
import { startTestApp, type TestApp } from '../support/app.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app?.close());

let count = 0;
const registration = () => `国作登字-2025-I-${String(++count).padStart(8, '0')}`;
const film = (changes: Record<string, unknown> = {}) => ({ title: '流浪地球2', category: 'film', ...changes });
const add = (changes = {}, headers = {}) => app.by('rights').post('/v1/works', film(changes), headers);

it('a work is kept as described, its numbers in one spelling, and read with its version', async () => {
  const { status, body } = await add({
    identifiers: { ISAN: '0000 0000 d07a 0090', isbn: '978-7-5366-9293-0' },
    registrationNumber: '国作登字 － 2024 － I － 00000001',
    originalUrls: ['https://example.com/film'],
    territory: ['CN', 'HK'],
    holderName: '中国电影股份有限公司',
    documents: [{ text: '登记证书' }, { url: 'https://example.com/certificate' }],
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    title: '流浪地球2',
    identifiers: { isan: '0000-0000-D07A-0090-Q', isbn: '9787536692930' },
    registrationNumber: '国作登字-2024-I-00000001',
    territory: ['CN', 'HK'],
    state: 'active',
    warnings: [],
    version: 1,
  });
  const { body: read, headers } = await app.by('rights').get(`/v1/works/${body.id}`);
  expect([read, headers.get('etag')]).toEqual([body, '"1"']);
});

it('the answer to a repeated request is the first one; the vault holds the work once', async () => {
  const headers = { 'idempotency-key': newId() };
  const [first, second] = [await add({}, headers), await add({}, headers)];
  expect([second.status, second.body.id, second.headers.get('idempotent-replayed')]).toEqual([
    201,
    first.body.id,
    'true',
  ]);
});

it('a registration number stands once in a vault, even of many at once', async () => {
  for (let round = 0; round < 3; round++) {
    const registrationNumber = registration();
    const answers = await Promise.all(Array.from({ length: 8 }, () => add({ registrationNumber })));
    const made = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect([made.length, refused.length]).toEqual([1, 7]);
    const errors = [{ pointer: '#/registrationNumber' }];
    for (const { body } of refused)
      expect(body).toMatchObject({ code: 'already_exists', workId: made[0]!.body.id, errors });
  }
});

it('a change cannot take the number of another work; another vault may have it too', async () => {
  const registrationNumber = registration();
  const made = await add({ registrationNumber });
  expect((await app.by('partner').post('/v1/works', film({ registrationNumber }))).status).toBe(201);
  const other = await add({ registrationNumber: registration() });
  const moved = await app.by('rights').send('PATCH', `/v1/works/${other.body.id}`, { registrationNumber });
  expect(moved).toMatchObject({ status: 409, body: { workId: made.body.id } });
});

it.each([
  ['a wrong check digit', { identifiers: { isbn: '978-7-5366-9293-1' } }, '#/identifiers/isbn', 'bad_check_digit'],
  ['a misshapen registration number', { registrationNumber: '国作登字-25-I-1' }, '#/registrationNumber', 'bad_format'],
  ['an address that is none', { originalUrls: ['javascript:alert(1)'] }, '#/originalUrls/0', 'bad_url'],
  ['an unknown territory', { territory: ['CN', 'XX'] }, '#/territory/1', 'unknown_territory'],
  ['a document that says nothing', { documents: [{}] }, '#/documents/0', 'required'],
  ['an unknown category', { category: 'poem' }, '#/category', 'is_in'],
  ['a blank title', { title: '  ' }, '#/title', 'required'],
  ['an unknown field', { price: 1 }, '#/price', 'unknown_field'],
  ['a title of 501 characters', { title: '长'.repeat(501) }, '#/title', 'max_length'],
])('%s is 422 and says where', async (_name, change, pointer, code) => {
  const { status, body } = await add(change);
  expect([status, body.code]).toEqual([422, 'validation_failed']);
  expect(body.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
});

it('what is merely odd is kept, with a warning', async () => {
  const { status, body } = await add({ registrationNumber: 'PA 2-345-678', identifiers: { kinopoisk: '42' } });
  expect(status).toBe(201);
  expect(body.warnings.map(({ pointer, code }: any) => [pointer, code])).toEqual([
    ['#/identifiers/kinopoisk', 'unknown_scheme'],
    ['#/registrationNumber', 'unknown_form'],
  ]);
});

it('markup in a title is text and stays text', async () => {
  const title = `<img src=x onerror=alert(1)>'; drop table works; -- 😀`;
  const { body } = await add({ title });
  expect((await app.by('rights').get(`/v1/works/${body.id}`)).body.title).toBe(title);
});

it('a change with an old version is 412 with the current one; with the right one, or none, it is made', async () => {
  const { body } = await add();
  const amend = (change: object, headers = {}) =>
    app.by('rights').send('PATCH', `/v1/works/${body.id}`, change, headers);
  const first = await amend({ title: '流浪地球三' }, { 'if-match': '"1"' });
  expect([first.status, first.body.version, first.headers.get('etag')]).toEqual([200, 2, '"2"']);
  const late = await amend({ title: '别名' }, { 'if-match': '"1"' });
  expect(late).toMatchObject({ status: 412, body: { code: 'stale_version', version: 2, state: 'active' } });
  expect((await amend({ state: 'archived' })).body).toMatchObject({
    title: '流浪地球三',
    state: 'archived',
    version: 3,
  });
  expect((await amend({}, { 'if-match': 'mine' })).status).toBe(422);
  expect(await amend({ title: null })).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/title' }] } });
});

it('of two changes of one version at once, one is made', async () => {
  const { body } = await add();
  const answers = await Promise.all(
    ['甲', '乙'].map((title) =>
      app.by('rights').send('PATCH', `/v1/works/${body.id}`, { title }, { 'if-match': '"1"' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

it('the list is newest first, searched by title and number, and no page repeats or skips while works come in', async () => {
  const marker = `标记${newId().slice(-12)}`;
  const ids: string[] = [];
  for (let each = 0; each < 5; each++) ids.unshift((await add({ title: `《${marker}》 ${each}` })).body.id);
  const seen: string[] = [];
  for (let after = ''; ;) {
    const { body } = await app.by('rights').get(`/v1/works?q=${encodeURIComponent(marker)}&limit=2${after}`);
    seen.push(...body.data.map(({ id }: any) => id));
    await add({ title: `${marker} later` });
    if (!body.next) break;
    after = `&after=${body.next}`;
  }
  expect(seen).toEqual(ids);
  const { body: isbn } = await add({ identifiers: { isbn: '979-10-90636-07-1' } });
  const found = await app.by('rights').get(`/v1/works?q=${encodeURIComponent('9791090636071')}`);
  expect(found.body.data.map(({ id }: any) => id)).toEqual([isbn.id]);
  expect((await app.by('rights').get('/v1/works?after=bm9uc2Vuc2U')).status).toBe(422);
});

it('another organization neither reads, changes nor lists it', async () => {
  const { body } = await add();
  const other = app.by('partner');
  expect((await other.get(`/v1/works/${body.id}`)).status).toBe(404);
  expect((await other.send('PATCH', `/v1/works/${body.id}`, { title: 'x' })).status).toBe(404);
  const { body: list } = await other.get('/v1/works?limit=200');
  expect(list.data.map(({ id }: any) => id)).not.toContain(body.id);
  expect((await app.by('platform').get('/v1/works')).status).toBe(403);
});

it('a complaint can look up works by id: its own, in one statement, and nobody else’s', async () => {
  const [own, theirs] = [await add(), await app.by('partner').post('/v1/works', film())];
  const organizationId = (await app.by('rights').get('/v1/me')).body.organization.id;
  let found = new Map<string, unknown>();
  const statements = await statementsOf(app.database, () =>
    inTransaction(app.database, async (tx) => {
      found = await vaultWorks(tx, organizationId, [own.body.id, theirs.body.id, newId()]);
    }),
  );
  expect([...found.keys()]).toEqual([own.body.id]);
  expect(statements.filter((sql) => /from works/.test(sql))).toHaveLength(1);
});
