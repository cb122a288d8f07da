import { inTransaction } from '#database';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type DemoAccount, eventually, startTestApp, type TestApp } from '../support/app.js';
import { download, upload } from '../evidence/upload.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app?.close());

const unsigned = { statements: { accuracy: true, goodFaith: true } };
const signed = { statements: { accuracy: true, goodFaith: true, signature: '张三' } };
const file = async (texts: string[], changes: object = unsigned) =>
  (await app.by('rights').post('/v1/complaints', complaintAbout(texts, { ...changes }))).body;
const supplement = (id: string, body: object, headers = {}, account: DemoAccount = 'rights') =>
  app.by(account).post(`/v1/complaints/${id}/supplements`, body, headers);
const read = async (id: string) => (await app.by('rights').get(`/v1/complaints/${id}`)).body;
const events = async (id: string) =>
  (await app.database.query('select type, payload from events where matter_id = $1 order by sequence', [id])).map(
    ({ type, payload }: any) => ({ type, data: JSON.parse(payload).data }),
  );
const outcomes = ({ body }: { body: any }) => body.targets.map(({ outcome }: any) => outcome);

describe('until it is completed a notice counts as not sent (互联网著作权行政保护办法 第8–10条)', () => {
  it('what is complete now is served now, its clock runs from now, and both instants are kept', async () => {
    const filed = await file([pasted.netdisk()]);
    expect([filed.state, filed.completedAt]).toEqual(['deficient', null]);
    await app.advance('PT5H');
    const completed = await supplement(filed.id, signed);
    expect(completed).toMatchObject({
      status: 200,
      body: { id: filed.id, number: filed.number, state: 'filed', deficiencies: [], targets: [{ outcome: 'served' }] },
    });
    const { receivedAt, completedAt, notices } = completed.body;
    expect(receivedAt).toBe(filed.receivedAt);
    expect(Date.parse(completedAt) - Date.parse(receivedAt)).toBeGreaterThanOrEqual(5 * 3_600_000);
    const { body: notice } = await app.by('platform').get(`/v1/notices/${notices[0].id}`);
    const takedown = notice.deadlines.find(({ rule }: any) => rule === 'cn.netdisk.takedown');
    expect([notice.servedAt, takedown.startedAt]).toEqual([completedAt, completedAt]);
    expect(Date.parse(takedown.dueAt) - Date.parse(completedAt)).toBe(24 * 3_600_000);
    expect((await read(filed.id)).allowedActions).toEqual(['withdraw']);
  });

  it('what still lacks an element waits with the exact list and its article, in the language of the caller', async () => {
    const filed = await file([pasted.netdisk(), pasted.douyin()], { statements: {}, evidence: [] });
    expect((await read(filed.id)).allowedActions).toEqual(['supplement']);
    const still = await supplement(filed.id, signed, { 'accept-language': 'en' });
    expect([still.body.state, outcomes(still)]).toEqual(['deficient', ['deficient', 'deficient']]);
    const elements = (answer: any) => [...new Set(answer.deficiencies.map(({ element }: any) => element))].sort();
    expect(elements(still.body)).toEqual(['infringement', 'ownership']);
    expect(elements(filed)).toEqual(expect.arrayContaining(['signature', 'truthfulness', 'ownership']));
    for (const { detail, source } of still.body.deficiencies) {
      expect(detail).toMatch(/^[A-Z]/);
      expect(source).toEqual({ law: expect.any(String), article: expect.stringMatching(/第.+条/) });
    }
    const evidence = complaintAbout([]).evidence;
    expect((await supplement(filed.id, { evidence })).body).toMatchObject({ state: 'filed', deficiencies: [] });
    expect((await read(filed.id)).statements).toEqual(signed.statements);
  });

  it('a notice that went out before stays as it was; only what waited is served', async () => {
    const filed = await file([pasted.netdisk(), pasted.taobao()]);
    expect([filed.state, outcomes({ body: filed })]).toEqual(['filed', ['deficient', 'served']]);
    const before = (await app.by('platform3').get(`/v1/notices/${filed.notices[0].id}`)).body;
    const completed = await supplement(filed.id, {
      ...signed,
      complainant: { name: '改名后的公司', contact: '李四', phone: '1', address: '上海', idType: 'x', idNumber: '1' },
      works: [{ ref: 'w1', title: '流浪地球3', category: 'film' }],
      evidence: [{ kind: 'other', text: '补充说明' }],
    });
    expect([completed.status, outcomes(completed)]).toEqual([200, ['served', 'served']]);
    const after = (await app.by('platform3').get(`/v1/notices/${filed.notices[0].id}`)).body;
    expect({ ...after, deadlines: [] }).toEqual({ ...before, deadlines: [] });
    const added = completed.body.notices.find(({ id }: any) => id !== filed.notices[0].id);
    const { body: notice } = await app.by('platform').get(`/v1/notices/${added.id}`);
    expect(notice.works).toMatchObject([{ title: '流浪地球3' }]);
    const { body: inbox } = await app.by('platform3').get('/v1/notices');
    expect(inbox.data.find(({ id }: any) => id === before.id).complainant).toBe('北京星海影业有限公司');
    expect((await read(filed.id)).evidence).toHaveLength(3);
  });

  it('holds no notice while it waits for a thing: things are locked first, by everybody', async () => {
    const text = pasted.netdisk();
    await file([text], signed);
    const filed = await file([text, pasted.taobao()]);
    expect(outcomes({ body: filed })).toEqual(['deficient', 'served']);
    const { completing } = await inTransaction(app.database, async (tx) => {
      await tx.query(`select from canonical_items for update`);
      const answer = supplement(filed.id, signed);
      const isWaiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await eventually(async () => (await app.database.query(isWaiting)).length > 0);
      await tx.query(`select from notices where id = $1 for update nowait`, [filed.notices[0].id]);
      return { completing: answer };
    });
    expect(outcomes(await completing)).toContain('served');
  });

  it('the log tells integrators once that it was filed, and counts what was added', async () => {
    const filed = await file([pasted.netdisk(), pasted.netdisk()], { statements: {}, evidence: [] });
    await supplement(filed.id, { evidence: complaintAbout([]).evidence });
    const { body } = await supplement(filed.id, signed);
    const noticeIds = body.notices.map(({ id }: any) => id);
    expect((await events(filed.id)).map(({ type }: any) => type)).toEqual([
      'complaint.deficient',
      'complaint.supplemented',
      'complaint.filed',
      'complaint.supplemented',
    ]);
    const [, first, told, second] = await events(filed.id);
    expect(first.data).toMatchObject({ parts: ['evidence'], evidenceCount: 2, noticeCount: 0 });
    expect(told.data).toMatchObject({ targetCount: 2, noticeIds, noticeCount: 1 });
    expect(second.data).toMatchObject({ parts: ['statements'], evidenceCount: 0, deficiencyCount: 0, noticeIds });
    const partly = await file([pasted.netdisk(), pasted.taobao()]);
    await supplement(partly.id, signed);
    expect((await events(partly.id)).map(({ type }: any) => type)).toEqual([
      'complaint.filed',
      'complaint.supplemented',
    ]);
  });

  it('one that was filed, became deficient when assigned and was completed is told as filed once', async () => {
    const text = pasted.unknown();
    const filed = await file([text]);
    const { body: queue } = await app.by('operator').get('/v1/unrouted-targets?limit=200');
    const { id } = queue.data.find(({ raw }: any) => raw === text);
    const { body: platforms } = await app.by('operator').get('/v1/platforms?q=百度网盘');
    const assign = { platformId: platforms.data[0].id };
    await app.by('operator').post(`/v1/unrouted-targets/${id}/assignment`, assign);
    expect((await read(filed.id)).state).toBe('deficient');
    expect((await supplement(filed.id, signed)).body).toMatchObject({
      state: 'filed',
      targets: [{ outcome: 'served' }],
    });
    const types = (await events(filed.id)).map(({ type }: any) => type);
    expect(types.filter((type: string) => type === 'complaint.filed')).toHaveLength(1);
  });

  it('the receipt keeps the digest of what was received, and gives the content no more', async () => {
    const filed = await file([pasted.netdisk()]);
    const receipt = async () => (await app.by('rights').get(`/v1/complaints/${filed.id}/receipt`)).body;
    const before = await receipt();
    await supplement(filed.id, signed);
    const after = await receipt();
    expect(before.content).toMatchObject({ document: { statements: unsigned.statements } });
    expect([after.receipt, after.signature, after.content]).toEqual([before.receipt, before.signature, null]);
    expect(after.receipt.stateOnReceipt).toBe('deficient');
    expect((await app.with(null).post('/v1/receipts/verification', after)).body).toEqual({ valid: true });
  });

  it('files among the added evidence are read by the platform of the notice that goes out', async () => {
    const filed = await file([pasted.netdisk()], { evidence: [] });
    const { body: stored } = await upload(app, 'rights', '登记证书', 'a.txt');
    const evidence = [
      { kind: 'ownership', fileId: stored.id },
      { kind: 'infringement', text: '全片' },
    ];
    const foreign = (await upload(app, 'partner', '别人的', 'b.txt')).body.id;
    expect(await supplement(filed.id, { evidence: [...evidence, { kind: 'other', fileId: foreign }] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/evidence/2/fileId', code: 'dangling_reference' }] },
    });
    const { body } = await supplement(filed.id, { evidence });
    const path = `/v1/notices/${body.notices[0].id}/files/${stored.id}/content`;
    expect((await download(app, 'platform', path)).status).toBe(200);
  });
});

describe('a supplement is refused', () => {
  it('where nothing waits, where the complaint was withdrawn, and where it is another’s', async () => {
    const complete = await file([pasted.netdisk()], signed);
    expect(await supplement(complete.id, signed)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', state: 'filed', detail: expect.stringMatching(/waits for a missing element/) },
    });
    const unreadable = await file(['你好']);
    expect((await supplement(unreadable.id, signed)).status).toBe(409);
    const deficient = await file([pasted.netdisk()]);
    expect((await supplement(deficient.id, signed, {}, 'partner')).status).toBe(404);
    expect((await supplement('018f0000-0000-7000-8000-000000000000', signed)).status).toBe(404);
    await app.by('rights').post(`/v1/complaints/${deficient.id}/withdrawal`, { reason: '误投' });
    expect(await supplement(deficient.id, signed)).toMatchObject({ status: 409, body: { state: 'withdrawn' } });
  });

  it.each([
    ['nothing at all', {}, '#', 'required'],
    ['an unknown field', { targets: [] }, '#/targets', 'unknown_field'],
    [
      'works without one that a target names',
      { works: [{ ref: 'w2', title: 'x', category: 'film' }] },
      '#/works',
      'dangling_reference',
    ],
    [
      '101 works',
      { works: Array.from({ length: 101 }, (_, n) => ({ ref: `w${n}`, title: 'x', category: 'film' })) },
      '#/works',
      'array_max_size',
    ],
    [
      'one ref twice',
      { works: [1, 2].map(() => ({ ref: 'w1', title: 'x', category: 'film' })) },
      '#/works/1/ref',
      'repeated',
    ],
    ['evidence that says nothing', { evidence: [{ kind: 'other' }] }, '#/evidence/0', 'required'],
  ] as Array<[string, object, string, string]>)('with %s: 422 with its place', async (_name, body, pointer, code) => {
    const filed = await file([pasted.netdisk()]);
    const answer = await supplement(filed.id, body);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
    expect(answer.body.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
    expect((await events(filed.id)).map(({ type }: any) => type)).toEqual(['complaint.deficient']);
  });

  it('the second of two at once: one serves, the other finds nothing to complete', async () => {
    const filed = await file([pasted.netdisk()]);
    const answers = await Promise.all([supplement(filed.id, signed), supplement(filed.id, signed)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(filed.id)).notices).toHaveLength(1);
  });

  it('and repeated under one Idempotency-Key it is done once', async () => {
    const filed = await file([pasted.netdisk()]);
    const headers = { 'idempotency-key': `supplement-${filed.id}` };
    const [first, again] = [await supplement(filed.id, signed, headers), await supplement(filed.id, signed, headers)];
    expect([again.status, again.headers.get('idempotent-replayed'), again.body]).toEqual([200, 'true', first.body]);
  });
});
