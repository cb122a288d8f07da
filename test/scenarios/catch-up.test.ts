import { inTransaction, moveClock } from '#database';
import { type Matter, startStage } from './stage.js';

/** Instants decide, the sweep only records (domain.md §3): here no worker runs, so that nothing is ever swept. */
let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage({ worker: false });
}, 60_000);
afterAll(() => stage?.app.close());

/** The clock moves, and nobody sees it. */
async function unseen(instant: string, shift = 0) {
  const by = Date.parse(instant) + shift - Date.parse(await stage.now());
  await inTransaction(stage.app.database, (tx) => moveClock(tx, by));
}
async function waiting() {
  const matter = await stage.served('taobao');
  await stage.decide(matter, 'removed');
  const { body } = await stage.counter(matter);
  const { dueAt } = await stage.clock(matter, '.wait');
  return { matter, counterId: body.id as string, dueAt: dueAt as string };
}
const restore = (matter: Matter) => stage.post(matter.platform, `/v1/items/${matter.itemId}/restoration`);
const types = async (matter: Matter) =>
  (await stage.app.by('rights').get(`/v1/notices/${matter.id}/events`)).body.data.map(({ type }: any) => type);

describe('with no worker running (domain.md §3: instants decide)', () => {
  it('a proof that is received in the last second of the wait counts (电子商务法 第43条)', async () => {
    const { matter, counterId, dueAt } = await waiting();
    await unseen(dueAt, -5_000);
    expect((await stage.prove(matter, counterId)).body.item.state).toBe('held');
    await unseen(dueAt, 1_000);
    expect(await restore(matter)).toMatchObject({ status: 409, body: { state: 'held' } });
  });

  it('a proof at the instant itself is late: kept, answered so, and the listing is due to come back (电子商务法 第43条)', async () => {
    const { matter, counterId, dueAt } = await waiting();
    await unseen(dueAt);
    expect(await stage.prove(matter, counterId)).toMatchObject({
      status: 409,
      body: { code: 'wait_over', waitEndedAt: dueAt, state: 'restore_due', proceedingId: expect.any(String) },
    });
    expect(await stage.state(matter)).toBe('restore_due');
    expect((await stage.read(matter)).proceedings).toMatchObject([{ counts: false }]);
    expect(await stage.clock(matter, '.wait')).toMatchObject({ state: 'breached', stoppedAt: dueAt });
  });

  it('a restoration after the wait is accepted, though nobody recorded that it was over (电子商务法 第43条)', async () => {
    const { matter, dueAt } = await waiting();
    await unseen(dueAt, 1_000);
    expect((await restore(matter)).status).toBe(200);
    expect(await stage.state(matter)).toBe('restored');
    const log = await types(matter);
    expect(log.indexOf('item.restore_due')).toBeLessThan(log.indexOf('item.restored'));
    expect(log.filter((type: string) => type === 'item.restore_due')).toHaveLength(1);
  });

  it('the wait cannot be extended after its end (法释〔2020〕9号 第3条)', async () => {
    const { counterId, dueAt } = await waiting();
    await unseen(dueAt);
    const until = new Date(Date.parse(dueAt) + 2 * 86_400_000).toISOString();
    const asked = { reason: '公证办理中', until };
    expect(await stage.post('rights', `/v1/counter-notices/${counterId}/extensions`, asked)).toMatchObject({
      status: 409,
      body: { state: 'restore_due' },
    });
  });

  it('a supplement after its period is refused, and the notice stands refused for want of proof', async () => {
    const matter = await stage.served('netdisk');
    const asked = await stage.post('platform', `/v1/notices/${matter.id}/supplement-requests`, {
      elements: ['ownership'],
      message: '请补充',
    });
    await unseen(asked.body.deadline.dueAt);
    const late = await stage.post('rights', `/v1/notices/${matter.id}/supplements`, { message: '见原件' });
    expect(late).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    // the late supplement was refused whole; the platform's next act finds the lapse all the same
    const decided = await stage.decide(matter, 'refused', { reasonCode: 'licensed' });
    expect(decided).toMatchObject({ status: 409 });
    const appealed = await stage.post('rights', `/v1/items/${matter.itemId}/appeals`, { text: '请复核' });
    expect(appealed).toMatchObject({ status: 201, body: { item: { state: 'pending' } } });
    expect(await types(matter)).toContain('item.refused');
  });

  it('an order that has run out holds nothing: the item answers as it did before', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'removed');
    const now = Date.parse(await stage.now());
    await stage.post('platform3', `/v1/items/${matter.itemId}/orders`, {
      direction: 'takedown',
      issuer: '北京互联网法院',
      number: '（2026）京0491行保99号',
      issuedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 3_600_000).toISOString(),
    });
    expect((await stage.counter(matter)).status).toBe(409);
    await unseen(new Date(now + 3_600_000).toISOString());
    expect((await stage.counter(matter)).body.state).toBe('forwarded');
  });

  it('a worker that starts at last records once what was still open, and undoes nothing', async () => {
    const [open, proved, restored] = [await waiting(), await waiting(), await waiting()];
    await unseen(open.dueAt, -60_000);
    await stage.prove(proved.matter, proved.counterId);
    await unseen(restored.dueAt, 60_000);
    await restore(restored.matter);
    await stage.app.startWorker();
    await stage.app.advance('PT1S');
    expect(await Promise.all([open, proved, restored].map(({ matter }) => stage.state(matter)))).toEqual([
      'restore_due',
      'held',
      'restored',
    ]);
    for (const { matter } of [open, restored])
      expect((await types(matter)).filter((type: string) => type === 'item.restore_due')).toHaveLength(1);
    expect(await types(proved.matter)).not.toContain('item.restore_due');
  });
});
