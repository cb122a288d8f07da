import { inTransaction } from '#database';
import { newId } from '#kernel';
import { listNotices } from '#notices';
import { complaintAbout, pasted } from '../support/complaints.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
let partnerId: string;
beforeAll(async () => {
  app = await startTestApp();
  partnerId = (await app.by('partner').get('/v1/me')).body.organization.id;
}, 60_000);
afterAll(() => app?.close());

const owner = '北京星海影业有限公司';
const authorize = async (changes: object = {}) => {
  const draft = {
    owner: { name: owner },
    catalogue: true,
    titlePatterns: ['流浪地球*'],
    rights: ['information_network', 'cinematographic'],
    validFrom: '2020-01-01',
    documents: [{ text: '授权书' }],
  };
  const { status, body } = await app.by('partner').post('/v1/authorizations', { ...draft, ...changes });
  expect(status).toBe(201);
  return body.id as string;
};
const decide = (id: string, decision: string) =>
  app.by('operator').post(`/v1/authorizations/${id}/approval`, { decision, reason: '核验' });
const file = async (authorizationId: string, changes: object = {}, texts = [pasted.douyin()]) =>
  (
    await app
      .by('partner')
      .post('/v1/complaints', complaintAbout(texts, { onBehalfOf: { name: owner, authorizationId }, ...changes }))
  ).body;
const codes = ({ deficiencies }: any) => deficiencies.map(({ code }: any) => code);
const isVerified = async (noticeId: string) => {
  const page = { sort: 'newest', after: null, limit: 200, now: new Date() } as const;
  const reader = { side: 'complainant', organizationId: partnerId } as const;
  const rows = await inTransaction(app.database, (tx) => listNotices(tx, reader, {}, page));
  return rows.find(({ id }) => id === noticeId)!.isVerified;
};

describe('an authorization counts at the instant of filing (domain.md §2.6)', () => {
  it('waiting for approval it may file, unverified; once approved the notice follows, once revoked no more', async () => {
    const id = await authorize();
    const filed = await file(id);
    expect(filed).toMatchObject({ state: 'filed', targets: [{ outcome: 'served' }], deficiencies: [] });
    const noticeId = filed.notices[0].id;
    expect(await isVerified(noticeId)).toBe(false);
    await decide(id, 'approve');
    expect(await isVerified(noticeId)).toBe(true);
    await app.by('partner').post(`/v1/authorizations/${id}/revocation`, { reason: '到期' });
    expect(await isVerified(noticeId)).toBe(false);
  });

  it('by a text alone it may file as before, and is not verified; a holder who files needs none', async () => {
    const evidence = [...complaintAbout([]).evidence, { kind: 'authorization', text: '授权书' }];
    const { body } = await app
      .by('partner')
      .post('/v1/complaints', complaintAbout([pasted.douyin()], { onBehalfOf: { name: owner }, evidence }));
    expect(await isVerified(body.notices[0].id)).toBe(false);
    const own = await app.by('partner').post('/v1/complaints', complaintAbout([pasted.douyin()]));
    expect(await isVerified(own.body.notices[0].id)).toBeNull();
  });

  it.each([
    ['rejected', (id: string) => decide(id, 'reject')],
    ['frozen', (id: string) => decide(id, 'freeze')],
    ['revoked', (id: string) => app.by('partner').post(`/v1/authorizations/${id}/revocation`, { reason: '终止' })],
  ])('that is %s makes the notice deficient, with that code', async (code, end) => {
    const id = await authorize();
    await end(id);
    const filed = await file(id);
    expect([filed.state, codes(filed)]).toEqual(['deficient', [`authorization_${code}`]]);
    expect(filed.deficiencies[0]).toMatchObject({ element: 'authorization', source: { article: expect.any(String) } });
  });

  it('of nobody, of another agent, out of its scope or not yet in force is deficient', async () => {
    expect(codes(await file(newId()))).toEqual(['authorization_unknown']);
    const id = await authorize();
    const foreign = await app
      .by('rights')
      .post('/v1/complaints', complaintAbout([pasted.douyin()], { onBehalfOf: { name: owner, authorizationId: id } }));
    expect(codes(foreign.body)).toEqual(['authorization_unknown']);
    const otherWork = { works: [{ ref: 'w1', title: '三体', category: 'tv' }] };
    expect(codes(await file(id, otherWork))).toEqual(['authorization_out_of_scope']);
    const otherHolder = { onBehalfOf: { name: '别的公司', authorizationId: id } };
    expect(codes(await file(id, otherHolder))).toEqual(['authorization_out_of_scope']);
    const future = await authorize({ validFrom: '2099-01-01' });
    expect(codes(await file(future))).toEqual(['authorization_expired']);
  });

  it('is judged for each work and right of each notice: the worst decides for that notice alone', async () => {
    const id = await authorize();
    const works = [
      { ref: 'w1', title: '流浪地球2', category: 'film' },
      { ref: 'w2', title: '三体', category: 'tv' },
    ];
    const target = (text: string, workRef: string, right?: string) => ({ text, workRef, ...(right && { right }) });
    const filed = await file(id, {
      works,
      targets: [target(pasted.douyin(), 'w1'), target(pasted.taobao(), 'w1'), target(pasted.taobao(), 'w2')],
    });
    expect(filed.targets.map(({ outcome }: any) => outcome)).toEqual(['served', 'deficient', 'deficient']);
    const rights = await file(id, {
      targets: [
        target(pasted.douyin(), 'w1', '随便写的权利'),
        target(pasted.taobao(), 'w1', 'filming'),
        target(pasted.netdisk(), 'w1', 'translation'),
      ],
    });
    expect(rights.targets.map(({ outcome }: any) => outcome)).toEqual(['served', 'served', 'deficient']);
  });

  it('of China does not reach a notice under the law of the United States', async () => {
    const { body } = await app.by('operator').get('/v1/platforms?q=douyin');
    const { id: platformId, regime } = body.data[0];
    const amend = (changes: object) => app.by('operator').send('PATCH', `/v1/platforms/${platformId}`, changes);
    await amend({ regime: 'us.dmca' });
    const statements = { accuracy: true, goodFaith: true, perjury: true, signature: '张三' };
    const china = await file(await authorize({ territory: ['CN'] }), { statements });
    expect(codes(china)).toEqual(['authorization_out_of_scope']);
    const both = await file(await authorize({ territory: ['CN', 'US'] }), { statements });
    expect(both.notices).toMatchObject([{ regime: 'us.dmca' }]);
    await amend({ regime });
  });

  it('that runs out is completed by another, and served then', async () => {
    const filed = await file(newId());
    const authorizationId = await authorize();
    const { body } = await app
      .by('partner')
      .post(`/v1/complaints/${filed.id}/supplements`, { onBehalfOf: { name: owner, authorizationId } });
    expect(body).toMatchObject({ state: 'filed', targets: [{ outcome: 'served' }] });
  });

  it('takes two statements, whatever the number of works and notices', async () => {
    const id = await authorize();
    const count = async (texts: string[], clientRef: string) =>
      (await statementsOf(app.database, () => file(id, { clientRef }, texts))).length;
    await file(id);
    const one = await count([pasted.douyin()], 'a-one');
    const many = Array.from({ length: 60 }, (_, n) => (n % 2 ? pasted.douyin() : pasted.netdisk()));
    expect(await count(many, 'a-many')).toBe(one);
  });
});

it('the right that is claimed chooses the law: what the 条例 does not cover falls under the Civil Code', async () => {
  const targets = ['information_network', 'adaptation', '别的说法', undefined].map((right) => ({
    text: pasted.douyin(),
    workRef: 'w1',
    ...(right && { right }),
  }));
  const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([], { targets }));
  expect(body.notices.map(({ regime, items }: any) => [regime, items])).toEqual([
    ['cn.reg468', 3],
    ['cn.civil', 1],
  ]);
  const { body: read } = await app.by('rights').get(`/v1/notices/${body.notices[0].id}`);
  expect(read.items.map(({ target }: any) => target.right)).toEqual(['information_network', '别的说法', null]);
});
