import { complaintAbout, pasted } from '../support/complaints.js';
import { counter, respondent, startStage, suit } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
}, 60_000);
afterAll(() => stage?.app.close());

const restore = (itemId: string) => stage.post('platform', `/v1/items/${itemId}/restoration`);
const reject = (id: string) =>
  stage.post('platform', `/v1/counter-notices/${id}/rejection`, { missing: ['identity'], note: '证件与账号不符' });
const hour = 3_600_000;
async function down(outcome = 'removed') {
  const matter = await stage.served('netdisk');
  expect((await stage.decide(matter, outcome)).status).toBe(200);
  return matter;
}

describe('信息网络传播权保护条例 第16、17条', () => {
  it('a valid statement restores at once: 24 hours run from its receipt by the platform (条例 第17条)', async () => {
    const matter = await down();
    const received = new Date(await stage.now()).toISOString();
    await stage.app.advance('PT5H');
    const { body } = await stage.counter(matter, { receivedAt: received, forward: false });
    expect(body).toMatchObject({ state: 'received', missing: [], item: { state: 'restore_due' } });
    const clock = await stage.clock(matter, 'cn.reg468.restore');
    expect(clock).toMatchObject({ state: 'running', owedBy: 'platform', basis: 'assumption' });
    expect(Date.parse(clock.dueAt)).toBe(Date.parse(received) + 24 * hour);
    expect((await restore(matter.itemId)).status).toBe(200);
    expect(await stage.clock(matter, 'cn.reg468.restore')).toMatchObject({ state: 'met' });
  });

  it('whoever does not restore within the 24 hours is in breach, and late when it does (条例 第17条)', async () => {
    const matter = await down();
    await stage.counter(matter);
    await stage.app.advance('PT24H');
    expect(await stage.clock(matter, '.restore')).toMatchObject({ state: 'breached' });
    const { body } = await stage.app.by('regulator').get('/v1/escalations?reason=restore_overdue');
    expect(body.data.map(({ subject }: any) => subject.id)).toContain(matter.id);
    expect((await restore(matter.itemId)).status).toBe(200);
    expect(await stage.clock(matter, '.restore')).toMatchObject({ state: 'late' });
  });

  it('what another rights holder keeps down is only released by it: nothing has to be restored, and no clock runs (条例 第17条)', async () => {
    const text = pasted.netdisk();
    const first = await stage.served('netdisk', { texts: [text] });
    const second = await stage.served('netdisk', { texts: [text], by: 'partner' });
    for (const matter of [first, second]) await stage.decide(matter, 'removed');
    expect((await stage.counter(first)).body).toMatchObject({ state: 'forwarded', item: { state: 'released' } });
    expect(await stage.clock(first, '.restore')).toBeUndefined();
    expect((await restore(first.itemId)).status).toBe(409);
    expect((await stage.counter(second)).body.item.state).toBe('restore_due');
    expect((await restore(second.itemId)).status).toBe(200);
    expect([await stage.state(first), await stage.state(second)]).toEqual(['restored', 'restored']);
  });

  it('a broken link may stay broken: no clock runs, and the platform keeps it or restores it (条例 第17条)', async () => {
    const [kept, back] = [await down('delinked'), await down('delinked')];
    for (const matter of [kept, back]) {
      expect((await stage.counter(matter)).body.item.state).toBe('restore_due');
      expect(await stage.clock(matter, '.restore')).toBeUndefined();
    }
    expect((await stage.decide(kept, 'delinked')).status).toBe(200);
    expect(await stage.state(kept)).toBe('actioned');
    expect((await restore(back.itemId)).status).toBe(200);
    const removed = await down();
    await stage.counter(removed);
    expect(await stage.decide(removed, 'delinked')).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  it('a suit does not stop the restoration; whoever wants the content down needs an order (条例 第17条)', async () => {
    const matter = await down();
    const early = { ...suit, filedAt: await stage.now() };
    expect((await stage.post('rights', `/v1/items/${matter.itemId}/proceedings`, early)).status).toBe(201);
    const { body } = await stage.counter(matter);
    expect(body.item.state).toBe('restore_due');
    expect(await stage.prove(matter, body.id, { number: '（2026）京0491民初2号' })).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', state: 'restore_due', detail: expect.stringContaining('第17条') },
    });
    expect(await stage.clock(matter, '.restore')).toMatchObject({ state: 'running' });
  });

  it('the statement goes to the rights holder within 24 hours, or the platform is in breach (条例 第17条)', async () => {
    const [matter, slow] = [await down(), await down()];
    const { body: first } = await stage.counter(matter, { forward: false });
    await stage.counter(slow, { forward: false });
    await restore(matter.itemId);
    expect((await stage.post('platform', `/v1/counter-notices/${first.id}/forwarding`)).status).toBe(200);
    expect(await stage.state(matter)).toBe('restored');
    await stage.app.advance('PT24H');
    expect(await stage.clock(matter, '.forward_counter')).toMatchObject({ state: 'met' });
    expect(await stage.clock(slow, '.forward_counter')).toMatchObject({ state: 'breached' });
  });

  it('a statement rejected for want of identity leaves the content down and ends its clocks (互联网著作权行政保护办法 第9、10条)', async () => {
    const matter = await down();
    const { body } = await stage.counter(matter, { forward: false });
    expect((await reject(body.id)).status).toBe(200);
    expect(await stage.item(matter)).toMatchObject({ state: 'actioned' });
    for (const rule of ['.restore', '.forward_counter'])
      expect(await stage.clock(matter, rule)).toMatchObject({ state: 'cancelled' });
    expect(await reject(body.id)).toMatchObject({ status: 409 });
    const better = await stage.counter(matter);
    expect(better).toMatchObject({ status: 201, body: { state: 'forwarded', item: { state: 'restore_due' } } });
    expect(await reject(better.body.id)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  it('an incomplete statement starts no clock, and is told exactly what it lacks, in Chinese and in English (条例 第16条)', async () => {
    const matter = await down();
    const incomplete = {
      ...counter,
      respondent: { name: respondent.name },
      evidence: [],
      statements: { accuracy: false },
      receivedAt: await stage.now(),
      forward: true,
    };
    const relay = (language: string) =>
      stage.app
        .by('platform')
        .post(`/v1/items/${matter.itemId}/counter-notices`, incomplete, { 'accept-language': language });
    const lacking = ['contact', 'address', 'proof', 'identity', 'truthfulness'];
    for (const [language, first] of [
      ['zh-CN', '缺少服务对象（用户）的联系方式'],
      ['en', 'A way to contact the user is missing'],
    ] as const) {
      const { status, body } = await relay(language);
      expect([status, body.state, body.missing]).toEqual([201, 'invalid', lacking]);
      expect(body.missingDetails[0]).toEqual({ element: 'contact', code: 'contact_missing', detail: first });
      expect(body.item.state).toBe('actioned');
    }
    for (const rule of ['.restore', '.forward_counter']) expect(await stage.clock(matter, rule)).toBeUndefined();
    expect((await stage.read(matter)).counterNotices).toEqual([]);
  });
});

describe('the second notice', () => {
  const file = (text: string, by: 'rights' | 'partner' = 'rights') =>
    stage.post(by, '/v1/complaints', complaintAbout([text]));
  async function restored(text: string) {
    const matter = await stage.served('netdisk', { texts: [text] });
    await stage.decide(matter, 'removed');
    await stage.counter(matter);
    expect((await restore(matter.itemId)).status).toBe(200);
  }

  it('of the same rights holder about what came back on a statement is refused, with the way to court or authority (条例 第17条)', async () => {
    const text = pasted.netdisk();
    await restored(text);
    const { status, body } = await file(text);
    expect([status, body.targets[0].outcome, body.notices]).toEqual([201, 'refused_second_notice', []]);
    expect(JSON.stringify(body.targets[0])).toMatch(/17/);
    expect(JSON.stringify(body.targets[0])).toMatch(/court|法院/);
  });

  it('of another rights holder, about another item, or after a restoration of the platform’s own motion is a notice (条例 第17条)', async () => {
    const text = pasted.netdisk();
    await restored(text);
    expect((await file(text, 'partner')).body.targets[0].outcome).toBe('served');
    expect((await file(pasted.netdisk())).body.targets[0].outcome).toBe('served');
    const own = pasted.netdisk();
    const matter = await stage.served('netdisk', { texts: [own] });
    await stage.decide(matter, 'removed');
    expect((await stage.decide(matter, 'restored', { note: '误判' })).status).toBe(200);
    expect((await file(own)).body.targets[0].outcome).toBe('served');
  });
});

describe('what is no counter-notice', () => {
  const receivedAt = async (hours: number) => new Date(Date.parse(await stage.now()) + hours * hour).toISOString();

  it.each([
    ['in the future', 1, 'out_of_range'],
    ['before the notice was served', -24 * 365, 'out_of_range'],
  ])('one received %s is refused (条例 第17条)', async (_when, hours, code) => {
    const matter = await down();
    expect(await stage.counter(matter, { receivedAt: await receivedAt(hours) })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/receivedAt', code }] },
    });
  });

  it.each(['2026-11-25T10:00:00', '2026-11-25', '25.11.2026', 'yesterday', 1764064800000, null])(
    'an instant without its offset says nothing about when the law begins to count: %j is refused',
    async (instant) => {
      const matter = await down();
      const { status, body } = await stage.counter(matter, { receivedAt: instant });
      expect([status, body.errors[0].pointer]).toEqual([422, '#/receivedAt']);
    },
  );

  it('an instant in another zone is the same instant, and is read as such', async () => {
    const matter = await down();
    const now = Date.parse(await stage.now());
    const inTokyo = `${new Date(now + 9 * hour).toISOString().slice(0, -1)}+09:00`;
    expect((await stage.counter(matter, { receivedAt: inTokyo })).status).toBe(201);
    expect(Date.parse((await stage.clock(matter, '.restore')).startedAt)).toBe(now);
  });

  it('a statement answers what was taken down, once at a time: not what is pending, and not twice (条例 第16条)', async () => {
    const pending = await stage.served('netdisk');
    expect(await stage.counter(pending)).toMatchObject({ status: 409, body: { state: 'pending' } });
    const matter = await down();
    expect((await stage.counter(matter)).status).toBe(201);
    expect(await stage.counter(matter)).toMatchObject({ status: 409, body: { state: 'restore_due' } });
    const racing = await down();
    const answers = await Promise.all(Array.from({ length: 6 }, () => stage.counter(racing)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('sent again under one Idempotency-Key it is one statement with one answer', async () => {
    const matter = await down();
    const body = { ...counter, receivedAt: await stage.now(), forward: true };
    const send = () =>
      stage.app
        .by('platform')
        .post(`/v1/items/${matter.itemId}/counter-notices`, body, { 'idempotency-key': matter.itemId });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(second.body).toEqual(first.body);
    expect((await stage.read(matter)).counterNotices).toHaveLength(1);
  });

  it('more than a hundred proofs, control characters and files of somebody else are refused with their place', async () => {
    const matter = await down();
    const file = new FormData();
    file.append('file', new Blob(['%PDF-1.4\n%%EOF'], { type: 'application/pdf' }), '授权书.pdf');
    const uploaded = await fetch(`${stage.app.url}/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.app.keys['rights@demo.test']}` },
      body: file,
    });
    const { id: fileId } = (await uploaded.json()) as { id: string };
    expect(uploaded.status).toBe(201);
    for (const [changes, pointer, code] of [
      [
        { evidence: Array.from({ length: 501 }, () => ({ kind: 'ownership', text: '证' })) },
        '#/evidence',
        'array_max_size',
      ],
      [{ statement: '声明\u0000' }, '#/statement', 'matches'],
      [{ statement: '声'.repeat(10_001) }, '#/statement', 'max_length'],
      [{ evidence: [{ kind: 'ownership', fileId }] }, '#/evidence/0/fileId', 'dangling_reference'],
      [{ evidence: [{ kind: 'ownership' }] }, '#/evidence/0', expect.any(String)],
      [{ reasonCode: 'because' }, '#/reasonCode', 'is_in'],
      [{ colour: 'red' }, '#/colour', 'unknown_field'],
    ] as const)
      expect(await stage.counter(matter, changes)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer, code }] },
      });
    expect(await stage.state(matter)).toBe('actioned');
  });

  it('markup in a statement is text: it is kept and shown as it was written (条例 第16条)', async () => {
    const matter = await down();
    const statement = '<script>alert(1)</script> & "引号" \u{1F600}\n第二行';
    const { body } = await stage.counter(matter, { statement });
    expect((await stage.app.by('rights').get(`/v1/counter-notices/${body.id}`)).body.statement).toBe(statement);
  });

  it('is relayed by the platform alone; strangers learn nothing of the item', async () => {
    const matter = await down();
    const body = { ...counter, receivedAt: await stage.now() };
    const path = `/v1/items/${matter.itemId}/counter-notices`;
    expect((await stage.app.by('rights').post(path, body)).status).toBe(403);
    expect((await stage.app.by('platform2').post(path, body)).status).toBe(404);
    expect((await stage.app.by('operator').post(path, body)).status).toBe(403);
    expect((await stage.app.with(null).post(path, body)).status).toBe(401);
    const nowhere = path.replace(matter.itemId, '019ab000-0000-7000-8000-000000000000');
    expect((await stage.app.by('platform').post(nowhere, body)).status).toBe(404);
    expect((await stage.app.by('platform').post('/v1/items/x/counter-notices', body)).status).toBe(404);
  });
});
