import { type Matter, startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
}, 60_000);
afterAll(() => stage?.app.close());

const withdraw = ({ complaintId, by }: Matter) =>
  stage.post(by, `/v1/complaints/${complaintId}/withdrawal`, { reason: '和解' });
const counterOf = async (id: string) => (await stage.app.by('platform3').get(`/v1/counter-notices/${id}`)).body;
const restores = async (matter: Matter) =>
  (await stage.read(matter)).deadlines.filter(({ rule }: any) => rule.endsWith('.restore'));

/** An item that has come as far as this. */
async function at(state: 'contested' | 'waiting' | 'held', texts?: string[]) {
  const matter = await stage.served('taobao', texts ? { texts } : {});
  await stage.decide(matter, 'delisted');
  const { body } = await stage.counter(matter, { forward: state !== 'contested' });
  if (state === 'held') await stage.prove(matter, body.id);
  expect(await stage.state(matter)).toBe(state);
  return { matter, counterId: body.id as string };
}

describe('a complaint taken back while its item is down', () => {
  it.each(['contested', 'waiting', 'held'] as const)(
    'and %s: the listing comes back by its clock, and the statement is answered (电子商务法 第43条)',
    async (state) => {
      const { matter, counterId } = await at(state);
      expect((await withdraw(matter)).body).toEqual({ withdrawn: 1 });
      expect(await stage.item(matter)).toMatchObject({ state: 'restore_due', counterNoticeId: null });
      expect(await counterOf(counterId)).toMatchObject({ state: 'closed', endedAt: expect.any(String) });
      expect(await restores(matter)).toMatchObject([{ rule: 'cn.ecl.restore', state: 'running' }]);
      for (const rule of ['.wait', '.forward_counter'])
        expect((await stage.clock(matter, rule))?.state).not.toBe('running');
      // nothing that had run is still to come
      expect(await stage.app.advance('PT1H')).toMatchObject({ restorations: 0 });
      expect((await stage.post('platform3', `/v1/items/${matter.itemId}/restoration`)).status).toBe(200);
      await stage.app.advance('P20D');
      expect(await stage.state(matter)).toBe('restored');
    },
  );

  it('stays down for a second holder: released without a clock, and restored exactly once (domain: holds)', async () => {
    const text = `https://item.taobao.com/item.htm?id=${Date.now()}`;
    const { matter } = await at('waiting', [text]);
    const second = await stage.served('taobao', { texts: [text], by: 'partner' });
    await stage.decide(second, 'removed');
    await withdraw(matter);
    expect([await stage.state(matter), await stage.state(second)]).toEqual(['released', 'actioned']);
    expect(await restores(matter)).toEqual([]);
    const restoring = () => stage.post('platform3', `/v1/items/${second.itemId}/restoration`);
    expect((await restoring()).status).toBe(409);
    await withdraw(second);
    const answers = await Promise.all([restoring(), restoring(), restoring()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const each of [matter, second]) {
      expect(await stage.state(each)).toBe('restored');
      const { body } = await stage.app.by(each.by).get(`/v1/notices/${each.id}/events`);
      expect(body.data.filter(({ type }: any) => type === 'item.restored')).toHaveLength(1);
    }
  });

  it('of several items, those that are down come back and those that are pending are owed no more', async () => {
    const matter = await stage.served('taobao', { count: 2 });
    await stage.post('platform3', `/v1/notices/${matter.id}/decisions`, {
      decisions: [{ itemId: matter.itemId, outcome: 'removed' }],
    });
    expect((await withdraw(matter)).body).toEqual({ withdrawn: 2 });
    const { items, deadlines } = await stage.read(matter);
    expect(items.map(({ state }: any) => state)).toEqual(['restore_due', 'withdrawn']);
    expect(deadlines.filter(({ state }: any) => state === 'running').map(({ rule }: any) => rule)).toEqual([
      'cn.ecl.restore',
    ]);
  });

  it('is taken back by whoever filed it, and once', async () => {
    const { matter } = await at('waiting');
    const path = `/v1/complaints/${matter.complaintId}/withdrawal`;
    expect((await stage.post('partner', path, { reason: '和解' })).status).toBe(404);
    expect((await stage.post('platform3', path, { reason: '和解' })).status).toBe(403);
    expect((await stage.post('rights', path, {})).status).toBe(422);
    expect((await withdraw(matter)).status).toBe(200);
    expect(await withdraw(matter)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });
});
