import { startTestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { statementsOf } from '../support/statements.js';
import { stageOf } from '../scenarios/stage.js';

type Account = Parameters<Awaited<ReturnType<typeof startTestApp>>['by']>[0];

describe('what waits for an organization', () => {
  let stage: ReturnType<typeof stageOf>;
  let app: Awaited<ReturnType<typeof startTestApp>>;
  beforeAll(async () => {
    app = await startTestApp();
    stage = stageOf(app);
  }, 60_000);
  afterAll(() => app?.close());

  const waiting = async (account: Account): Promise<Record<string, number>> => {
    const { status, body } = await app.by(account).get('/v1/workbench');
    expect(status).toBe(200);
    return Object.fromEntries(body.waiting.map(({ key, count }: any) => [key, count]));
  };
  /** Every count is what the list that it names shows. */
  const expectListsToAgree = async (account: Account) => {
    const { body } = await app.by(account).get('/v1/workbench');
    for (const { key, count, isMore, list } of body.waiting) {
      const { status, body: page } = await app.by(account).get(`${list}${list.includes('?') ? '&' : '?'}limit=200`);
      expect([key, status, page.data?.length, isMore]).toEqual([key, 200, count, false]);
    }
    return body.waiting.length;
  };

  it('of a platform: by what it owes, step by step', async () => {
    const nothing = await waiting('platform3');
    expect(nothing).toEqual({
      unacknowledged: 0,
      undecided: 0,
      dueSoon: 0,
      overdue: 0,
      assignedToMe: 0,
      restoreDue: 0,
      counterToForward: 0,
      supplementAnswered: 0,
    });
    const [first, second] = [await stage.served('taobao'), await stage.served('taobao')];
    expect(await waiting('platform3')).toMatchObject({ unacknowledged: 2, undecided: 2 });
    await app.by('platform3').post(`/v1/notices/${first.id}/acknowledgement`);
    await app.by('platform3').send('PUT', `/v1/notices/${first.id}/assignee`, { memberId: 'me' });
    expect(await waiting('platform3')).toMatchObject({ unacknowledged: 1, undecided: 2, assignedToMe: 1 });
    await stage.decide(second, 'removed');
    await stage.counter(second, { forward: false });
    expect(await waiting('platform3')).toMatchObject({ undecided: 1, counterToForward: 1 });
    expect(await waiting('platform2')).toEqual(nothing);
    await expectListsToAgree('platform3');
  });

  it('of a rights holder: what lacks something, what the user answered, what nobody answers for', async () => {
    await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()], { evidence: [] }));
    await app.by('rights').post('/v1/complaints', complaintAbout([pasted.unknown(), pasted.unknown()]));
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'removed');
    await stage.counter(matter);
    expect(await waiting('rights')).toMatchObject({ deficient: 1, unrouted: 1, counterNotices: 1 });
    await expectListsToAgree('rights');
    expect(Object.values(await waiting('partner')).every((count) => count === 0)).toBe(true);
    expect(await waiting('operator')).toEqual({ unrouted: 2 });
    await expectListsToAgree('operator');
  });

  it('of both while a supplement is asked for and when it has come', async () => {
    const matter = await stage.served('netdisk');
    const asked = await app
      .by('platform')
      .post(`/v1/notices/${matter.id}/supplement-requests`, { elements: ['ownership'], message: '请补充权属证明' });
    expect(asked.status).toBeLessThan(300);
    expect([await waiting('rights'), await waiting('platform')]).toMatchObject([
      { supplementRequested: 1 },
      { supplementAnswered: 0 },
    ]);
    const sent = await app.by('rights').post(`/v1/notices/${matter.id}/supplements`, {
      evidence: [{ kind: 'ownership', text: '国作登字-2025-I-00012345' }],
    });
    expect(sent.status).toBeLessThan(300);
    expect([await waiting('rights'), await waiting('platform')]).toMatchObject([
      { supplementRequested: 0 },
      { supplementAnswered: 1 },
    ]);
    await expectListsToAgree('platform');
  });

  it('of a regulator: what is open, what is in one’s own hands', async () => {
    await stage.served('netdisk');
    await app.advance('P30D');
    const { body } = await app.by('regulator').get('/v1/escalations');
    const before = await waiting('regulator');
    expect(before['open']).toBe(body.data.length);
    expect(before['overdue']).toBeGreaterThan(0);
    await app.by('regulator').post(`/v1/escalations/${body.data[0].id}/claim`);
    expect(await waiting('regulator')).toMatchObject({ open: before['open']! - 1, claimedByMe: 1 });
    expect(await expectListsToAgree('regulator')).toBe(3);
    await expectListsToAgree('national');
    await expectListsToAgree('platform');
  });

  it('costs two statements, and a caller sees what its scopes open', async () => {
    const owner = await app.signedIn('platform');
    const { body } = await owner.post('/v1/api-keys', { name: 'hooks', scopes: ['webhooks:manage'], mode: 'sandbox' });
    expect((await app.with(body.key).get('/v1/workbench')).body).toEqual({ waiting: [] });
    const statements = await statementsOf(app.database, () => app.by('platform').get('/v1/workbench'));
    expect(statements.filter((sql) => /domain_now|union all/.test(sql) && !/api_keys/.test(sql))).toHaveLength(2);
  });

  it('the inbox is asked by several states, by regime and by who has it, and refuses what it does not know', async () => {
    const ask = (query: string) => app.by('platform3').get(`/v1/notices?${query}`);
    const states = async (query: string) => (await ask(query)).body.data.map(({ state }: any) => state).sort();
    expect(await states('state=acknowledged,decided')).toEqual(['acknowledged', 'decided', 'decided']);
    expect((await ask('regime=cn.ecl')).body.data).toHaveLength(3);
    expect((await ask('regime=eu.dsa')).body.data).toEqual([]);
    expect((await ask('assignee=none')).body.data).toHaveLength(2);
    for (const wrong of [
      'state=served,',
      'state=gone',
      'assignee=you',
      'regime=x',
      'itemState=pending',
      'supplement=x',
    ])
      expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 422]);
  });
});
