import { inTransaction } from '#database';
import { calendarsInForce, isGreenChannel, overridesInForce, planDeadline, seedOverrides } from '#deadlines';
import { directorySnapshot } from '#directory';
import { newId } from '#kernel';
import { clockRule, termsFor, tierOf, zoneOfClock } from '#law';
import { type Client, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let operator: Client;
let platformId: string;
let partnerId: string;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  operator = app.by('operator');
  platformId = (await operator.get('/v1/platforms?q=taobao')).body.data[0].id;
  const [{ id }] = await app.database.query(
    `select organization_id as id from members where email = 'partner@demo.test'`,
  );
  partnerId = id;
}, 60_000);
afterAll(() => app.close());

const rule = 'cn.ecl.takedown';
const add = (changes: object = {}) =>
  operator.post('/v1/rule-overrides', {
    rule,
    scope: { platformId },
    length: 1,
    unit: 'working_day',
    reason: '剑网行动承诺书',
    ...changes,
  });
const pointers = ({ body }: { body: any }) => body.errors.map(({ pointer, code }: any) => `${pointer} ${code}`);
const start = '2027-03-01T10:00:00+08:00';
const preview = async (query: Record<string, string>) =>
  app.with(null).get(`/v1/deadlines/preview?${new URLSearchParams({ rule, start, ...query })}`);

describe('the terms of the green channel', () => {
  it('come with the installation: half the time of every takedown rule, as our practice, for whoever enjoys the tier', async () => {
    const { body } = await operator.get('/v1/rule-overrides?limit=200');
    const told = Object.fromEntries(body.data.map((row: any) => [row.rule, `${row.length} ${row.unit}`]));
    expect(told).toEqual({
      'cn.netdisk.takedown': '12 hour',
      'cn.literature.takedown': '12 hour',
      'cn.reg468.takedown': '12 hour',
      'cn.ecl.takedown': '1 working_day',
      'cn.civil.takedown': '1 working_day',
      'us.dmca.takedown': '1 us_business_day',
    });
    for (const row of body.data)
      expect(row).toMatchObject({ scope: { tier: 'green_channel' }, basis: 'platform_practice', createdBy: null });
    expect((await preview({ platform: platformId, tier: 'green_channel' })).body.dueAt).toBe('2027-03-02T16:00:00Z');
    expect((await preview({ platform: platformId })).body.dueAt).toBe('2027-03-04T16:00:00Z');
  });
  it('stay as operators made them when the product is installed again', async () => {
    const { body } = await operator.get('/v1/rule-overrides?rule=cn.civil.takedown');
    const ended = await operator.post(`/v1/rule-overrides/${body.data[0].id}/end`);
    expect([ended.status, ended.body.endedAt]).toEqual([200, expect.any(String)]);
    await inTransaction(app.database, (tx) => seedOverrides(tx, new Date()));
    const again = await operator.get('/v1/rule-overrides?rule=cn.civil.takedown');
    expect(again.body.data).toEqual([ended.body]);
    expect(await operator.post(`/v1/rule-overrides/${body.data[0].id}/end`)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });
  });
});

describe('an override of an operator', () => {
  it('shortens the rule for its platform at once and for no other, until it is ended', async () => {
    const added = await add({ scope: { platformId, campaign: '剑网2027' } });
    expect(added).toMatchObject({
      status: 201,
      body: { rule, length: 1, scope: { platformId, campaign: '剑网2027' }, basis: 'platform_practice', endedAt: null },
    });
    const { body } = await preview({ platform: platformId });
    expect([body.overrideId, body.dueAt]).toEqual([added.body.id, '2027-03-02T16:00:00Z']);
    const other = (await operator.get('/v1/platforms?q=douyin')).body.data[0].id;
    expect((await preview({ platform: other })).body.overrideId).toBeNull();
    await operator.post(`/v1/rule-overrides/${added.body.id}/end`);
    expect((await preview({ platform: platformId })).body.overrideId).toBeNull();
  });
  it('governs within its time only', async () => {
    const [validFrom, validUntil] = ['2027-02-01T00:00:00Z', '2027-02-10T00:00:00Z'];
    const { body } = await add({ validFrom, validUntil });
    const at = async (instant: string) => (await preview({ platform: platformId, start: instant })).body.overrideId;
    expect(await Promise.all(['2027-01-31T23:59:59Z', validFrom, '2027-02-09T23:59:59Z', validUntil].map(at))).toEqual([
      null,
      body.id,
      body.id,
      null,
    ]);
    await operator.post(`/v1/rule-overrides/${body.id}/end`);
  });
  it.each([
    ['#/length not_stricter', { length: 3 }],
    ['#/length not_stricter', { length: 72, unit: 'hour' }],
    ['#/unit not_comparable', { rule: 'cn.netdisk.takedown', length: 1, unit: 'calendar_day' }],
    ['#/rule not_overridable', { rule: 'cn.ecl.wait', length: 10, unit: 'calendar_day' }],
    ['#/rule not_overridable', { rule: 'us.dmca.restore', length: 11, unit: 'us_business_day' }],
    ['#/rule unknown_rule', { rule: 'cn.none' }],
    ['#/scope scope_open', { scope: {} }],
    ['#/scope/platformId dangling_reference', { scope: { platformId: newId() } }],
    ['#/scope/tier is_in', { scope: { tier: 'gold' } }],
    ['#/scope/serviceTypes is_in', { scope: { serviceTypes: ['none'] } }],
    ['#/unit is_in', { unit: 'month' }],
    ['#/length min', { length: 0 }],
    ['#/validFrom in_the_past', { validFrom: '2020-01-01T00:00:00Z' }],
    ['#/validUntil ends_before_it_begins', { validFrom: '2030-01-02T00:00:00Z', validUntil: '2030-01-01T00:00:00Z' }],
    ['#/reason matches', { reason: ' ' }],
  ] as Array<[string, object]>)('%s: refused with its place', async (place, changes) => {
    const answer = await add(changes);
    expect([answer.status, pointers(answer)]).toEqual([422, [place]]);
  });
  it('is added, listed and ended by operators alone', async () => {
    for (const account of ['rights', 'platform', 'platform3', 'regulator', 'partner'] as const) {
      expect((await app.by(account).get('/v1/rule-overrides')).status).toBe(403);
      expect((await app.by(account).post('/v1/rule-overrides', {})).status).toBe(403);
      expect((await app.by(account).post(`/v1/rule-overrides/${newId()}/end`)).status).toBe(403);
      expect((await app.by(account).get('/v1/tier-grants')).status).toBe(403);
      expect((await app.by(account).post('/v1/tier-grants', {})).status).toBe(403);
    }
    expect((await operator.post(`/v1/rule-overrides/${newId()}/end`)).status).toBe(404);
  });
});

describe('the green channel', () => {
  const grant = (changes: object = {}) =>
    operator.post('/v1/tier-grants', {
      organizationId: partnerId,
      tier: 'green_channel',
      reason: '三个月成功率 95%',
      ...changes,
    });
  const enjoys = (at: Date) => isGreenChannel(app.database, partnerId, at);

  it('is enjoyed from the grant until it is ended, and one grant runs at a time', async () => {
    expect(await enjoys(new Date())).toBe(false);
    const granted = await grant();
    expect(granted).toMatchObject({
      status: 201,
      body: { organization: { id: partnerId, name: expect.any(String) }, tier: 'green_channel', endedAt: null },
    });
    expect(await enjoys(new Date(granted.body.validFrom))).toBe(true);
    expect(await enjoys(new Date(Date.parse(granted.body.validFrom) - 1))).toBe(false);
    expect(await grant()).toMatchObject({ status: 409, body: { existing: { id: granted.body.id } } });
    const ended = await operator.post(`/v1/tier-grants/${granted.body.id}/end`);
    expect(await enjoys(new Date(ended.body.endedAt))).toBe(false);
    expect(await operator.post(`/v1/tier-grants/${granted.body.id}/end`)).toMatchObject({ status: 409 });
    const answers = await Promise.all([grant(), grant(), grant()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { body } = await operator.get(`/v1/tier-grants?organizationId=${partnerId}`);
    expect(body.data.map(({ endedAt }: any) => endedAt === null)).toEqual([true, false]);
  });
  it('is for those who file, from now on', async () => {
    const [{ id: regulator }] = await app.database.query(
      `select id from organizations where kind = 'regulator' limit 1`,
    );
    expect(pointers(await grant({ organizationId: regulator }))).toEqual(['#/organizationId wrong_kind']);
    expect(pointers(await grant({ organizationId: newId() }))).toEqual(['#/organizationId dangling_reference']);
    expect(pointers(await grant({ tier: 'warning_list' }))).toEqual(['#/tier is_in']);
    expect(pointers(await grant({ validFrom: '2020-01-01T00:00:00Z' }))).toEqual(['#/validFrom in_the_past']);
  });
});

describe('a platform’s time zone', () => {
  const amend = (timeZone: string | null) => operator.send('PATCH', `/v1/platforms/${platformId}`, { timeZone });

  it('moves the end of the days of US law, and of no other', async () => {
    expect((await amend('America/Los_Angeles')).body.timeZone).toBe('America/Los_Angeles');
    const us = { rule: 'us.dmca.takedown', start: '2026-11-30T12:00:00Z' };
    expect((await preview({ ...us, platform: platformId })).body.dueAt).toBe('2026-12-04T08:00:00Z');
    expect((await preview(us)).body.dueAt).toBe('2026-12-04T05:00:00Z');
    expect((await preview({ platform: platformId })).body.dueAt).toBe('2027-03-04T16:00:00Z');
  });
  it('must exist, and is taken away with null', async () => {
    expect(pointers(await amend('Mars/Olympus'))).toEqual(['#/timeZone unknown_zone']);
    expect((await amend(null)).body.timeZone).toBeNull();
  });
});

it('a clock is planned by tier, terms and zone, and names them', async () => {
  await operator.send('PATCH', `/v1/platforms/${platformId}`, { timeZone: 'America/Los_Angeles' });
  const platform = (await directorySnapshot(app.database)).platforms.get(platformId)!;
  const dmca = clockRule('us.dmca.takedown')!;
  const at = new Date('2027-03-01T20:00:00Z');
  const tier = tierOf({ onWarningList: false, isGreenChannel: true });
  const facts = { platformId, tier, serviceType: platform.serviceType, workCategories: [], at };
  const terms = termsFor(dmca, facts, await overridesInForce(app.database));
  const planned = planDeadline(
    dmca,
    { kind: 'notice', id: newId(), noticeId: newId() },
    { at, event: newId() },
    await calendarsInForce(app.database),
    { terms, tier, zone: zoneOfClock(dmca.id, platform.timeZone) },
  );
  expect(planned).toMatchObject({
    tier: 'green_channel',
    overrideId: terms.overrideId,
    zone: 'America/Los_Angeles',
    dueAt: new Date('2027-03-03T08:00:00Z'),
  });
  expect(terms.overrideId).not.toBeNull();
});
