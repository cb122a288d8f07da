import { type Place, startStage, suit } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let place: Place;
beforeAll(async () => {
  stage = await startStage();
  await stage.onDay();
  place = await stage.register('eu.dsa');
}, 60_000);
afterAll(() => stage?.app.close());

const hour = 3_600_000;

describe('Regulation (EU) 2022/2065', () => {
  it('receipt is confirmed within 24 hours and decided within 7 days; a decision does both (DSA 16(4), 16(5))', async () => {
    const matter = await stage.served(place);
    const [confirm, decide] = [await stage.clock(matter, 'eu.dsa.confirm'), await stage.clock(matter, 'eu.dsa.decide')];
    expect(Date.parse(confirm.dueAt) - Date.parse(confirm.startedAt)).toBe(24 * hour);
    expect(decide).toMatchObject({ state: 'running', basis: 'assumption', dueAt: '2030-12-04T16:00:00Z' });
    await stage.post(place.platform, `/v1/notices/${matter.id}/acknowledgement`);
    expect(await stage.clock(matter, 'eu.dsa.confirm')).toMatchObject({ state: 'met' });
    expect(await stage.clock(matter, 'eu.dsa.decide')).toMatchObject({ state: 'running' });
    await stage.decide(matter, 'removed');
    expect(await stage.clock(matter, 'eu.dsa.decide')).toMatchObject({ state: 'met' });
    const other = await stage.served(place);
    await stage.decide(other, 'demoted');
    for (const rule of ['.confirm', '.decide']) expect(await stage.clock(other, rule)).toMatchObject({ state: 'met' });
  });

  it('knows no supplement: the platform decides on what was sent (DSA 16(6))', async () => {
    const matter = await stage.served(place);
    const asked = { elements: ['explanation'], message: '请补充说明' };
    expect(await stage.post(place.platform, `/v1/notices/${matter.id}/supplement-requests`, asked)).toMatchObject({
      status: 422,
      body: { code: 'supplement_not_allowed' },
    });
    expect(await stage.state(matter)).toBe('pending');
  });

  it.each([
    ['restored', 'restored'],
    ['removed', 'actioned'],
  ])('the platform itself rules on the objection of its user: %s (DSA 20(4))', async (outcome, state) => {
    const matter = await stage.served(place);
    await stage.decide(matter, 'removed');
    const { body } = await stage.counter(matter, { evidence: [], statements: {}, respondent: { name: 'Li Si' } });
    // no waiting for a suit, and nothing to be forwarded
    expect(body).toMatchObject({ state: 'received', item: { state: 'contested' } });
    expect(await stage.clock(matter, '.wait')).toBeUndefined();
    expect(await stage.post(place.platform, `/v1/counter-notices/${body.id}/forwarding`)).toMatchObject({
      status: 409,
    });
    expect((await stage.decide(matter, outcome)).status).toBe(200);
    expect(await stage.state(matter)).toBe(state);
    const read = await stage.app.by(place.platform).get(`/v1/counter-notices/${body.id}`);
    expect(read.body).toMatchObject({ state: 'decided', endedAt: expect.any(String) });
    // the objection was answered; a later one is another
    const again = await stage.counter(matter, { evidence: [], statements: {}, respondent: { name: 'Li Si' } });
    expect(again.status).toBe(state === 'actioned' ? 201 : 409);
  });

  it('an objection stays open until it is ruled on: time alone decides nothing (DSA 20)', async () => {
    const matter = await stage.served(place);
    await stage.decide(matter, 'removed');
    const { body } = await stage.counter(matter);
    await stage.app.advance('P60D');
    expect(await stage.state(matter)).toBe('contested');
    const proof = { ...suit, filedAt: await stage.now() };
    expect((await stage.post('rights', `/v1/items/${matter.itemId}/proceedings`, proof)).status).toBe(201);
    expect(await stage.state(matter)).toBe('contested');
    expect((await stage.app.by('rights').get(`/v1/counter-notices/${body.id}`)).status).toBe(404);
  });
});
