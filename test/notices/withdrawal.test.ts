import { complaintAbout, pasted } from '../support/complaints.js';
import { type DemoAccount, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.close());

async function served(texts: string[], by: DemoAccount = 'rights', changes: object = {}) {
  const { body } = await app.by(by).post('/v1/complaints', complaintAbout(texts, { ...changes }));
  const itemIds = body.targets.map(({ itemId }: any) => itemId) as string[];
  return { complaintId: body.id as string, id: body.notices[0].id as string, itemIds, by };
}
type Served = Awaited<ReturnType<typeof served>>;
const withdraw = ({ complaintId, by }: Served, itemIds?: string[]) =>
  app.by(by).post(`/v1/complaints/${complaintId}/withdrawal`, { reason: '和解', ...(itemIds && { itemIds }) });
const remove = ({ id, itemIds }: Served) =>
  app.by('platform2').post(`/v1/notices/${id}/decisions`, {
    decisions: itemIds.map((itemId) => ({ itemId, outcome: 'removed' })),
  });
const restore = (itemId: string | undefined) => app.by('platform2').post(`/v1/items/${itemId}/restoration`);
const read = async ({ id, by }: Served) => (await app.by(by).get(`/v1/notices/${id}`)).body;
const states = async (notice: Served) => (await read(notice)).items.map(({ state }: any) => state);
const restoreClocks = async (notice: Served) =>
  (await read(notice)).deadlines.filter(({ rule }: any) => rule.endsWith('.restore'));

describe('withdrawal', () => {
  it('of the whole takes back what is pending and cancels its clocks', async () => {
    const notice = await served([pasted.douyin(), pasted.douyin()]);
    expect(await withdraw(notice)).toMatchObject({ status: 200, body: { withdrawn: 2 } });
    const after = await read(notice);
    expect(after).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect(after.deadlines.map(({ state }: any) => state)).toEqual(Array(after.deadlines.length).fill('cancelled'));
    expect((await app.by('rights').get(`/v1/complaints/${notice.complaintId}`)).body).toMatchObject({
      state: 'withdrawn',
      withdrawalReason: '和解',
      allowedActions: [],
    });
    expect(await withdraw(notice)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    expect((await remove(notice)).status).toBe(409);
  });

  it('of some items leaves the others and their clock', async () => {
    const notice = await served([pasted.douyin(), pasted.douyin()]);
    const stranger = await served([pasted.douyin()]);
    expect(await withdraw(notice, [stranger.itemIds[0]!])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/itemIds/0', code: 'unknown_item' }] },
    });
    expect(await withdraw(notice, [notice.itemIds[0]!])).toMatchObject({ body: { withdrawn: 1 } });
    const after = await read(notice);
    expect(after.items.map(({ state }: any) => state)).toEqual(['withdrawn', 'pending']);
    expect(after.deadlines.find(({ rule }: any) => rule.endsWith('.takedown')).state).toBe('running');
    expect((await app.by('rights').get(`/v1/complaints/${notice.complaintId}`)).body.state).toBe('filed');
    expect(await withdraw(notice, [notice.itemIds[0]!])).toMatchObject({ status: 409 });
  });

  it('of what was down makes it due to come back by a clock of its own, until the platform restores it', async () => {
    const notice = await served([pasted.douyin()]);
    expect(await restore(notice.itemIds[0])).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    await remove(notice);
    expect((await withdraw(notice)).body).toEqual({ withdrawn: 1 });
    expect(await states(notice)).toEqual(['restore_due']);
    expect(await restoreClocks(notice)).toMatchObject([
      { rule: 'cn.reg468.restore', state: 'running', subject: { kind: 'item', id: notice.itemIds[0] } },
    ]);
    expect(await restore(notice.itemIds[0])).toMatchObject({ status: 200, body: { restoredAt: expect.any(String) } });
    expect(await states(notice)).toEqual(['restored']);
    expect(await restoreClocks(notice)).toMatchObject([{ state: 'met' }]);
    expect(await restore(notice.itemIds[0])).toMatchObject({ status: 409 });
  });

  it('of unrouted targets takes them out of the operator’s queue', async () => {
    const text = pasted.unknown();
    const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([text]));
    await app.by('rights').post(`/v1/complaints/${body.id}/withdrawal`, { reason: '误投' });
    const { body: queue } = await app.by('operator').get('/v1/unrouted-targets?limit=200');
    expect(queue.data.map(({ raw }: any) => raw)).not.toContain(text);
  });
});

describe('an item that two right holders keep down', () => {
  async function bothDown() {
    const text = pasted.douyin();
    const pair = [await served([text]), await served([text], 'partner')] as const;
    for (const notice of pair) expect((await remove(notice)).status).toBe(200);
    return pair;
  }

  it('stays down while one of them holds it: the first withdrawal releases, without a clock', async () => {
    const [first, second] = await bothDown();
    expect((await read(first)).items[0].holds).toBe(2);
    await withdraw(first);
    expect([await states(first), await states(second)]).toEqual([['released'], ['actioned']]);
    expect(await restoreClocks(first)).toEqual([]);
    expect(await restore(first.itemIds[0])).toMatchObject({ status: 409 });
    await withdraw(second);
    expect([await states(first), await states(second)]).toEqual([['released'], ['restore_due']]);
    expect((await restore(second.itemIds[0])).status).toBe(200);
    expect([await states(first), await states(second)]).toEqual([['restored'], ['restored']]);
  });

  it('comes back exactly once when both withdraw at the same instant', async () => {
    for (let round = 0; round < 8; round++) {
      const pair = await bothDown();
      const answers = await Promise.all(pair.map((notice) => withdraw(notice)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const after = (await Promise.all(pair.map(states))).flat();
      expect([...after].sort()).toEqual(['released', 'restore_due']);
      expect((await Promise.all(pair.map(restoreClocks))).flat()).toHaveLength(1);
      const due = pair[after.indexOf('restore_due')]!;
      expect((await restore(due.itemIds[0])).status).toBe(200);
      expect((await Promise.all(pair.map(states))).flat()).toEqual(['restored', 'restored']);
    }
  });

  it('restored by the platform on its own motion brings back with it what another had released', async () => {
    const [first, second] = await bothDown();
    await withdraw(first);
    const decision = { itemId: second.itemIds[0], outcome: 'restored', note: '误判' };
    const answer = await app.by('platform2').post(`/v1/notices/${second.id}/decisions`, { decisions: [decision] });
    expect(answer.status).toBe(200);
    expect([await states(first), await states(second)]).toEqual([['restored'], ['restored']]);
  });
});
