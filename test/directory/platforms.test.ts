import { directorySnapshot, platformRegimes, platformServiceTypes } from '#directory';
import { regimeIds, serviceTypes } from '#law';
import { directoryApp } from './directory-app.js';
import { makeOrganization } from './directory-database.js';

type App = Awaited<ReturnType<typeof directoryApp>>;
let app: App;
let operator: Awaited<ReturnType<App['member']>>;
let holder: typeof operator;
beforeAll(async () => {
  app = await directoryApp();
  operator = await app.member('operator');
  holder = await app.member('rights_holder');
});
afterAll(() => app.end());

const given = { name: '示例视频', serviceType: 'video', regime: 'cn.reg468', regionCode: '110000', appIds: [] };
const pointers = (body: { errors: Array<{ pointer: string; code: string }> }) =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
const idOf = async (slug: string) => (await directorySnapshot(app.dataSource)).bySlug.get(slug)!.id;
const joinings = (id: string) =>
  app.dataSource.query(`select type, sequence, audience from events where matter_id = $1 order by sequence`, [id]);

it('uses the words of the law for service types and regimes', () => {
  expect([platformServiceTypes, platformRegimes]).toEqual([serviceTypes, regimeIds]);
});

describe('registering', () => {
  it('stores hosts and identifiers in one spelling and makes a slug', async () => {
    const { status, body } = await operator.post('/v1/platforms', {
      ...given,
      hosts: ['WWW.Video-One.CN.', 'ｖｉｄｅｏ－ｏｎｅ．ｃｎ:8080', '某某影视.公司.cn'],
      appIds: ['com.video.one'],
      icpNumber: '京icp备 10046444号',
      creditCode: '91110000802100433c',
      contactEmail: 'copyright@video-one.cn',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      slug: 'video-one',
      hosts: ['video-one.cn', 'www.video-one.cn', 'xn--p3t49pa1985a.xn--55qx5d.cn'],
      icpNumber: '京ICP备10046444号',
      creditCode: '91110000802100433C',
      contactEmail: 'copyright@video-one.cn',
      joinedAt: null,
      warnings: ['credit_code_checksum'],
    });
    const resolved = await app.call('POST', '/v1/platforms/resolve', {
      texts: ['https://m.video-one.cn/v/1', 'http://某某影视.公司.cn/a'],
    });
    for (const target of resolved.body.targets) {
      expect(target.platform).toEqual({ id: body.id, slug: 'video-one', name: '示例视频' });
    }
    expect(resolved.body.targets.length).toBe(2);
  });

  it('makes another slug where the made one is taken, and refuses a given one that is', async () => {
    const made = await operator.post('/v1/platforms', { ...given, hosts: ['news.baidu.com'], slug: undefined });
    const again = await operator.post('/v1/platforms', { ...given, hosts: ['map.baidu.com'] });
    expect([made.body.slug, again.status]).toEqual(['baidu', 201]);
    expect(again.body.slug).toMatch(/^baidu-[0-9a-f]{8}$/);
    const taken = await operator.post('/v1/platforms', { ...given, hosts: [], slug: 'douyin' });
    expect([taken.status, taken.body.code, taken.body.platformId]).toEqual([
      409,
      'already_exists',
      await idOf('douyin'),
    ]);
  });

  it('refuses a host or app id that answers for another platform, with its id and a pointer, and writes nothing', async () => {
    const { status, body } = await operator.post('/v1/platforms', {
      ...given,
      slug: 'copycat',
      hosts: ['copycat.cn', 'PAN.baidu.com'],
      appIds: ['COM.video.one'],
    });
    expect([status, body.code]).toEqual([409, 'already_exists']);
    expect(body.platformId).toBe(await idOf('baidu-pan'));
    expect(pointers(body)).toEqual(['#/hosts/1 host_taken', '#/appIds/0 app_id_taken']);
    expect((await directorySnapshot(app.dataSource)).bySlug.has('copycat')).toBe(false);
  });

  it('gives a host to one of two operators who claim it at the same time', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => operator.post('/v1/platforms', { ...given, slug: `racer-${n}`, hosts: ['racer.cn'] })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('tells every fault at once, each with its pointer', async () => {
    const { status, body } = await operator.post('/v1/platforms', {
      ...given,
      hosts: ['fine.cn', 'com.cn', 'github.io'],
      regionCode: '999999',
      creditCode: '123',
      icpNumber: 'ICP',
      organizationId: holder.organizationId,
      joinedAt: '2999-01-01T00:00:00Z',
    });
    expect(status).toBe(422);
    expect(pointers(body)).toEqual([
      '#/hosts/1 public_suffix',
      '#/hosts/2 public_suffix',
      '#/creditCode bad_format',
      '#/icpNumber bad_format',
      '#/joinedAt in_future',
      '#/regionCode unknown_region',
      '#/organizationId not_a_platform_organization',
    ]);
  });

  it('refuses wrong types, unknown fields and what is no host', async () => {
    const cases: Array<[object, string]> = [
      [{ ...given, hosts: 'a.cn' }, '#/hosts'],
      [{ ...given, hosts: ['a.cn'], serviceType: 'bank' }, '#/serviceType'],
      [{ ...given, hosts: ['a.cn'], owner: 'x' }, '#/owner'],
      [{ ...given, hosts: ['https://a.cn/x'] }, '#/hosts/0'],
      [{ ...given, hosts: ['a.cn'], slug: 'No Slug' }, '#/slug'],
      [{ ...given, hosts: ['a.cn'], name: ' ' }, '#/name'],
      [{ ...given, hosts: ['a.cn'], joinedAt: '2026-11-23' }, '#/joinedAt'],
      [{ ...given, hosts: ['a.cn'], joinedAt: '2026-11-23T00:00:00+99:99' }, '#/joinedAt'],
      [{ ...given, hosts: ['a.cn'], name: "x'; drop table platforms; --\u0000" }, '#/name'],
    ];
    for (const [body, pointer] of cases) {
      const answer = await operator.post('/v1/platforms', body);
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
    }
  });

  it('happens once for one idempotency key', async () => {
    const body = { ...given, slug: 'once', hosts: ['once-only.cn'] };
    const first = await operator.post('/v1/platforms', body, { 'idempotency-key': 'k1' });
    const second = await operator.post('/v1/platforms', body, { 'idempotency-key': 'k1' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });
});

describe('amending', () => {
  it('changes what is given, replaces hosts as a whole and leaves the rest', async () => {
    const id = await idOf('lanzou');
    const { status, body } = await operator.patch(`/v1/platforms/${id}`, { hosts: ['lanzou.com', 'woozooo.com'] });
    expect([status, body.name, body.hosts]).toEqual([200, '蓝奏云', ['lanzou.com', 'woozooo.com']]);
    const freed = await operator.post('/v1/platforms', { ...given, slug: 'freed', hosts: ['lanzoui.com'] });
    expect(freed.status).toBe(201);
    const taken = await operator.patch(`/v1/platforms/${id}`, { hosts: ['lanzou.com', 'lanzoui.com'] });
    expect([taken.status, taken.body.platformId, pointers(taken.body)]).toEqual([
      409,
      freed.body.id,
      ['#/hosts/1 host_taken'],
    ]);
    expect((await directorySnapshot(app.dataSource)).platforms.get(id)!.hosts).toEqual(['lanzou.com', 'woozooo.com']);
  });

  it('takes away only what a platform can be without', async () => {
    const id = await idOf('video-one');
    const { body } = await operator.patch(`/v1/platforms/${id}`, { contactEmail: null, creditCode: null });
    expect(body).toMatchObject({ contactEmail: null, creditCode: null, icpNumber: '京ICP备10046444号', warnings: [] });
    const refused = await operator.patch(`/v1/platforms/${id}`, { hosts: null, name: null });
    expect([refused.status, pointers(refused.body)]).toEqual([422, ['#/name is_string', '#/hosts is_array']]);
  });

  it('announces that a platform joined or left, once each', async () => {
    const id = await idOf('csdn');
    const organizationId = await makeOrganization(app.dataSource, 'platform', 'CSDN');
    const early = await operator.patch(`/v1/platforms/${id}`, { joinedAt: '2026-01-01T00:00:00Z' });
    expect(pointers(early.body)).toEqual(['#/joinedAt needs_organization']);
    const joining = { organizationId, joinedAt: '2020-01-01T08:00:00+08:00' };
    const joined = await operator.patch(`/v1/platforms/${id}`, joining);
    expect(joined.body).toMatchObject({ organizationId, joinedAt: '2020-01-01T00:00:00Z' });
    await operator.patch(`/v1/platforms/${id}`, { ...joining, name: 'CSDN 博客' });
    expect(await joinings(id)).toEqual([{ type: 'platform.joined', sequence: 1, audience: [organizationId] }]);
    await operator.patch(`/v1/platforms/${id}`, { organizationId: null, joinedAt: null });
    await operator.patch(`/v1/platforms/${id}`, joining);
    expect((await joinings(id)).map((event: { type: string }) => event.type)).toEqual([
      'platform.joined',
      'platform.left',
      'platform.joined',
    ]);
  });

  it('announces a platform that is registered as joined', async () => {
    const organizationId = await makeOrganization(app.dataSource, 'platform', '新平台');
    const joinedAt = '2020-01-01T00:00:00Z';
    const { body } = await operator.post('/v1/platforms', {
      ...given,
      hosts: ['brand-new.cn'],
      organizationId,
      joinedAt,
    });
    expect(await joinings(body.id)).toEqual([{ type: 'platform.joined', sequence: 1, audience: [organizationId] }]);
  });

  it('knows no platform that is not there', async () => {
    for (const id of ['0193592d-0000-7000-8000-000000000009', 'nonsense']) {
      expect((await operator.patch(`/v1/platforms/${id}`, { name: 'x' })).status).toBe(404);
      expect((await holder.get(`/v1/platforms/${id}`)).status).toBe(404);
    }
  });
});
