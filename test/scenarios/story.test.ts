import { startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
}, 60_000);
afterAll(() => stage?.app.close());

describe('the story of the second issue', () => {
  it('netdisk: restored at once, and the same holder may not notify the item again (条例 第17条)', async () => {
    const matter = await stage.served('netdisk', { texts: ['https://pan.baidu.com/s/1Story0Abcdefgh?pwd=60va'] });
    expect((await stage.decide(matter, 'removed')).status).toBe(200);
    const relayed = await stage.counter(matter);
    expect(relayed).toMatchObject({ status: 201, body: { state: 'forwarded', missing: [] } });
    expect(await stage.state(matter)).toBe('restore_due');
    expect(await stage.clock(matter, '.restore')).toMatchObject({ state: 'running', source: { article: '第17条' } });
    expect((await stage.post('platform', `/v1/items/${matter.itemId}/restoration`)).status).toBe(200);
    expect(await stage.item(matter)).toMatchObject({ state: 'restored', allowedActions: [] });
  });

  it('taobao: forwarded, 15 days run from the arrival, a suit on day 9 keeps the listing down (电子商务法 第43条)', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'delisted');
    const { body } = await stage.counter(matter);
    expect(body).toMatchObject({ state: 'forwarded', item: { state: 'waiting' }, deadline: { rule: 'cn.ecl.wait' } });
    await stage.app.advance('P9D');
    const proof = await stage.prove(matter, body.id);
    expect(proof).toMatchObject({ status: 201, body: { item: { state: 'held' } } });
    expect(await stage.clock(matter, '.wait')).toMatchObject({ state: 'met' });
    await stage.app.advance('P30D');
    expect(await stage.state(matter)).toBe('held');
  });

  it('taobao: a proof after the last day is kept and late, and the listing comes back', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'delisted');
    const { body } = await stage.counter(matter);
    const { dueAt } = await stage.clock(matter, '.wait');
    const moved = await stage.until(dueAt);
    expect(moved).toMatchObject({ restorations: 1 });
    expect(await stage.state(matter)).toBe('restore_due');
    const late = await stage.prove(matter, body.id);
    expect(late).toMatchObject({ status: 409, body: { code: 'wait_over', state: 'restore_due' } });
    expect(await stage.prove(matter, body.id)).toMatchObject({ status: 409, body: { code: 'wait_over' } });
    expect((await stage.read(matter)).proceedings).toMatchObject([{ counts: false }]);
    expect(await stage.clock(matter, '.restore')).toMatchObject({ rule: 'cn.ecl.restore', state: 'running' });
    expect((await stage.post('platform3', `/v1/items/${matter.itemId}/restoration`)).status).toBe(200);
    expect(await stage.state(matter)).toBe('restored');
  });
});
