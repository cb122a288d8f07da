import { complaintAbout, pasted } from '../support/complaints.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { startReceiver } from '../support/receiver.js';

describe('the main job', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  it('takes one complaint to every platform, through acknowledgement and decision, to the regulator', async () => {
    const receiver = await startReceiver();
    const endpoint = await app
      .by('platform2')
      .post('/v1/webhook-endpoints', { url: receiver.url, events: ['notice.served'] });
    expect(endpoint.status).toBe(201);

    const filedAt = performance.now();
    const filed = await app
      .by('rights')
      .post(
        '/v1/complaints',
        complaintAbout([pasted.netdisk(), pasted.douyin(), pasted.taobao(), pasted.unknown(), '提取码 60va']),
      );
    expect(filed.status).toBe(201);
    expect(filed.body).toMatchObject({ state: 'filed', deficiencies: [] });
    expect(filed.body.targets.map((target: { outcome: string }) => target.outcome)).toEqual([
      'served',
      'served',
      'served',
      'unrouted',
      'unreadable',
    ]);
    expect(
      filed.body.notices.map((notice: any) => [notice.platform.name, notice.regime, notice.nextDeadline.rule]),
    ).toEqual([
      ['百度网盘', 'cn.reg468', 'cn.netdisk.takedown'],
      ['抖音', 'cn.reg468', 'cn.reg468.takedown'],
      ['淘宝', 'cn.ecl', expect.any(String)],
    ]);

    const delivery = await eventually(async () => receiver.requests[0], 3);
    expect(performance.now() - filedAt).toBeLessThan(3_000);
    expect(receiver.verify(endpoint.body.secret, delivery)).toMatchObject({ type: 'notice.served' });

    for (const account of ['platform2', 'platform3'] as const) {
      const { body: inbox } = await app.by(account).get('/v1/notices');
      const [entry] = inbox.data;
      const acknowledged = await app.by(account).post(`/v1/notices/${entry.id}/acknowledgement`, { reference: 'T-1' });
      expect(acknowledged.status).toBe(200);
      const { body: notice } = await app.by(account).get(`/v1/notices/${entry.id}`);
      const outcome = account === 'platform3' ? 'delisted' : 'removed';
      const decided = await app
        .by(account)
        .post(`/v1/notices/${entry.id}/decisions`, { decisions: [{ itemId: notice.items[0].id, outcome }] });
      expect(decided.status).toBe(200);
      expect(decided.body).toMatchObject({ state: 'decided', outcome: 'upheld' });
    }

    const moved = await app.advance('PT25H');
    expect(moved).toMatchObject({ escalations: 1 });
    const silent = filed.body.notices[0];
    const { body: log } = await app.by('rights').get(`/v1/notices/${silent.id}/events`);
    const marks = log.data
      .filter((event: any) => event.data.rule === 'cn.netdisk.takedown')
      .map((event: any) => [event.type, event.data.percent]);
    expect(marks).toEqual([
      ['deadline.reminder', 50],
      ['deadline.reminder', 80],
      ['deadline.breached', 100],
    ]);

    const { body: queue } = await app.by('regulator').get('/v1/escalations');
    expect(queue.data).toHaveLength(1);
    expect(queue.data[0]).toMatchObject({
      state: 'open',
      reasons: ['takedown_overdue'],
      subject: { id: silent.id },
      basis: 'departmental',
    });
    const { body: escalation } = await app.by('regulator').get(`/v1/escalations/${queue.data[0].id}`);
    expect(escalation.packet.service).toMatchObject({ how: 'inbox', servedAt: filed.body.receivedAt });
    await receiver.close();
  });

  it('tells the operator who might answer: platforms under the same registered domain', async () => {
    const [related, alone] = ['https://films-of-somebody.qq.com/play/1', pasted.unknown()];
    await app.by('rights').post('/v1/complaints', complaintAbout([related, alone]));
    const { body: queue } = await app.by('operator').get('/v1/unrouted-targets?limit=200');
    const waiting = (raw: string) => queue.data.find((target: any) => target.raw === raw);
    expect(waiting(alone)).toMatchObject({ complaintNumber: expect.stringMatching(/^TS-/), candidates: [] });
    const { candidates } = waiting(related);
    expect(candidates).toHaveLength(5);
    expect(candidates).toContainEqual({ id: expect.any(String), slug: 'qq-music', name: 'QQ音乐', host: 'y.qq.com' });
  });

  it('serves what an operator assigns, from the moment of the assignment', async () => {
    const text = pasted.unknown();
    const filed = await app.by('rights').post('/v1/complaints', complaintAbout([text]));
    expect(filed.body).toMatchObject({ state: 'filed', notices: [], targets: [{ outcome: 'unrouted' }] });
    const { body: queue } = await app.by('operator').get('/v1/unrouted-targets?limit=200');
    const waiting = queue.data.find((target: any) => target.raw === text);
    const { body: platforms } = await app.by('operator').get('/v1/platforms?q=百度网盘');
    const assigned = await app
      .by('operator')
      .post(`/v1/unrouted-targets/${waiting.id}/assignment`, { platformId: platforms.data[0].id });
    expect(assigned).toMatchObject({ status: 200, body: { outcome: 'served' } });
    const again = await app
      .by('operator')
      .post(`/v1/unrouted-targets/${waiting.id}/assignment`, { platformId: platforms.data[0].id });
    expect(again).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    const { body: notice } = await app.by('platform').get(`/v1/notices/${assigned.body.noticeId}`);
    expect(notice).toMatchObject({ state: 'served', items: [{ state: 'pending', target: { raw: text } }] });
  });
});
