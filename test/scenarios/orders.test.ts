import { type Matter, type Place, startStage } from './stage.js';
import type { DemoAccount } from '../support/app.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let cloud: Place;
beforeAll(async () => {
  stage = await startStage();
  cloud = await stage.register('cn.civil', {}, 'platform3');
}, 60_000);
afterAll(() => stage?.app.close());

let orders = 0;
const later = async (hours: number) => new Date(Date.parse(await stage.now()) + hours * 3_600_000).toISOString();
async function order(matter: Matter, direction: 'takedown' | 'restore', changes: object = {}, by?: DemoAccount) {
  return stage.post(by ?? matter.platform, `/v1/items/${matter.itemId}/orders`, {
    direction,
    issuer: '北京互联网法院',
    number: `（2026）京0491行保${++orders}号`,
    issuedAt: await stage.now(),
    ...changes,
  });
}
const lift = (id: string, by: DemoAccount = 'platform3') => stage.post(by, `/v1/orders/${id}/end`);
const restore = (matter: Matter) => stage.post(matter.platform, `/v1/items/${matter.itemId}/restoration`);
const withdraw = (matter: Matter) =>
  stage.post(matter.by, `/v1/complaints/${matter.complaintId}/withdrawal`, { reason: '和解' });
async function down(where: 'taobao' | Place = 'taobao', changes: Parameters<typeof stage.served>[1] = {}) {
  const matter = await stage.served(where, changes);
  expect((await stage.decide(matter, 'removed')).status).toBe(200);
  return matter;
}
const listing = () => `https://item.taobao.com/item.htm?id=77${Date.now()}${++orders}`;

describe('an order that a thing go down (law.md §1: it overrides every clock)', () => {
  it('holds what is down: the wait is cancelled, and only the end of the order lets it go', async () => {
    const matter = await down();
    const { body: counter } = await stage.counter(matter);
    const ordered = await order(matter, 'takedown');
    expect(ordered).toMatchObject({ status: 201, body: { item: { state: 'held' } } });
    expect(await stage.clock(matter, '.wait')).toMatchObject({ state: 'cancelled' });
    await stage.app.advance('P30D');
    expect(await stage.state(matter)).toBe('held');
    expect(await restore(matter)).toMatchObject({ status: 409, body: { state: 'held' } });
    expect((await lift(ordered.body.id)).status).toBe(200);
    // the 15 days went by under the order, and nobody sued: it comes back
    expect(await stage.state(matter)).toBe('restore_due');
    expect(await stage.clock(matter, '.restore')).toMatchObject({ rule: 'cn.ecl.restore', state: 'running' });
    expect((await restore(matter)).status).toBe(200);
    expect((await stage.app.by('rights').get(`/v1/counter-notices/${counter.id}`)).status).toBe(200);
  });

  it('leaves no room for a refusal or for less than taking it down', async () => {
    const matter = await stage.served(cloud);
    expect((await order(matter, 'takedown')).body.item.state).toBe('pending');
    for (const outcome of ['refused', 'forwarded_only', 'demoted'])
      expect(await stage.decide(matter, outcome, { reasonCode: 'licensed' })).toMatchObject(
        outcome === 'refused' ? { status: 409 } : { status: 422, body: { code: 'disposition_insufficient' } },
      );
    expect(await stage.state(matter)).toBe('pending');
    expect((await stage.decide(matter, 'removed')).status).toBe(200);
    expect(await stage.item(matter)).toMatchObject({ state: 'held', disposition: 'removed', holds: 2 });
  });

  it('asks again for what was refused: a takedown period begins; lifted without an act it is refused as before', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'refused', { reasonCode: 'licensed' });
    const { body } = await order(matter, 'takedown');
    expect(body.item.state).toBe('pending');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'running', subject: { kind: 'item' } });
    await lift(body.id);
    expect(await stage.item(matter)).toMatchObject({ state: 'refused', reasonCode: 'licensed' });
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'cancelled' });
  });

  it('does not wait for a supplement: what was asked of the complainant falls away, and the takedown runs on', async () => {
    const matter = await stage.served('taobao');
    const before = await stage.clock(matter, '.takedown');
    const asked = { elements: ['ownership'], message: '请补充权属证明' };
    expect((await stage.post('platform3', `/v1/notices/${matter.id}/supplement-requests`, asked)).status).toBe(201);
    const { body } = await order(matter, 'takedown');
    expect(body.item.state).toBe('pending');
    expect(await stage.clock(matter, 'sla.supplement')).toMatchObject({ state: 'cancelled' });
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'running', dueAt: before.dueAt });
    // lifted, the complaint is still to be answered
    await lift(body.id);
    expect(await stage.state(matter)).toBe('pending');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'running' });
    await order(matter, 'takedown');
    await stage.app.advance('P12D'); // longer than any supplement takes
    expect(await stage.state(matter)).toBe('pending');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'breached' });
    await stage.decide(matter, 'removed');
    expect(await stage.state(matter)).toBe('held');
  });

  it('makes a measure that left the content up insufficient: it goes down (民法典 第1195条)', async () => {
    const matter = await stage.served(cloud);
    await stage.decide(matter, 'forwarded_only');
    expect((await order(matter, 'takedown')).body.item.state).toBe('pending');
    expect(await stage.clock(matter, '.takedown')).toMatchObject({ state: 'running' });
    await stage.decide(matter, 'disabled');
    expect(await stage.state(matter)).toBe('held');
  });

  it('ends by the clock on its day: the item goes back to the complaint that it was down for', async () => {
    const matter = await down();
    const expiresAt = await later(48);
    const { body } = await order(matter, 'takedown', { expiresAt });
    expect(body.item.state).toBe('held');
    await stage.until(new Date(Date.parse(expiresAt) - 1000).toISOString());
    expect(await stage.state(matter)).toBe('held');
    await stage.until(expiresAt);
    expect(await stage.state(matter)).toBe('actioned');
    expect(await stage.clock(matter, '.restore')).toBeUndefined();
    expect(await lift(body.id)).toMatchObject({ status: 409, body: { state: 'ended' } });
    // the complaint is still answered by its user like any other
    expect((await stage.counter(matter)).body.state).toBe('forwarded');
  });

  it('ends by the clock on its day: what the order alone held comes back', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'not_found');
    await order(matter, 'takedown', { expiresAt: await later(24) });
    await stage.decide(matter, 'removed');
    expect(await stage.state(matter)).toBe('held');
    await stage.app.advance('P1D');
    expect(await stage.state(matter)).toBe('restore_due');
    expect(await stage.clock(matter, '.restore')).toMatchObject({ state: 'running' });
  });

  it('of two the first is lifted: the second still holds', async () => {
    const matter = await down();
    const [first, second] = [await order(matter, 'takedown'), await order(matter, 'takedown')];
    await lift(first.body.id);
    expect(await stage.state(matter)).toBe('held');
    await lift(second.body.id);
    expect(await stage.state(matter)).toBe('actioned');
  });

  it('counts as a hold: complaints fall one by one, and the thing comes back when the order falls too', async () => {
    const text = listing();
    const first = await down('taobao', { texts: [text] });
    const second = await down('taobao', { texts: [text], by: 'partner' });
    const { body } = await order(second, 'takedown');
    expect((await stage.item(second)).holds).toBe(3);
    await withdraw(first);
    expect(await stage.state(first)).toBe('released');
    await withdraw(second);
    expect(await stage.state(second)).toBe('released');
    expect((await restore(second)).status).toBe(409);
    await lift(body.id);
    expect([await stage.state(first), await stage.state(second)].sort()).toEqual(['released', 'restore_due']);
    const due = (await stage.state(second)) === 'restore_due' ? second : first;
    expect((await restore(due)).status).toBe(200);
    expect([await stage.state(first), await stage.state(second)]).toEqual(['restored', 'restored']);
  });

  it('brings down again what had come back', async () => {
    const matter = await down();
    await withdraw(matter);
    await restore(matter);
    expect((await order(matter, 'takedown')).body.item.state).toBe('pending');
    await stage.decide(matter, 'removed');
    expect(await stage.state(matter)).toBe('held');
  });
});

describe('an order that a thing come back (law.md §1)', () => {
  it('overrides the wait and a suit: the item is due to be restored at once', async () => {
    const [waiting, sued] = [await down(), await down()];
    await stage.counter(waiting);
    const { body } = await stage.counter(sued);
    await stage.prove(sued, body.id);
    for (const matter of [waiting, sued]) {
      expect((await order(matter, 'restore')).body.item.state).toBe('restore_due');
      expect((await stage.clock(matter, '.wait')).state).not.toBe('running');
      expect(await stage.clock(matter, '.restore')).toMatchObject({ state: 'running' });
      expect((await restore(matter)).status).toBe(200);
    }
  });

  it('changes nothing about what is up', async () => {
    const matter = await stage.served(cloud);
    expect(await order(matter, 'restore')).toMatchObject({ status: 409, body: { state: 'pending' } });
    await stage.decide(matter, 'forwarded_only');
    expect(await order(matter, 'restore')).toMatchObject({ status: 409 });
  });

  it('is not undone by a proof of a suit that comes after it, as a withdrawal is not', async () => {
    const matter = await down();
    const { body } = await stage.counter(matter);
    await order(matter, 'restore');
    expect(await stage.prove(matter, body.id)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    expect(await stage.state(matter)).toBe('restore_due');
    const withdrawn = await down();
    const { body: statement } = await stage.counter(withdrawn);
    await withdraw(withdrawn);
    expect((await stage.prove(withdrawn, statement.id)).status).toBe(409);
    expect(await stage.state(withdrawn)).toBe('restore_due');
  });
});

describe('who records an order, and what is none (law.md §1)', () => {
  it('a regulator records it on a matter that reached it, and on no other', async () => {
    const matter = await stage.served('netdisk');
    expect((await order(matter, 'takedown', {}, 'regulator')).status).toBe(404);
    await stage.app.advance('PT25H'); // overdue: the matter goes to the regulator
    const { status, body } = await order(matter, 'takedown', { issuer: '北京市版权局' }, 'regulator');
    expect([status, body.item.state]).toEqual([201, 'pending']);
    expect((await order(matter, 'takedown', {}, 'national')).status).toBe(404);
    expect((await lift(body.id, 'regulator')).status).toBe(200);
    expect((await lift(body.id, 'platform2')).status).toBe(404);
  });

  it('a rights holder records none, and strangers find nothing', async () => {
    const matter = await down();
    expect((await order(matter, 'takedown', {}, 'rights')).status).toBe(403);
    expect((await order(matter, 'takedown', {}, 'platform')).status).toBe(404);
    expect((await lift('019ab000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('one issued tomorrow, one that has ended, one without its offset and one sent twice are refused', async () => {
    const matter = await down();
    for (const [changes, pointer, code] of [
      [{ issuedAt: await later(1) }, '#/issuedAt', 'in_the_future'],
      [{ expiresAt: await stage.now() }, '#/expiresAt', 'in_the_past'],
      [{ issuedAt: '2026-11-25T10:00:00' }, '#/issuedAt', 'matches'],
      [{ direction: 'sideways' }, '#/direction', 'is_in'],
      [{ issuer: '法院\u0007' }, '#/issuer', 'matches'],
    ] as const)
      expect(await order(matter, 'takedown', changes)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer, code }] },
      });
    const number = '（2026）京0491行保一号';
    const first = await order(matter, 'takedown', { number });
    expect(await order(matter, 'takedown', { number })).toMatchObject({
      status: 409,
      body: { code: 'already_exists', existing: { id: first.body.id } },
    });
  });
});
