import { counter, type Place, respondent, startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let place: Place;
beforeAll(async () => {
  stage = await startStage();
  await stage.onDay();
  place = await stage.register('cn.civil');
}, 60_000);
afterAll(() => stage?.app.close());

const withdraw = ({ complaintId }: { complaintId: string }) =>
  stage.post('rights', `/v1/complaints/${complaintId}/withdrawal`, { reason: '和解' });
async function down(outcome = 'removed') {
  const matter = await stage.served(place);
  expect((await stage.decide(matter, outcome)).status).toBe(200);
  return matter;
}

describe('民法典 第1195–1197条', () => {
  it('forwarding alone can be the measure that fits the proof and the kind of service (民法典 第1195条)', async () => {
    const matter = await stage.served(place);
    expect(await stage.clock(matter, '.takedown')).toMatchObject({
      rule: 'cn.civil.takedown',
      basis: 'platform_practice',
    });
    const forwarding = { method: 'message', at: await stage.now() };
    const { body } = await stage.post(place.platform, `/v1/notices/${matter.id}/decisions`, {
      decisions: [{ itemId: matter.itemId, outcome: 'forwarded_only' }],
      forwarding,
    });
    expect(body.items[0]).toMatchObject({ state: 'actioned', disposition: 'forwarded_only' });
    for (const rule of ['.takedown', '.forward'])
      expect(await stage.clock(matter, rule)).toMatchObject({ state: 'met' });
  });

  it('a statement needs the real identity of the user: a name and a telephone number are not enough (民法典 第1196条)', async () => {
    const matter = await down();
    const { idNumber: _left, ...anonymous } = respondent;
    const incomplete = await stage.counter(matter, { respondent: anonymous });
    expect(incomplete.body).toMatchObject({ state: 'invalid', missing: ['identity'], item: { state: 'actioned' } });
    const evidence = [...counter.evidence, { kind: 'identity', text: '实名认证截图' }];
    expect((await stage.counter(matter, { respondent: anonymous, evidence })).body).toMatchObject({
      state: 'forwarded',
      item: { state: 'waiting' },
    });
  });

  it('the reasonable period is 15 days from arrival, and a proof in it keeps the content down (民法典 第1196条)', async () => {
    const matter = await down();
    const { body } = await stage.counter(matter);
    expect(await stage.clock(matter, '.wait')).toMatchObject({
      rule: 'cn.civil.wait',
      dueAt: '2030-12-12T16:00:00Z',
      source: { article: expect.stringContaining('1196') },
    });
    const complaint = { kind: 'complaint', number: '京版举〔2026〕1号', authority: '北京市版权局' };
    expect((await stage.prove(matter, body.id, complaint)).body.item.state).toBe('held');
  });

  it.each(['demoted', 'forwarded_only'])(
    'what was %s is up: taken back, nothing has to be restored (民法典 第1195条)',
    async (outcome) => {
      const matter = await down(outcome);
      expect((await withdraw(matter)).body).toEqual({ withdrawn: 1 });
      expect(await stage.state(matter)).toBe('withdrawn');
      expect(await stage.clock(matter, '.restore')).toBeUndefined();
    },
  );

  it.each(['demoted', 'forwarded_only'])(
    'what was %s for another rights holder keeps nothing down (民法典 第1195条)',
    async (outcome) => {
      const text = place.paste();
      const mine = await stage.served(place, { texts: [text] });
      const theirs = await stage.served(place, { texts: [text], by: 'partner' });
      await stage.decide(theirs, outcome);
      await stage.decide(mine, 'removed');
      await withdraw(mine);
      expect(await stage.state(mine)).toBe('restore_due');
      expect(await stage.clock(mine, '.restore')).toMatchObject({ rule: 'cn.civil.restore', state: 'running' });
    },
  );

  it('forwarding alone cannot be reported as still live: that it is live is what was decided (民法典 第1195条)', async () => {
    for (const outcome of ['forwarded_only', 'demoted']) {
      const matter = await down(outcome);
      expect(await stage.post('rights', `/v1/items/${matter.itemId}/reports`, { kind: 'still_live' })).toMatchObject({
        status: 409,
        body: { code: 'wrong_state', state: 'actioned' },
      });
    }
  });
});
