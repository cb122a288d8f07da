import { startStage, suit } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
  await stage.onDay();
}, 60_000);
afterAll(() => stage?.app.close());

const restore = (itemId: string) => stage.post('platform3', `/v1/items/${itemId}/restoration`);
const end = (proceedingId: string, result: string) =>
  stage.post('rights', `/v1/proceedings/${proceedingId}/end`, { result, note: '（2026）京0491民初12345号' });
async function countered(changes: object = {}) {
  const matter = await stage.served('taobao');
  expect((await stage.decide(matter, 'delisted')).status).toBe(200);
  const { status, body } = await stage.counter(matter, changes);
  expect(status).toBe(201);
  return { matter, counter: body };
}
async function held() {
  const { matter, counter } = await countered();
  const { body } = await stage.prove(matter, counter.id);
  expect(body.item.state).toBe('held');
  return { matter, counter, proofId: body.id as string };
}

describe('the wait of 15 days (电子商务法 第43条)', () => {
  it('begins with the arrival of the forwarded statement, not with its receipt by the platform (电子商务法 第43条)', async () => {
    const { matter, counter } = await countered({ forward: false });
    expect(counter).toMatchObject({ state: 'received', item: { state: 'contested' } });
    expect(await stage.clock(matter, '.wait')).toBeUndefined();
    expect(counter.deadlines.find(({ rule }: any) => rule === 'cn.ecl.forward_counter')).toMatchObject({
      state: 'running',
    });
    await stage.app.advance('PT3H');
    const { body } = await stage.post('platform3', `/v1/counter-notices/${counter.id}/forwarding`);
    expect(body.arrivedAt).toBe(body.forwardedAt);
    expect(await stage.clock(matter, '.wait')).toMatchObject({
      startedAt: body.arrivedAt,
      state: 'running',
      owedBy: 'complainant',
      source: { article: '第43条' },
      basis: 'statutory',
      dueAt: '2030-12-12T16:00:00Z',
    });
    const again = await stage.post('platform3', `/v1/counter-notices/${counter.id}/arrival`);
    expect(again.body.arrivedAt).toBe(body.arrivedAt);
  });

  it('a platform that accepts the statement may restore before it forwards; once forwarded, the 15 days are the rights holder’s (电子商务法 第43条)', async () => {
    const { matter } = await countered({ forward: false });
    expect((await restore(matter.itemId)).status).toBe(200);
    expect(await stage.state(matter)).toBe('restored');
    const { matter: waiting } = await countered();
    expect(await restore(waiting.itemId)).toMatchObject({ status: 409, body: { state: 'waiting' } });
  });

  it('a proof that is on record before any statement holds the listing as soon as it is forwarded (电子商务法 第43条)', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'removed');
    const proof = { ...suit, filedAt: await stage.now() };
    const recorded = await stage.post('rights', `/v1/items/${matter.itemId}/proceedings`, proof);
    expect(recorded).toMatchObject({ status: 201, body: { item: { state: 'actioned' } } });
    expect((await stage.counter(matter, { forward: false })).body.item.state).toBe('contested');
    const [relayed] = (await stage.app.by('platform3').get(`/v1/notices/${matter.id}`)).body.counterNotices;
    expect((await stage.post('platform3', `/v1/counter-notices/${relayed.id}/forwarding`)).status).toBe(200);
    expect(await stage.state(matter)).toBe('held');
    expect(await stage.clock(matter, '.wait')).toBeUndefined();
  });

  it('ends with a proof; the suit is won: the listing stays down and the statement is answered (电子商务法 第43条)', async () => {
    const { matter, counter, proofId } = await held();
    expect((await end(proofId, 'won')).status).toBe(200);
    expect(await stage.item(matter)).toMatchObject({ state: 'actioned', counterNoticeId: null });
    expect((await stage.app.by('rights').get(`/v1/counter-notices/${counter.id}`)).body.state).toBe('closed');
    expect(await end(proofId, 'lost')).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  });

  it.each(['lost', 'withdrawn'])(
    'a suit that was %s lets the listing come back, by a clock of one working day (电子商务法 第43条)',
    async (result) => {
      const { matter, proofId } = await held();
      expect((await end(proofId, result)).status).toBe(200);
      expect(await stage.clock(matter, '.restore')).toMatchObject({ rule: 'cn.ecl.restore', state: 'running' });
      expect((await restore(matter.itemId)).status).toBe(200);
      expect(await stage.clock(matter, '.restore')).toMatchObject({ state: 'met' });
    },
  );

  it('of two proceedings the first is lost: the second still holds the listing, until it is lost too (电子商务法 第43条)', async () => {
    const { matter, counter, proofId } = await held();
    const second = await stage.prove(matter, counter.id, {
      kind: 'complaint',
      number: '京版举〔2026〕7号',
      authority: '北京市版权局',
    });
    expect(second.status).toBe(201);
    await end(proofId, 'lost');
    expect(await stage.state(matter)).toBe('held');
    expect(await stage.clock(matter, '.restore')).toBeUndefined();
    await end(second.body.id, 'withdrawn');
    expect(await stage.state(matter)).toBe('restore_due');
  });

  it('one proceeding is proved once: the same number again is told which it is (电子商务法 第43条)', async () => {
    const { matter, counter, proofId } = await held();
    expect(await stage.prove(matter, counter.id)).toMatchObject({
      status: 409,
      body: { code: 'already_exists', existing: { id: proofId } },
    });
  });
});

describe('what is no proof', () => {
  it('a suit of tomorrow, without a number, of an unknown kind or with a file of somebody else is refused with its place (电子商务法 第43条)', async () => {
    const { matter, counter } = await countered();
    const tomorrow = new Date(Date.parse(await stage.now()) + 86_400_000).toISOString();
    for (const [changes, pointer, code] of [
      [{ filedAt: tomorrow }, '#/filedAt', 'in_the_future'],
      [{ filedAt: '2026-11-25 10:00' }, '#/filedAt', expect.any(String)],
      [{ number: '' }, '#/number', 'min_length'],
      [{ number: '号'.repeat(201) }, '#/number', 'max_length'],
      [{ authority: '法院\u0000' }, '#/authority', 'matches'],
      [{ kind: 'letter' }, '#/kind', 'is_in'],
      [{ fileId: matter.itemId }, '#/fileId', 'dangling_reference'],
    ] as const)
      expect(await stage.prove(matter, counter.id, changes)).toMatchObject({
        status: 422,
        body: { errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]) },
      });
    expect(await stage.state(matter)).toBe('waiting');
    expect((await stage.read(matter)).proceedings).toEqual([]);
  });

  it('the rights holder alone brings it, and for strangers there is nothing to prove (电子商务法 第43条)', async () => {
    const { matter, counter, proofId } = await held();
    const body = { ...suit, number: '（2026）京0491民初9号', filedAt: await stage.now() };
    for (const path of [`/v1/counter-notices/${counter.id}/proceedings`, `/v1/items/${matter.itemId}/proceedings`]) {
      expect((await stage.post('platform3', path, body)).status).toBe(403);
      expect((await stage.post('partner', path, body)).status).toBe(404);
    }
    const ended = { result: 'lost', note: '驳回' };
    expect((await stage.post('partner', `/v1/proceedings/${proofId}/end`, ended)).status).toBe(404);
    expect((await stage.post('rights', `/v1/proceedings/${counter.id}/end`, ended)).status).toBe(404);
    expect((await stage.post('rights', `/v1/proceedings/${proofId}/end`, { ...ended, result: 'drawn' })).status).toBe(
      422,
    );
    expect(await stage.state(matter)).toBe('held');
  });

  it('sent again under one Idempotency-Key it is recorded once; two at one instant are one proceeding (电子商务法 第43条)', async () => {
    const { matter, counter } = await countered();
    const body = { ...suit, filedAt: await stage.now() };
    const send = () =>
      stage.app
        .by('rights')
        .post(`/v1/counter-notices/${counter.id}/proceedings`, body, { 'idempotency-key': counter.id });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    const { matter: other, counter: statement } = await countered();
    const racing = await Promise.all([0, 1, 2].map(() => stage.prove(other, statement.id)));
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const each of [matter, other]) expect((await stage.read(each)).proceedings).toHaveLength(1);
  });
});

describe('the last day and more time', () => {
  it('can be extended with proof up to 20 working days from arrival, once later and never earlier (法释〔2020〕9号 第3条)', async () => {
    const { matter, counter } = await countered();
    const extend = (until: string) =>
      stage.post('rights', `/v1/counter-notices/${counter.id}/extensions`, { reason: '公证办理中', until });
    expect(await extend('2031-06-01T12:00:00+08:00')).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '#/until', code: 'beyond_cap', detail: expect.stringMatching(/20 working days.*法释〔2020〕9号/) },
        ],
      },
    });
    const longer = await extend('2030-12-18T12:00:00+08:00');
    expect(longer).toMatchObject({ status: 201, body: { dueAt: '2030-12-18T16:00:00Z' } });
    for (const shorter of ['2030-12-17T12:00:00+08:00', '2030-12-18T09:00:00+08:00', '2030-12-01T12:00:00+08:00'])
      expect(await extend(shorter)).toMatchObject({ status: 422, body: { errors: [{ code: 'not_later' }] } });
    expect(await stage.clock(matter, '.wait')).toMatchObject({ state: 'running', dueAt: longer.body.dueAt });
    // arrival on Wednesday, 27 November: the 20th working day is Wednesday, 25 December
    expect(await extend('2030-12-26T00:00:00+08:00')).toMatchObject({ status: 422 });
    expect(await extend('2030-12-25T23:59:00+08:00')).toMatchObject({ body: { dueAt: '2030-12-25T16:00:00Z' } });
    expect((await stage.post('platform3', `/v1/counter-notices/${counter.id}/extensions`, {})).status).toBe(403);
  });

  it('a last day in 元旦 rolls past the holiday: a proof on day 17 is still in time (民法典 第203条)', async () => {
    // arrival on 17 December: the 15th day is Wednesday, 1 January 2031; the holiday runs on into the weekend
    await stage.until('2030-12-17T02:00:00Z');
    const [{ matter, counter }, { matter: other, counter: late }] = [await countered(), await countered()];
    const wait = await stage.clock(matter, '.wait');
    expect(wait).toMatchObject({ nominalDueAt: '2031-01-01T16:00:00Z', dueAt: '2031-01-06T16:00:00Z', covered: true });
    expect(wait.skipped.map(({ date }: any) => date)).toEqual([1, 2, 3, 4, 5].map((day) => `2031-01-0${day}`));
    await stage.until('2031-01-03T08:00:00Z');
    expect(await stage.state(matter)).toBe('waiting');
    expect((await stage.prove(matter, counter.id)).status).toBe(201);
    await stage.until('2031-01-06T16:00:00Z');
    expect([await stage.state(matter), await stage.state(other)]).toEqual(['held', 'restore_due']);
    expect(await stage.prove(other, late.id)).toMatchObject({
      status: 409,
      body: { code: 'wait_over', waitEndedAt: '2031-01-06T16:00:00Z', state: 'restore_due' },
    });
    // what ends is ended within one working day (电子商务法 第43条)
    expect(await stage.clock(other, '.restore')).toMatchObject({ dueAt: '2031-01-08T16:00:00Z' });
  });

  it('a wait that is over cannot be extended any more (法释〔2020〕9号 第3条)', async () => {
    const { matter, counter } = await countered();
    await stage.until((await stage.clock(matter, '.wait')).dueAt);
    const asked = { reason: '公证办理中', until: '2031-01-29T12:00:00+08:00' };
    expect(await stage.post('rights', `/v1/counter-notices/${counter.id}/extensions`, asked)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', state: 'restore_due' },
    });
  });
});
