import { type Client, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

describe('tenants never see each other', () => {
  let app: TestApp;
  let notice: { id: string; itemId: string; complaintId: string };
  let foreign: Client[];

  beforeAll(async () => {
    app = await startTestApp({ worker: false });
    const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
    notice = { id: body.notices[0].id, itemId: body.targets[0].itemId, complaintId: body.id };
    foreign = [app.by('platform2'), app.by('partner'), app.by('regulator'), app.by('national')];
  });
  afterAll(() => app?.close());

  it('what belongs to others does not exist: 404 on reading, to other platforms, holders and regulators it did not reach', async () => {
    for (const client of foreign) {
      for (const path of [`/v1/notices/${notice.id}`, `/v1/notices/${notice.id}/events`])
        expect((await client.get(path)).status).toBe(404);
      expect((await client.get('/v1/notices')).body.data).toEqual([]);
    }
    expect((await app.by('partner').get(`/v1/complaints/${notice.complaintId}`)).status).toBe(404);
    expect((await app.by('platform').get(`/v1/complaints/${notice.complaintId}`)).status).toBe(403);
  });

  it('nor does it for acting: another platform neither acknowledges, decides, forwards, claims, notes nor restores', async () => {
    const other = app.by('platform2');
    const decisions = [{ itemId: notice.itemId, outcome: 'removed' }];
    const at = new Date().toISOString();
    const answers = [
      await other.post(`/v1/notices/${notice.id}/acknowledgement`),
      await other.post(`/v1/notices/${notice.id}/decisions`, { decisions }),
      await other.post(`/v1/notices/${notice.id}/forwarding`, { method: 'message', at }),
      await other.post(`/v1/notices/${notice.id}/claim`),
      await other.post(`/v1/notices/${notice.id}/notes`, { text: 'x' }),
      await other.get(`/v1/notices/${notice.id}/notes`),
      await other.send('PUT', `/v1/notices/${notice.id}/assignee`, { memberId: 'me' }),
      await other.post(`/v1/items/${notice.itemId}/restoration`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const bulk = await other.post('/v1/decisions', { decisions });
    expect(bulk.body.results).toEqual([
      { itemId: notice.itemId, ok: false, state: null, problem: { code: 'not_found', detail: null } },
    ]);
    expect(
      (await app.by('partner').post(`/v1/complaints/${notice.complaintId}/withdrawal`, { reason: 'x' })).status,
    ).toBe(404);
    const { body } = await app.by('platform').get(`/v1/notices/${notice.id}`);
    expect(body).toMatchObject({ state: 'served', acknowledgedAt: null, items: [{ state: 'pending' }] });
  });

  it('an item of another notice cannot be slipped into a decision, nor a stranger made assignee', async () => {
    const { body: own } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.douyin()]));
    const slipped = await app.by('platform').post(`/v1/notices/${notice.id}/decisions`, {
      decisions: [{ itemId: own.targets[0].itemId, outcome: 'removed' }],
    });
    expect(slipped).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/decisions/0/itemId', code: 'unknown_item' }] },
    });
    const { body: me } = await (await app.signedIn('platform2')).get('/v1/me');
    const assigned = await app
      .by('platform')
      .send('PUT', `/v1/notices/${notice.id}/assignee`, { memberId: me.member.id });
    expect(assigned).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/memberId' }] } });
  });

  it('the platform reads names and contacts, of identity numbers the last four; notes and claims stay inside', async () => {
    const own = await app.signedIn('platform');
    await own.post(`/v1/notices/${notice.id}/notes`, { text: '内部意见' });
    await own.post(`/v1/notices/${notice.id}/claim`);
    await own.send('PUT', `/v1/notices/${notice.id}/assignee`, { memberId: 'me' });
    const { body: seen } = await own.get(`/v1/notices/${notice.id}`);
    expect(seen.parties.complainant).toMatchObject({ contact: '张三', idNumber: expect.stringMatching(/^\*+.{4}$/) });
    expect(seen).toMatchObject({ assignee: { name: '李四' }, claimedBy: { name: '李四' } });
    const outside = await app.by('rights').get(`/v1/notices/${notice.id}`);
    expect(JSON.stringify(outside.body)).not.toMatch(/李四|内部意见/);
    const { body: log } = await app.by('rights').get(`/v1/notices/${notice.id}/events`);
    expect(log.data.map((event: { type: string }) => event.type)).toEqual(['notice.served']);
    expect((await app.by('rights').get(`/v1/notices/${notice.id}/notes`)).status).toBe(403);
  });
});
