import { newId } from '#kernel';
import { upload } from '../evidence/upload.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type DemoAccount, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app?.close());

const isan = '0000-0000-D07A-0090-Q';
const add = async (changes: object = {}, account: DemoAccount = 'rights') =>
  app.by(account).post('/v1/works', { title: '流浪地球2', category: 'film', ...changes });
const file = (works: object[], text = pasted.douyin()) =>
  app.by('rights').post('/v1/complaints', complaintAbout([text], { works }));

describe('a work of the vault', () => {
  it('is named by its id: title and numbers are taken as they stand at filing, and stay', async () => {
    const { body: work } = await add({
      identifiers: { isan },
      registrationNumber: '国作登字-2024-I-00000001',
      originalUrls: ['https://example.com/film'],
    });
    const { body: filed } = await file([{ ref: 'w1', workId: work.id }]);
    await app.by('rights').send('PATCH', `/v1/works/${work.id}`, { title: '改名' });
    const { body: read } = await app.by('rights').get(`/v1/complaints/${filed.id}`);
    expect(read.works).toEqual([
      {
        ref: 'w1',
        workId: work.id,
        title: '流浪地球2',
        category: 'film',
        identifiers: { isan },
        registrationNumber: '国作登字-2024-I-00000001',
        originalUrls: ['https://example.com/film'],
      },
    ]);
    expect(filed.targets).toMatchObject([{ outcome: 'served' }]);
  });

  it('is the same work under another title: what decides between claims is its id', async () => {
    const { body: work } = await add();
    const text = pasted.douyin();
    await file([{ ref: 'w1', workId: work.id }], text);
    const again = await file([{ ref: 'w1', workId: work.id, title: 'The Wandering Earth II' }], text);
    expect(again.body.targets).toMatchObject([{ outcome: 'duplicate' }]);
    const inWords = await file([{ ref: 'w1', title: '别的', category: 'film' }], text);
    expect(inWords.body.targets).toMatchObject([{ outcome: 'served' }]);
  });

  it('that is not there or another’s, and a work without id and title, are refused with their place', async () => {
    const { body: foreign } = await add({}, 'partner');
    for (const workId of [newId(), foreign.id]) {
      expect(await file([{ ref: 'w1', workId }])).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '#/works/0/workId', code: 'dangling_reference' }] },
      });
    }
    const { body } = await file([{ ref: 'w1' }]);
    expect(body.errors).toMatchObject([
      { pointer: '#/works/0/title', code: 'required' },
      { pointer: '#/works/0/category', code: 'required' },
    ]);
  });
});

it.each([
  [{ identifiers: { isan: '0000-0000-D07A-0090-X' } }, '#/works/0/identifiers/isan', 'bad_check_digit'],
  [{ registrationNumber: '国作登字-25' }, '#/works/0/registrationNumber', 'bad_format'],
])('a number that was mistyped stops no complaint and is pointed out: %j', async (change, pointer, code) => {
  const { status, body } = await file([{ ref: 'w1', title: '片', category: 'film', ...change }]);
  expect([status, body.warnings]).toEqual([201, [{ pointer, code, detail: expect.any(String) }]]);
});

it('what is merely odd is kept: a registry that no law names, a registration of another country', async () => {
  const odd = { identifiers: { 'some-registry': '7' }, registrationNumber: 'PA0002345678' };
  expect((await file([{ ref: 'w1', title: '片', category: 'film', ...odd }])).status).toBe(201);
});

describe('documents of the vault', () => {
  it('are files of one’s own, and cannot be removed while the vault rests on them', async () => {
    const { body: mine } = await upload(app, 'rights', '登记证书', 'a.txt');
    const { body: foreign } = await upload(app, 'partner', '别人的', 'b.txt');
    const refused = {
      status: 422,
      body: { errors: [{ pointer: '#/documents/1/fileId', code: 'dangling_reference' }] },
    };
    const documents = [{ text: '证' }, { fileId: foreign.id }];
    expect(await add({ documents })).toMatchObject(refused);
    const { status, body: work } = await add({ documents: [{ fileId: mine.id }] });
    expect(status).toBe(201);
    expect(await app.by('rights').send('PATCH', `/v1/works/${work.id}`, { documents })).toMatchObject(refused);
    expect((await app.by('rights').send('DELETE', `/v1/files/${mine.id}`)).status).toBe(409);
    const links = await app.database.query('select matter_kind, kind, readers from file_links where matter_id = $1', [
      work.id,
    ]);
    expect(links).toEqual([{ matter_kind: 'work', kind: 'document', readers: ['complainant'] }]);
  });

  it('of an authorization too', async () => {
    const draft = (fileId: string) => ({
      owner: { name: '某公司' },
      catalogue: true,
      rights: ['information_network'],
      validFrom: '2020-01-01',
      documents: [{ fileId }],
    });
    const { body: mine } = await upload(app, 'partner', '授权书', 'c.txt');
    const refused = await app.by('rights').post('/v1/authorizations', draft(mine.id));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/documents/0/fileId' }] } });
    const { body } = await app.by('partner').post('/v1/authorizations', draft(mine.id));
    const links = await app.database.query('select matter_kind from file_links where matter_id = $1', [body.id]);
    expect(links).toEqual([{ matter_kind: 'authorization' }]);
  });
});
