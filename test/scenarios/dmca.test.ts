import { type Place, startStage, suit } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let place: Place;
beforeAll(async () => {
  stage = await startStage();
  await stage.onDay('2030-11-27T15:00:00Z');
  place = await stage.register('us.dmca');
}, 60_000);
afterAll(() => stage?.app.close());

const restore = (itemId: string) => stage.post(place.platform, `/v1/items/${itemId}/restoration`);
async function countered(changes: object = {}) {
  const matter = await stage.served(place);
  expect((await stage.decide(matter, 'removed')).status).toBe(200);
  const { body } = await stage.counter(matter, changes);
  return { matter, counter: body };
}

describe('17 USC 512(g)', () => {
  it('not before 10 and not after 14 business days from the receipt of the counter-notification, Thanksgiving left out (512(g)(2)(C))', async () => {
    const { matter, counter } = await countered();
    expect(counter).toMatchObject({ state: 'forwarded', missing: [], item: { state: 'waiting' } });
    const [wait, due] = [await stage.clock(matter, 'us.dmca.wait'), await stage.clock(matter, 'us.dmca.restore')];
    // received on Wednesday, 27 November 2030; the 28th is Thanksgiving: days 1 to 10 end with Thursday, 12 December
    expect(wait).toMatchObject({ dueAt: '2030-12-13T05:00:00Z', state: 'running', basis: 'statutory' });
    expect(wait.skipped).toContainEqual({ date: '2030-11-28', reason: '感恩节' });
    expect(due).toMatchObject({ dueAt: '2030-12-19T05:00:00Z', notBeforeAt: wait.dueAt, state: 'running' });
    expect(due.source).toMatchObject({ article: expect.stringContaining('(g)(2)(C)') });
  });

  it('the days are counted from the platform’s receipt, however late it forwards (512(g)(2)(C))', async () => {
    const { matter, counter } = await countered({ forward: false });
    const before = await stage.clock(matter, 'us.dmca.wait');
    expect(counter).toMatchObject({ state: 'received', item: { state: 'contested' } });
    await stage.app.advance('P2D');
    expect((await stage.post(place.platform, `/v1/counter-notices/${counter.id}/forwarding`)).status).toBe(200);
    expect(await stage.clock(matter, 'us.dmca.wait')).toMatchObject({ dueAt: before.dueAt, state: 'running' });
    expect(await stage.state(matter)).toBe('waiting');
  });

  it('an early restoration is refused: the ten days are not the platform’s to give away (512(g)(2)(C))', async () => {
    const { matter } = await countered();
    expect(await restore(matter.itemId)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', state: 'waiting' },
    });
    const { matter: other } = await countered({ forward: false });
    expect(await restore(other.itemId)).toMatchObject({ status: 409, body: { state: 'contested' } });
  });

  it('notice of an action in court stops both clocks and keeps the material down (512(g)(2)(C))', async () => {
    const { matter, counter } = await countered();
    const proof = await stage.prove(matter, counter.id, { number: '1:26-cv-01234', authority: 'S.D.N.Y.' });
    expect(proof).toMatchObject({ status: 201, body: { item: { state: 'held' } } });
    expect(await stage.clock(matter, 'us.dmca.wait')).toMatchObject({ state: 'met' });
    expect(await stage.clock(matter, 'us.dmca.restore')).toMatchObject({ state: 'cancelled' });
  });

  it('a complaint to an authority is no action in court and stops nothing (512(g)(2)(C))', async () => {
    const { matter, counter } = await countered();
    expect(await stage.prove(matter, counter.id, { kind: 'complaint' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/kind', code: 'not_sufficient' }] },
    });
    expect(await stage.state(matter)).toBe('waiting');
  });

  it('a counter-notification without perjury statement, consent to jurisdiction and signature is not effective (512(g)(3))', async () => {
    const { matter, counter } = await countered({ statements: { accuracy: true } });
    expect(counter).toMatchObject({ state: 'invalid', item: { state: 'actioned' }, deadline: null });
    expect(counter.missing.sort()).toEqual(['jurisdiction', 'perjury', 'signature']);
    expect(await stage.clock(matter, 'us.dmca.wait')).toBeUndefined();
  });

  it('after ten business days the material is due back, and restored by the fourteenth it is in time (512(g)(2)(C))', async () => {
    const { matter, counter } = await countered();
    await stage.until((await stage.clock(matter, 'us.dmca.wait')).dueAt);
    expect(await stage.state(matter)).toBe('restore_due');
    expect(await stage.clock(matter, 'us.dmca.restore')).toMatchObject({ state: 'running' });
    expect(await stage.prove(matter, counter.id)).toMatchObject({ status: 409, body: { code: 'wait_over' } });
    expect((await restore(matter.itemId)).status).toBe(200);
    expect(await stage.clock(matter, 'us.dmca.restore')).toMatchObject({ state: 'met' });
  });

  it('a platform that never forwards delays nothing: the material is due back all the same (512(g)(2)(C))', async () => {
    const { matter, counter } = await countered({ forward: false });
    const { dueAt } = await stage.clock(matter, 'us.dmca.restore');
    await stage.until((await stage.clock(matter, 'us.dmca.wait')).dueAt);
    expect(await stage.state(matter)).toBe('restore_due');
    expect(await stage.clock(matter, 'us.dmca.forward_counter')).toMatchObject({ state: 'breached' });
    expect((await stage.post(place.platform, `/v1/counter-notices/${counter.id}/forwarding`)).status).toBe(200);
    expect(await stage.clock(matter, 'us.dmca.forward_counter')).toMatchObject({ state: 'late' });
    expect(await stage.state(matter)).toBe('restore_due');
    await stage.until(dueAt);
    expect(await stage.clock(matter, 'us.dmca.restore')).toMatchObject({ state: 'breached' });
    expect((await restore(matter.itemId)).status).toBe(200);
    expect(await stage.clock(matter, 'us.dmca.restore')).toMatchObject({ state: 'late' });
  });

  it('a suit notified before the counter-notification keeps the material down and leaves nothing to restore (512(g)(2)(C))', async () => {
    const matter = await stage.served(place);
    await stage.decide(matter, 'removed');
    const early = { ...suit, filedAt: await stage.now() };
    expect((await stage.post('rights', `/v1/items/${matter.itemId}/proceedings`, early)).status).toBe(201);
    const { body } = await stage.counter(matter);
    expect(body).toMatchObject({ state: 'forwarded', item: { state: 'held' } });
    expect(await stage.clock(matter, 'us.dmca.restore')).toBeUndefined();
    await stage.app.advance('P30D');
    expect(await stage.state(matter)).toBe('held');
  });

  it('a suit that is lost before the statement was forwarded leaves nothing that keeps the material down (512(g)(2)(C))', async () => {
    const { matter, counter } = await countered({ forward: false });
    const proof = { ...suit, filedAt: await stage.now() };
    const { body } = await stage.post('rights', `/v1/items/${matter.itemId}/proceedings`, proof);
    expect(body.item.state).toBe('contested');
    const ended = await stage.post('rights', `/v1/proceedings/${body.id}/end`, { result: 'lost', note: '驳回起诉' });
    expect(ended.status).toBe(200);
    expect(await stage.state(matter)).toBe('restore_due');
    expect((await stage.post(place.platform, `/v1/counter-notices/${counter.id}/forwarding`)).status).toBe(200);
    expect((await restore(matter.itemId)).status).toBe(200);
  });
});
