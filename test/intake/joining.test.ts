import { complaintAbout, pasted } from '../support/complaints.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.close());

it('waits for a platform that has not joined, with no clock and unseen by it, and is served when the operator lets it join', async () => {
  const operator = app.by('operator');
  const filed = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.notJoined(), pasted.notJoined()]));
  expect(filed.body).toMatchObject({
    state: 'filed',
    targets: [{ outcome: 'awaiting_service' }, { outcome: 'awaiting_service' }],
    notices: [{ state: 'awaiting_service', nextDeadline: null, platform: { name: '芒果TV' } }],
  });
  const [{ id, platform }] = filed.body.notices;
  const { body: waiting } = await app.by('rights').get(`/v1/notices/${id}`);
  expect(waiting).toMatchObject({ servedAt: null, deadlines: [] });
  expect(waiting.items.map(({ state }: any) => state)).toEqual(['unserved', 'unserved']);

  await app.advance('P10D');
  expect((await app.by('rights').get(`/v1/notices/${id}`)).body).toMatchObject({
    state: 'awaiting_service',
    deadlines: [],
  });

  const organization = await operator.post('/v1/organizations', {
    kind: 'platform',
    name: '芒果TV',
    regionCode: '430000',
    owner: { email: 'mgtv@demo.test', name: '钱一' },
  });
  expect(organization.status).toBe(201);
  // the organization is known, but its inbox is not yet the designated system: still no service
  expect(
    await operator.send('PATCH', `/v1/platforms/${platform.id}`, { organizationId: organization.body.id }),
  ).toMatchObject({ status: 200 });
  const late = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.notJoined()]));
  expect(late.body.notices[0].state).toBe('awaiting_service');

  const { body: clock } = await operator.get('/v1/sandbox/clock');
  const joined = await operator.send('PATCH', `/v1/platforms/${platform.id}`, { joinedAt: clock.now });
  expect(joined.status).toBe(200);
  for (const noticeId of [id, late.body.notices[0].id]) {
    const served = await eventually(async () => {
      const { body } = await app.by('rights').get(`/v1/notices/${noticeId}`);
      return body.state === 'served' && body;
    });
    expect(served.servedAt >= clock.now).toBe(true);
    expect(new Set(served.items.map(({ state }: any) => state))).toEqual(new Set(['pending']));
    const takedown = served.deadlines.find(({ rule }: any) => rule.endsWith('.takedown'));
    expect(takedown).toMatchObject({ state: 'running', startedAt: served.servedAt });
    expect(Date.parse(takedown.dueAt) - Date.parse(served.servedAt)).toBe(24 * 3_600_000);
  }
  const { body: log } = await app.by('rights').get(`/v1/notices/${id}/events`);
  expect(log.data.map(({ type }: any) => type)).toEqual(['notice.awaiting_service', 'notice.served']);
  const next = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.notJoined()]));
  expect(next.body.notices[0]).toMatchObject({ state: 'served', nextDeadline: { rule: 'cn.reg468.takedown' } });
});

it('is withdrawn before it was served, and then never served', async () => {
  const text = 'https://www.bilibili.com/video/BV1xx411c7mD';
  const resolved = await app.by('operator').post('/v1/platforms/resolve', { texts: [text] });
  await app.by('operator').send('PATCH', `/v1/platforms/${resolved.body.targets[0].platform.id}`, { joinedAt: null });
  const filed = await app.by('rights').post('/v1/complaints', complaintAbout([text]));
  expect(filed.body.notices).toMatchObject([{ state: 'awaiting_service' }]);
  const withdrawn = await app.by('rights').post(`/v1/complaints/${filed.body.id}/withdrawal`, { reason: '误投' });
  expect(withdrawn).toMatchObject({ status: 200, body: { withdrawn: 1 } });
  const { body: notice } = await app.by('rights').get(`/v1/notices/${filed.body.notices[0].id}`);
  expect(notice).toMatchObject({
    outcome: 'withdrawn',
    servedAt: null,
    deadlines: [],
    items: [{ state: 'withdrawn' }],
  });
});
