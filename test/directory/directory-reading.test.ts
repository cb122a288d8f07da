import { directorySnapshot } from '#directory';
import { directoryApp } from './directory-app.js';

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

describe('reading', () => {
  it('is for everybody signed in, and writing for operators who handle', async () => {
    expect((await app.call('GET', '/v1/platforms')).status).toBe(401);
    expect((await holder.get('/v1/platforms')).status).toBe(200);
    const others = [
      holder,
      await app.member('platform'),
      await app.member('regulator'),
      await app.member('operator', 'viewer'),
    ];
    for (const other of others) {
      expect((await other.post('/v1/platforms', { ...given, hosts: [] })).status).toBe(403);
      expect((await other.patch(`/v1/platforms/${await idOf('douyin')}`, { name: 'x' })).status).toBe(403);
      const body = { regionCode: '110000', organizationId: other.organizationId };
      expect((await other.post('/v1/regulators', body)).status).toBe(403);
    }
  });

  it('shows how a platform is reached to operators and to the platform itself only', async () => {
    const id = await idOf('tianyi');
    const platform = await app.member('platform');
    await operator.patch(`/v1/platforms/${id}`, {
      contactEmail: 'ip@189.cn',
      organizationId: platform.organizationId,
      joinedAt: '2020-01-01T00:00:00Z',
    });
    const url = `/v1/platforms/${id}`;
    expect((await operator.get(url)).body).toMatchObject({ contactEmail: 'ip@189.cn' });
    expect((await platform.get(url)).body).toMatchObject({ contactEmail: 'ip@189.cn' });
    for (const secret of ['contactEmail', 'organizationId', 'warnings']) {
      expect((await holder.get(url)).body).not.toHaveProperty(secret);
    }
  });

  it('pages by slug without missing or repeating one', async () => {
    const slugs: string[] = [];
    let url: string | null = '/v1/platforms?limit=25';
    while (url) {
      const { body }: { body: { data: Array<{ slug: string }>; next: string | null } } = await holder.get(url);
      slugs.push(...body.data.map((platform) => platform.slug));
      url = body.next && `/v1/platforms?limit=25&after=${body.next}`;
    }
    expect(slugs.length).toBe((await directorySnapshot(app.dataSource)).platforms.size);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect((await holder.get('/v1/platforms?after=x')).status).toBe(422);
    expect((await holder.get('/v1/platforms?limit=201')).status).toBe(422);
  });

  it('filters by words, service type, regime, region and joining', async () => {
    const found = async (query: string) =>
      (await holder.get(`/v1/platforms?${query}`)).body.data.map((platform: { slug: string }) => platform.slug);
    expect(await found('q=DOUYIN')).toEqual(['douyin']);
    expect(await found(`q=${encodeURIComponent('百度网')}`)).toEqual(['baidu-pan']);
    expect(await found('q=iesdouyin.com')).toEqual(['douyin']);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('serviceType=live&regionCode=420000')).toEqual(['douyu']);
    expect(await found('serviceType=netdisk&joined=true')).toEqual(['tianyi']);
    expect(await found('regime=cn.ecl&joined=false&q=taobao')).toEqual(['goofish', 'taobao']);
    expect(await found('regime=cn.civil&q=taobao')).toEqual([]);
  });
});

describe('resolving', () => {
  it('answers without an account who a text would go to, and why', async () => {
    const target = encodeURIComponent('链接：https://pan.baidu.com/s/1abcDEF?pwd=60va 提取码：60va');
    const { status, body } = await app.call('GET', `/v1/platforms/resolve?target=${target}`);
    expect(status).toBe(200);
    expect(body.targets).toEqual([
      {
        index: 0,
        outcome: 'routed',
        raw: '链接：https://pan.baidu.com/s/1abcDEF?pwd=60va 提取码：60va',
        url: expect.stringContaining('pan.baidu.com/s/1abcDEF'),
        host: 'pan.baidu.com',
        contentType: 'share',
        contentId: expect.any(String),
        accessCode: '60va',
        platform: { id: await idOf('baidu-pan'), slug: 'baidu-pan', name: '百度网盘' },
        matchedBy: 'host',
        detail: 'The host pan.baidu.com is registered for 百度网盘.',
      },
    ]);
  });

  it('goes on past texts that name nothing or nobody', async () => {
    const texts = ['乱写', 'https://www.unknown-pirate.com/x', '乱'.repeat(4000), 'v.douyin.com/ybL9NO9RjKA/'];
    const { body } = await app.call('POST', '/v1/platforms/resolve', { texts });
    const outcomes = body.targets.map((target: { index: number; outcome: string }) => [target.index, target.outcome]);
    expect(outcomes).toEqual([
      [0, 'unreadable'],
      [1, 'unrouted'],
      [2, 'unreadable'],
      [3, 'routed'],
    ]);
    expect(body.targets[1]).toMatchObject({ platform: null, matchedBy: null, code: 'unknown_platform' });
  });

  it('takes 500 texts of 4,000 characters and refuses one more of either', async () => {
    const post = (texts: string[]) => app.call('POST', '/v1/platforms/resolve', { texts });
    expect((await post(Array(500).fill('看 https://b23.tv/abc'.padEnd(4000, ' 乱写')))).body.targets.length).toBe(500);
    expect((await post(Array(501).fill('x'))).status).toBe(422);
    expect((await post([])).status).toBe(422);
    expect((await post(['x'.repeat(4001)])).status).toBe(422);
    expect((await app.call('GET', `/v1/platforms/resolve`)).status).toBe(422);
  });
});

describe('regulators', () => {
  it('are appointed by an operator, per region, from organizations of regulators', async () => {
    const regulator = await app.member('regulator');
    const { organizationId } = regulator;
    const appointed = await operator.post('/v1/regulators', { regionCode: '110000', organizationId });
    expect([appointed.status, appointed.body]).toEqual([
      201,
      {
        regionCode: '110000',
        regionName: '北京市',
        copyrightAuthority: '北京市版权局',
        telecomAuthority: '北京市通信管理局',
        organization: { id: organizationId, name: 'regulator organization' },
      },
    ]);
    const wrongKind = await operator.post('/v1/regulators', {
      regionCode: '110000',
      organizationId: holder.organizationId,
    });
    expect([wrongKind.status, pointers(wrongKind.body)]).toEqual([422, ['#/organizationId not_a_regulator']]);
    const nowhere = await operator.post('/v1/regulators', { regionCode: '999999', organizationId });
    expect(pointers(nowhere.body)).toEqual(['#/regionCode unknown_region']);
  });

  it('are listed by region, also where none is appointed', async () => {
    const { body } = await holder.get('/v1/regulators?limit=200');
    expect(body.data.length).toBe(32);
    expect(body.data[0]).toMatchObject({ regionCode: '000000', copyrightAuthority: '国家版权局', organization: null });
    const regions = await holder.get('/v1/regions?limit=2');
    expect(regions.body.data).toEqual([
      { code: '000000', name: '全国' },
      { code: '110000', name: '北京市' },
    ]);
    const rest = await holder.get(`/v1/regions?limit=200&after=${regions.body.next}`);
    expect([rest.body.data.length, rest.body.next]).toEqual([30, null]);
  });
});
