import { inTransaction } from '#database';
import { stopDeadlines } from '#deadlines';
import { newId } from '#kernel';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type DemoAccount, eventually, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.close());

/** A notice of one platform with as many items as texts, as its complainant filed it. */
async function served(texts: string[], by: DemoAccount = 'rights') {
  const { body } = await app.by(by).post('/v1/complaints', complaintAbout(texts));
  const itemIds = body.targets.map(({ itemId }: any) => itemId) as string[];
  return { complaintId: body.id as string, id: body.notices[0].id as string, itemIds };
}
const decide = (id: string, decisions: object[], account: DemoAccount = 'platform2', rest: object = {}) =>
  app.by(account).post(`/v1/notices/${id}/decisions`, { decisions, ...rest });
const read = async (id: string, account: DemoAccount = 'rights') =>
  (await app.by(account).get(`/v1/notices/${id}`)).body;
const states = (notice: any) => notice.items.map(({ state }: any) => state);
const clock = (notice: any, end: string) => notice.deadlines.find(({ rule }: any) => rule.endsWith(end));

describe('a decision', () => {
  it('is made for all listed items or for none, with a pointer to each that is wrong', async () => {
    const { id, itemIds } = await served([pasted.douyin(), pasted.douyin(), pasted.douyin()]);
    const foreign = await served([pasted.douyin()], 'partner');
    const refused = await decide(id, [
      { itemId: itemIds[0], outcome: 'removed' },
      { itemId: foreign.itemIds[0], outcome: 'removed' },
      { itemId: itemIds[0], outcome: 'removed' },
      { itemId: itemIds[1], outcome: 'refused' },
      { itemId: itemIds[2], outcome: 'removed', actedAt: '2001-01-01T00:00:00Z' },
    ]);
    expect(refused).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(refused.body.errors.map(({ pointer, code }: any) => [pointer, code])).toEqual([
      ['#/decisions/1/itemId', 'unknown_item'],
      ['#/decisions/2/itemId', 'repeated'],
      ['#/decisions/3/reasonCode', 'required'],
      ['#/decisions/4/actedAt', 'out_of_range'],
    ]);
    expect(states(await read(id))).toEqual(['pending', 'pending', 'pending']);
    expect(states(await read(foreign.id, 'partner'))).toEqual(['pending']);
    const log = await app.by('rights').get(`/v1/notices/${id}/events`);
    expect(log.body.data).toHaveLength(1);
  });

  it('of some items leaves the others open and the clock running; the last one ends it', async () => {
    const { id, itemIds } = await served([pasted.douyin(), pasted.douyin()]);
    const first = await decide(id, [{ itemId: itemIds[0], outcome: 'removed' }]);
    expect(first).toMatchObject({ status: 200, body: { state: 'served', outcome: null } });
    expect(clock(first.body, '.takedown')).toMatchObject({ state: 'running' });
    const last = await decide(id, [{ itemId: itemIds[1], outcome: 'refused', reasonCode: 'other', note: '已获授权' }]);
    expect(last).toMatchObject({ status: 200, body: { state: 'decided', outcome: 'partial' } });
    expect(clock(last.body, '.takedown')).toMatchObject({ state: 'met', remainingSeconds: null });
  });

  it('that does not suffice under the regime is refused', async () => {
    const netdisk = await served([pasted.netdisk()]);
    const insufficient = await decide(netdisk.id, [{ itemId: netdisk.itemIds[0], outcome: 'demoted' }], 'platform');
    expect(insufficient).toMatchObject({
      status: 422,
      body: { code: 'disposition_insufficient', errors: [{ pointer: '#/decisions/0/outcome' }] },
    });
    const goods = await served([pasted.taobao()]);
    const delisted = await decide(goods.id, [{ itemId: goods.itemIds[0], outcome: 'delisted' }], 'platform3');
    expect(delisted.status).toBe(200);
    expect(await decide(netdisk.id, [{ itemId: netdisk.itemIds[0], outcome: 'delisted' }], 'platform')).toMatchObject({
      body: { code: 'disposition_insufficient' },
    });
  });

  it('has one winner among twenty at once, and a clean 409 for the others', async () => {
    const { id, itemIds } = await served([pasted.douyin()]);
    const outcomes = ['removed', 'disabled', 'not_found'];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => decide(id, [{ itemId: itemIds[0], outcome: outcomes[n % 3] }])),
    );
    // whoever finds it "not found" opens the way to one revision, which is a decision of its own
    const first = answers.filter(({ status }) => status === 200);
    const log = (await app.by('rights').get(`/v1/notices/${id}/events`)).body.data;
    const decided = log.filter(({ type }: any) => type.startsWith('item.'));
    expect(first).toHaveLength(decided.length);
    expect(decided.filter(({ data }: any) => data.event !== 'revise')).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, body.code]).toEqual([409, 'wrong_state']);
      expect(body.errors[0].pointer).toBe('#/decisions/0/itemId');
    }
    expect(log.filter(({ type }: any) => type === 'notice.decided')).toHaveLength(1);
  });

  it('has one winner among twenty of the same kind', async () => {
    const { id, itemIds } = await served([pasted.douyin()]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => decide(id, [{ itemId: itemIds[0], outcome: 'removed' }])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
  });

  it('is corrected by a later one, and both stay in the log', async () => {
    const { id, itemIds } = await served([pasted.douyin()]);
    await decide(id, [{ itemId: itemIds[0], outcome: 'not_found' }]);
    const revised = await decide(id, [{ itemId: itemIds[0], outcome: 'removed' }]);
    expect(revised).toMatchObject({ status: 200, body: { items: [{ state: 'actioned', disposition: 'removed' }] } });
    expect(await decide(id, [{ itemId: itemIds[0], outcome: 'restored' }])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/decisions/0/note' }] },
    });
    const restored = await decide(id, [{ itemId: itemIds[0], outcome: 'restored', note: '误判' }]);
    expect(restored).toMatchObject({ status: 200, body: { outcome: 'restored', items: [{ state: 'restored' }] } });
    const log = (await app.by('rights').get(`/v1/notices/${id}/events`)).body.data;
    expect(log.filter(({ type }: any) => type.startsWith('item.')).map(({ data }: any) => data.event)).toEqual([
      'report_not_found',
      'revise',
      'restore_own_motion',
    ]);
  });

  it('after the due instant is late, and resolves the escalation', async () => {
    const { id, itemIds } = await served([pasted.netdisk()]);
    await app.advance('PT25H');
    expect(clock(await read(id), '.takedown')).toMatchObject({ state: 'breached' });
    const { body: queue } = await app.by('regulator').get('/v1/escalations?limit=200');
    const escalation = queue.data.find(({ subject }: any) => subject.id === id);
    expect(escalation).toMatchObject({ state: 'open', reasons: ['takedown_overdue'] });
    const decided = await decide(id, [{ itemId: itemIds[0], outcome: 'removed' }], 'platform');
    expect(clock(decided.body, '.takedown')).toMatchObject({ state: 'late' });
    await eventually(async () => {
      const { body } = await app.by('regulator').get(`/v1/escalations/${escalation.id}`);
      return body.state === 'resolved';
    }, 4);
  });

  it('received one millisecond before the due instant is in time, at the due instant late, whatever the sweep recorded', async () => {
    const [early, exact] = [await served([pasted.netdisk()]), await served([pasted.netdisk()])];
    await app.advance('PT25H');
    for (const [notice, shift, state] of [
      [early, -1, 'met'],
      [exact, 0, 'late'],
    ] as const) {
      const [{ due_at: dueAt }] = await app.database.query(
        `select due_at from deadlines where notice_id = $1 and kind = 'takedown' and state = 'breached'`,
        [notice.id],
      );
      const order = {
        noticeId: notice.id,
        subjectId: notice.id,
        kind: 'takedown',
        as: 'stopped',
        event: newId(),
      } as const;
      await inTransaction(app.database, (tx) => stopDeadlines(tx, new Date(dueAt.getTime() + shift), [order]));
      const { deadlines } = await read(notice.id);
      expect(clock({ deadlines }, '.takedown').state).toBe(state);
    }
  });
});

describe('decisions across notices', () => {
  it('stand by notice, with a result for every row in its place', async () => {
    const [good, bad] = [await served([pasted.douyin()]), await served([pasted.douyin(), pasted.douyin()])];
    const others = await served([pasted.netdisk()]);
    const nobody = newId();
    const { status, body } = await app.by('platform2').post('/v1/decisions', {
      decisions: [
        { itemId: bad.itemIds[0], outcome: 'removed' },
        { itemId: good.itemIds[0], outcome: 'removed' },
        { itemId: bad.itemIds[1], outcome: 'demoted' },
        { itemId: others.itemIds[0], outcome: 'removed' },
        { itemId: nobody, outcome: 'removed' },
      ],
    });
    expect(status).toBe(200);
    expect(body.results.map(({ itemId, ok, problem }: any) => [itemId, ok, problem?.code ?? null])).toEqual([
      [bad.itemIds[0], false, 'another_row_is_wrong'],
      [good.itemIds[0], true, null],
      [bad.itemIds[1], false, 'disposition_insufficient'],
      [others.itemIds[0], false, 'not_found'],
      [nobody, false, 'not_found'],
    ]);
    expect(body.results.slice(3).map(({ problem }: any) => problem.detail)).toEqual([null, null]);
    expect(states(await read(bad.id))).toEqual(['pending', 'pending']);
    expect(states(await read(others.id))).toEqual(['pending']);
  });

  it('are at most 500', async () => {
    const answer = await app.by('platform2').post('/v1/decisions', {
      decisions: Array.from({ length: 501 }, () => ({ itemId: newId(), outcome: 'removed' })),
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/decisions' }] } });
  });
});

describe('acknowledgement and forwarding', () => {
  it('keeps the first instant of acknowledgement and touches no statutory clock', async () => {
    const { id } = await served([pasted.douyin()]);
    const acknowledge = () => app.by('platform2').post(`/v1/notices/${id}/acknowledgement`, { reference: 'T-9' });
    const [first, second] = [await acknowledge(), await acknowledge()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    const many = await Promise.all(Array.from({ length: 10 }, acknowledge));
    expect(new Set(many.map(({ body }) => body.acknowledgedAt)).size).toBe(1);
    const notice = await read(id);
    expect(notice.state).toBe('acknowledged');
    expect(clock(notice, '.takedown').state).toBe('running');
    expect(clock(notice, 'sla.acknowledge').state).toBe('met');
    const log = (await app.by('rights').get(`/v1/notices/${id}/events`)).body.data;
    expect(log.filter(({ type }: any) => type === 'notice.acknowledged')).toHaveLength(1);
  });

  it('stops the clock of forwarding with the last item, and that of acknowledgement with the first', async () => {
    const { id, itemIds } = await served([pasted.douyin(), pasted.douyin()]);
    const { servedAt } = await read(id);
    const forward = (body: object) => app.by('platform2').post(`/v1/notices/${id}/forwarding`, body);
    const future = await forward({ method: 'message', at: '2999-01-01T00:00:00Z' });
    expect(future).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/at' }] } });
    expect(await forward({ method: 'message', at: servedAt, itemIds: [newId()] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/itemIds/0', code: 'unknown_item' }] },
    });
    expect((await forward({ method: 'message', at: servedAt, itemIds: [itemIds[0]] })).status).toBe(201);
    const half = await read(id);
    expect([clock(half, '.forward').state, clock(half, 'sla.acknowledge').state]).toEqual(['running', 'met']);
    expect((await forward({ method: 'publication', at: servedAt, itemIds: [itemIds[1]] })).status).toBe(201);
    const whole = await read(id);
    expect(clock(whole, '.forward').state).toBe('met');
    expect(clock(whole, '.takedown').state).toBe('running');
  });

  it('comes with a decision in one request', async () => {
    const { id, itemIds } = await served([pasted.douyin()]);
    const { servedAt } = await read(id);
    const forwarding = { method: 'message', at: servedAt };
    const decided = await decide(id, [{ itemId: itemIds[0], outcome: 'removed' }], 'platform2', { forwarding });
    expect(decided.status).toBe(200);
    expect(decided.body.deadlines.map(({ state }: any) => state)).toEqual(['met', 'met', 'met']);
    expect(decided.body).toMatchObject({ state: 'closed', outcome: 'upheld' });
  });
});
