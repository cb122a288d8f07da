import { type Matter, startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
  await stage.onDay();
}, 60_000);
afterAll(() => stage?.app.close());

const ask = (matter: Matter, elements = ['ownership']) =>
  stage.post(matter.platform, `/v1/notices/${matter.id}/supplement-requests`, { elements, message: '请补充权属证明' });
const answer = (matter: Matter, body: object = { evidence: [{ kind: 'ownership', text: '国作登字-2025-I-2' }] }) =>
  stage.post('rights', `/v1/notices/${matter.id}/supplements`, body);

describe('补正 (条例 第14条, 互联网著作权行政保护办法 第8–10条)', () => {
  it('pauses a takedown counted in hours, which runs on with exactly what was left (关于规范网盘服务版权秩序的通知 四)', async () => {
    const matter = await stage.served('netdisk');
    const before = await stage.clock(matter, '.takedown');
    await stage.app.advance('PT5H');
    const asked = await ask(matter);
    expect(asked).toMatchObject({ status: 201, body: { deadline: { rule: 'sla.supplement', owedBy: 'complainant' } } });
    const { requestedAt } = asked.body;
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'paused' });
    await stage.app.advance('PT50H');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'paused' });
    expect((await answer(matter)).status).toBe(201);
    const after = await stage.clock(matter, '.takedown');
    const [{ from, until }] = after.pauses;
    expect([after.state, Date.parse(from)]).toEqual(['running', Date.parse(requestedAt)]);
    expect(Date.parse(after.dueAt) - Date.parse(until)).toBe(Date.parse(before.dueAt) - Date.parse(from));
    expect(await stage.clock(matter, 'sla.supplement')).toMatchObject({ state: 'met' });
    await stage.app.advance('PT20H');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'breached' });
  });

  it('pauses a takedown counted in working days by working days (电子商务法 第42条)', async () => {
    // Tuesday, 3 December 2030, 10:00: the third working day ends with Friday, the 6th
    await stage.until('2030-12-03T02:00:00Z');
    const matter = await stage.served('taobao');
    expect((await stage.clock(matter, '.takedown')).dueAt).toBe('2030-12-06T16:00:00Z');
    await stage.app.advance('P1D');
    await ask(matter);
    await stage.until('2030-12-07T02:00:00Z'); // a Saturday
    await answer(matter);
    // of Wednesday's pause two working days were left after Wednesday: Monday and Tuesday
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'running', dueAt: '2030-12-10T16:00:00Z' });
  });

  it('pauses the duty to tell the user as well, until nothing is awaited any more (条例 第15条)', async () => {
    const matter = await stage.served('netdisk', { count: 2 });
    await stage.app.advance('PT5H');
    await ask(matter);
    expect(await stage.clock(matter, '.forward')).toMatchObject({ state: 'paused' });
    await stage.app.advance('PT50H');
    // the platform decides without waiting for the answer: the user is to be told within what was left
    expect((await stage.decide(matter, 'removed')).status).toBe(200);
    expect(await stage.clock(matter, '.forward')).toMatchObject({ state: 'running' });
    await stage.app.advance('PT20H');
    expect(await stage.clock(matter, '.forward')).toMatchObject({ state: 'breached' });
    const at = await stage.now();
    await stage.post('platform', `/v1/notices/${matter.id}/forwarding`, { method: 'message', at });
    expect(await stage.clock(matter, '.forward')).toMatchObject({ state: 'late' });
  });

  it('is asked once a notice, and only for what the law requires (条例 第14条)', async () => {
    const matter = await stage.served('netdisk');
    for (const elements of [['good_faith'], ['ownership', 'explanation']])
      expect(await ask(matter, elements)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: expect.stringMatching(/^#\/elements\/[01]$/), code: 'not_required' }] },
      });
    expect(await ask(matter, ['colour'])).toMatchObject({ status: 422 });
    expect((await ask(matter)).status).toBe(201);
    expect(await ask(matter)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    await answer(matter);
    expect(await ask(matter)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('once a notice') },
    });
  });

  it('lapses by the clock after five working days: refused for want of proof, with the takedown ended', async () => {
    const matter = await stage.served('netdisk');
    const { body } = await ask(matter);
    await stage.until(body.deadline.dueAt);
    expect(await stage.item(matter)).toMatchObject({ state: 'refused', reasonCode: 'insufficient_proof' });
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'met' });
    expect((await stage.read(matter)).supplementRequest.lapsedAt).not.toBeNull();
    expect(await answer(matter)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    // the refusal of the clock is open to the appeal like any other
    expect((await stage.item(matter)).allowedActions).toContain('appeal');
  });

  it('does not keep the platform from deciding meanwhile, in time (电子商务法 第42条)', async () => {
    for (const [outcome, more] of [
      ['removed', {}],
      ['refused', { reasonCode: 'licensed' }],
      ['not_found', {}],
    ] as const) {
      const matter = await stage.served('taobao');
      await ask(matter);
      await stage.app.advance('P4D');
      expect((await stage.decide(matter, outcome, more)).status).toBe(200);
      expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'met' });
      expect(await stage.clock(matter, 'sla.supplement')).toMatchObject({ state: 'cancelled' });
      expect(await answer(matter)).toMatchObject({ status: 409 });
    }
  });

  it('does not pause the clock of a work on a warning list (重点作品版权保护预警名单)', async () => {
    const list = await stage.post('operator', '/v1/warning-lists', {
      year: 2030,
      batch: 9,
      publishedOn: '2030-11-20',
      title: '2030年度第九批重点作品版权保护预警名单',
      source: 'https://www.ncac.gov.cn/',
      works: [{ title: '预警之作', category: 'film' }],
    });
    expect(list.status).toBe(201);
    const matter = await stage.served('netdisk', { works: [{ ref: 'w1', title: '预警之作', category: 'film' }] });
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ rule: 'cn.warning_list.takedown' });
    expect((await ask(matter)).status).toBe(201);
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'running' });
    await stage.app.advance('PT4H');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'breached' });
    await answer(matter);
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'breached' });
  });

  it('an empty answer answers nothing, and it is the complainant’s alone', async () => {
    const matter = await stage.served('netdisk');
    expect(await answer(matter)).toMatchObject({ status: 409 });
    await ask(matter);
    expect(await answer(matter, {})).toMatchObject({ status: 422, body: { errors: [{ code: 'required' }] } });
    expect((await stage.post('partner', `/v1/notices/${matter.id}/supplements`, { message: '见附件' })).status).toBe(
      404,
    );
    expect((await stage.post('platform', `/v1/notices/${matter.id}/supplements`, { message: '见附件' })).status).toBe(
      403,
    );
    expect(
      (
        await stage.post('platform2', `/v1/notices/${matter.id}/supplement-requests`, {
          elements: ['ownership'],
          message: '补',
        })
      ).status,
    ).toBe(404);
    expect((await answer(matter, { message: '见原件' })).status).toBe(201);
    const [first] = (await stage.read(matter)).supplements;
    expect(first.message).toBe('见原件');
  });
});
