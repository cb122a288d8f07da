import { shanghaiDay } from '#works';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type DemoAccount, eventually, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let operator: ReturnType<TestApp['by']>;
beforeAll(async () => {
  app = await startTestApp();
  operator = app.by('operator');
}, 60_000);
afterAll(() => app?.close());

const file = async (texts: string[], changes: Record<string, unknown> = {}, account: DemoAccount = 'rights') =>
  (await app.by(account).post('/v1/complaints', complaintAbout(texts, changes))).body;
const read = async (id: string, account: DemoAccount = 'rights') =>
  (await app.by(account).get(`/v1/notices/${id}`)).body;
const takedown = (notice: any) => notice.deadlines.find(({ rule }: any) => rule.endsWith('takedown'));
const hours = ({ startedAt, dueAt }: any) => (Date.parse(dueAt) - Date.parse(startedAt)) / 3_600_000;
const platformOf = async (q: string) => (await operator.get(`/v1/platforms?q=${encodeURIComponent(q)}`)).body.data[0];
const listed = (title: string) => ({ works: [{ ref: 'w1', title, category: 'film' }] });
let batch = 0;
const publish = (title: string) =>
  operator.post('/v1/warning-lists', {
    year: 2026,
    batch: ++batch,
    publishedOn: shanghaiDay(new Date()),
    title: `第${batch}批`,
    source: 'https://www.ncac.gov.cn/',
    works: [{ title, category: 'film' }],
  });
const grant = async () => {
  const [{ id: organizationId }] = await app.database.query(
    `select organization_id as id from members where email = 'partner@demo.test'`,
  );
  return operator.post('/v1/tier-grants', { organizationId, tier: 'green_channel', reason: '三个月成功率 95%' });
};

describe('tiers shorten (domain.md §4)', () => {
  it('a work on a warning list in force has its own clock and tier, its neighbours on other platforms theirs', async () => {
    expect((await publish('预警影片')).status).toBe(201);
    const works = [...listed('预警影片').works, { ref: 'w2', title: '普通影片', category: 'film' }];
    const targets = [
      { text: pasted.douyin(), workRef: 'w1' },
      { text: pasted.netdisk(), workRef: 'w2' },
    ];
    const { notices } = await file([], { works, targets });
    const [warned, plain] = [takedown(await read(notices[0].id)), takedown(await read(notices[1].id))];
    expect(warned).toMatchObject({ tier: 'warning_list', rule: notices[0].nextDeadline.rule });
    expect(warned.rule).not.toBe('cn.reg468.takedown');
    expect(plain).toMatchObject({ rule: 'cn.netdisk.takedown', tier: 'ordinary' });
    const ordinary = takedown(await read((await file([pasted.douyin()])).notices[0].id));
    expect(hours(warned)).toBeLessThan(hours(ordinary));
  });

  it('the green channel halves the time while it is granted, and the deadline says so', async () => {
    const before = takedown(await read((await file([pasted.netdisk()], {}, 'partner')).notices[0].id, 'partner'));
    const { body: granted } = await grant();
    const during = takedown(await read((await file([pasted.netdisk()], {}, 'partner')).notices[0].id, 'partner'));
    await operator.post(`/v1/tier-grants/${granted.id}/end`);
    const after = takedown(await read((await file([pasted.netdisk()], {}, 'partner')).notices[0].id, 'partner'));
    expect([before, during, after].map((clock) => [clock.tier, hours(clock)])).toEqual([
      ['ordinary', 24],
      ['green_channel', 12],
      ['ordinary', 24],
    ]);
  });

  it('an override for a platform shortens its clocks alone', async () => {
    const { id: platformId } = await platformOf('douyin');
    const { body: override } = await operator.post('/v1/rule-overrides', {
      rule: 'cn.reg468.takedown',
      scope: { platformId, campaign: '剑网2026' },
      length: 6,
      unit: 'hour',
      reason: '承诺书',
    });
    const { notices } = await file([pasted.douyin()]);
    expect(hours(takedown(await read(notices[0].id)))).toBe(6);
    const [{ override_id }] = await app.database.query(
      `select override_id from deadlines where notice_id = $1 and kind = 'takedown'`,
      [notices[0].id],
    );
    expect(override_id).toBe(override.id);
    await operator.post(`/v1/rule-overrides/${override.id}/end`);
    expect(hours(takedown(await read((await file([pasted.douyin()])).notices[0].id)))).toBe(24);
  });

  it('the days of US law end where the platform is (17 USC 512)', async () => {
    const { id, regime } = await platformOf('douyin');
    const amend = (changes: object) => operator.send('PATCH', `/v1/platforms/${id}`, changes);
    await amend({ regime: 'us.dmca', timeZone: 'America/Los_Angeles' });
    const statements = { accuracy: true, goodFaith: true, perjury: true, signature: '张三' };
    const { notices } = await file([pasted.douyin()], { statements });
    const zones = await app.database.query(
      'select distinct rule, zone from deadlines where notice_id = $1 order by 1',
      [notices[0].id],
    );
    expect(zones).toContainEqual({ rule: 'us.dmca.takedown', zone: 'America/Los_Angeles' });
    for (const { rule, zone } of zones) if (!rule.startsWith('us.')) expect(zone).toBeNull();
    await amend({ regime, timeZone: null });
  });
});

it('what waited for a platform is served by the law, tier and terms of that instant, and pinned to them', async () => {
  const title = '等待中的影片';
  const waiting = await file([pasted.notJoined()], listed(title));
  const plain = await file([pasted.notJoined()], listed('普通影片'), 'partner');
  const [{ id, platform }] = waiting.notices;
  expect(waiting.notices[0].state).toBe('awaiting_service');
  // made under an earlier version of the law than the one in force at service
  await app.database.query('update notices set regime_version = 0 where id = $1', [id]);
  await publish(title);
  const { body: granted } = await grant();
  const { body: organization } = await operator.post('/v1/organizations', {
    kind: 'platform',
    name: '芒果TV',
    regionCode: '430000',
    owner: { email: 'mgtv@demo.test', name: '钱一' },
  });
  const { body: clock } = await operator.get('/v1/sandbox/clock');
  const joining = { organizationId: organization.id, joinedAt: clock.now };
  expect((await operator.send('PATCH', `/v1/platforms/${platform.id}`, joining)).status).toBe(200);
  const served = await eventually(async () => {
    const [row] = await app.database.query('select state from notices where id = $1', [plain.notices[0].id]);
    return row.state === 'served' && read(id);
  });
  expect(served).toMatchObject({ state: 'served', regimeVersion: 1 });
  expect(takedown(served)).toMatchObject({ tier: 'warning_list', startedAt: served.servedAt });
  expect(takedown(await read(plain.notices[0].id, 'partner'))).toMatchObject({ tier: 'green_channel' });
  const [event] = await app.database.query(
    `select payload from events where matter_id = $1 and type = 'notice.served'`,
    [id],
  );
  expect(JSON.parse(event.payload).data).toMatchObject({ regimeVersion: 1 });
  await operator.post(`/v1/tier-grants/${granted.id}/end`);
});
