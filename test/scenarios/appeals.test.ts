import { type Matter, startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
}, 60_000);
afterAll(() => stage?.app.close());

const hour = 3_600_000;
const appeal = (matter: Matter, account = matter.by) =>
  stage.post(account, `/v1/items/${matter.itemId}/appeals`, {
    text: '已补充权属证明，请复核',
    evidence: [{ kind: 'ownership', text: '国作登字-2025-I-3' }],
  });
const refuse = (matter: Matter) => stage.decide(matter, 'refused', { reasonCode: 'insufficient_proof' });

describe('the appeal against a refusal (domain.md §3)', () => {
  it('begins a full new period for the item, whatever was left of the first', async () => {
    const matter = await stage.served('netdisk');
    await stage.app.advance('PT20H');
    await refuse(matter);
    await stage.app.advance('P2D');
    const { status, body } = await appeal(matter);
    expect([status, body.item.state]).toEqual([201, 'pending']);
    const clock = body.deadlines.find(({ state }: any) => state === 'running');
    expect(clock).toMatchObject({ rule: 'cn.netdisk.takedown', subject: { kind: 'item', id: matter.itemId } });
    expect(Date.parse(clock.dueAt)).toBe(Date.parse(body.receivedAt) + 24 * hour);
    await stage.app.advance('PT24H');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'breached' });
  });

  it.each(['refused', 'not_found'])('is heard once: after a second answer %s there is none', async (outcome) => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, outcome, { reasonCode: 'licensed' });
    expect((await appeal(matter)).status).toBe(201);
    expect(await appeal(matter)).toMatchObject({ status: 409, body: { state: 'pending' } });
    await refuse(matter);
    expect(await appeal(matter)).toMatchObject({ status: 409, body: { code: 'wrong_state', state: 'refused' } });
    expect((await stage.item(matter)).allowedActions).not.toContain('appeal');
    expect((await stage.read(matter)).appeals).toHaveLength(1);
    // the platform may still correct itself
    expect((await stage.decide(matter, 'removed')).status).toBe(200);
  });

  it('of one item leaves the other items of the notice as they were', async () => {
    const matter = await stage.served('taobao', { count: 2 });
    await refuse(matter);
    await appeal(matter);
    const { items, state } = await stage.read(matter);
    expect([items.map((one: any) => one.state), state]).toEqual([['pending', 'refused'], 'served']);
    expect(
      (
        await stage.post('platform3', `/v1/notices/${matter.id}/decisions`, {
          decisions: [{ itemId: matter.itemId, outcome: 'removed' }],
        })
      ).body,
    ).toMatchObject({ outcome: 'partial', items: [{ state: 'actioned' }, { state: 'refused' }] });
  });

  it('is the complainant’s, not the platform’s, and answers a refusal only', async () => {
    const matter = await stage.served('taobao');
    expect(await appeal(matter)).toMatchObject({ status: 409, body: { state: 'pending' } });
    await refuse(matter);
    expect((await appeal(matter, 'platform3')).status).toBe(403);
    expect((await appeal(matter, 'partner')).status).toBe(404);
    expect((await appeal(matter, 'regulator')).status).toBe(403);
    expect(await stage.state(matter)).toBe('refused');
  });
});
