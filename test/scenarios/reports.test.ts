import { type Matter, startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
}, 60_000);
afterAll(() => stage?.app.close());

const hour = 3_600_000;
const report = (matter: Matter, changes: object = {}) =>
  stage.post('rights', `/v1/items/${matter.itemId}/reports`, { kind: 'still_live', text: '仍可播放', ...changes });
const takedowns = async (matter: Matter) =>
  (await stage.read(matter)).deadlines.filter(({ rule }: any) => rule.endsWith('.takedown'));
async function down(where: 'netdisk' | 'taobao' = 'netdisk') {
  const matter = await stage.served(where);
  await stage.decide(matter, 'removed');
  return matter;
}

describe('what was reported as down and is still live (条例 第15条, domain.md §3)', () => {
  it('voids the stop: the original due instant applies again, and the earlier stop stays in history (条例 第15条)', async () => {
    const matter = await down('taobao');
    const [stopped] = await takedowns(matter);
    const reported = await report(matter);
    expect(reported).toMatchObject({ status: 201, body: { item: { state: 'reappeared', disposition: 'removed' } } });
    const [first, second] = await takedowns(matter);
    expect([first, second].map(({ state }) => state).sort()).toEqual(['met', 'running']);
    const running = [first, second].find(({ state }) => state === 'running');
    expect(running).toMatchObject({ dueAt: stopped.dueAt, startedAt: stopped.startedAt, rule: 'cn.ecl.takedown' });
    expect((await stage.decide(matter, 'removed')).status).toBe(200);
    expect((await takedowns(matter)).map(({ state }: any) => state)).toEqual(['met', 'met']);
    expect((await stage.read(matter)).reports).toMatchObject([{ settledAt: expect.any(String), disputedAt: null }]);
  });

  it('is no breach before 24 hours after the report, and then it is, and is escalated (domain: report_still_live)', async () => {
    const matter = await down();
    await stage.app.advance('P3D');
    const { body } = await report(matter);
    const running = body.deadlines.find(({ state }: any) => state === 'running');
    expect(Date.parse(running.dueAt)).toBe(Date.parse(body.receivedAt) + 24 * hour);
    await stage.app.advance('PT23H');
    expect((await takedowns(matter)).map(({ state }: any) => state).sort()).toEqual(['met', 'running']);
    await stage.app.advance('PT1H');
    expect((await takedowns(matter)).map(({ state }: any) => state).sort()).toEqual(['breached', 'met']);
    const queue = await stage.app.by('regulator').get('/v1/escalations?limit=200');
    const escalation = queue.body.data.find(({ subject }: any) => subject.id === matter.id);
    expect(escalation.reasons).toContain('takedown_overdue');
    await stage.decide(matter, 'disabled');
    expect((await takedowns(matter)).map(({ state }: any) => state).sort()).toEqual(['late', 'met']);
  });

  it('disputed with proof, the earlier stop stands again and no clock runs', async () => {
    const matter = await down();
    const { body } = await report(matter);
    const dispute = (account: 'platform' | 'platform2' | 'rights') =>
      stage.post(account, `/v1/reports/${body.id}/dispute`, { note: '该地址返回 404，见截图' });
    expect([(await dispute('platform2')).status, (await dispute('rights')).status]).toEqual([404, 403]);
    expect((await dispute('platform')).status).toBe(200);
    expect(await stage.item(matter)).toMatchObject({ state: 'actioned', disposition: 'removed' });
    expect((await takedowns(matter)).map(({ state }: any) => state).sort()).toEqual(['cancelled', 'met']);
    expect(await dispute('platform')).toMatchObject({ status: 409 });
    // whoever sees it live once more may say so once more
    const again = await report(matter);
    expect(again.status).toBe(201);
    expect(await dispute('platform')).toMatchObject({ status: 409 });
    expect(await stage.state(matter)).toBe('reappeared');
  });

  it('is said of what was taken down, by its complainant, with a file of its own', async () => {
    const pending = await stage.served('netdisk');
    expect(await report(pending)).toMatchObject({ status: 409, body: { state: 'pending' } });
    const matter = await down();
    expect(await report(matter, { kind: 'gone' })).toMatchObject({ status: 422 });
    const fileId = '019ab000-0000-7000-8000-000000000000';
    expect(await report(matter, { fileId })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/fileId', code: 'dangling_reference' }] },
    });
    expect(await stage.state(matter)).toBe('actioned');
    const path = `/v1/items/${matter.itemId}/reports`;
    expect((await stage.post('partner', path, { kind: 'still_live' })).status).toBe(404);
    expect((await stage.post('platform', path, { kind: 'still_live' })).status).toBe(403);
  });

  it('taken back while it is live, nothing is owed any more', async () => {
    const matter = await down();
    await report(matter);
    await stage.post('rights', `/v1/complaints/${matter.complaintId}/withdrawal`, { reason: '和解' });
    expect(await stage.state(matter)).toBe('withdrawn');
    expect((await takedowns(matter)).map(({ state }: any) => state).sort()).toEqual(['cancelled', 'met']);
  });
});
