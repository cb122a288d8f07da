import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());
const preview = (body: object) => app.by('rights').post('/v1/complaints/preview', body);

describe('the preview of a complaint', () => {
  it('says of every target what filing then makes of it, and keeps nothing', async () => {
    const texts = [pasted.netdisk(), pasted.douyin(), pasted.notJoined(), pasted.unknown(), '没有链接'];
    const body = complaintAbout(texts);
    const tables = ['complaints', 'notices', 'canonical_items', 'events', 'targets'];
    const counts = () =>
      Promise.all(tables.map(async (table) => (await app.database.query(`select count(*) from ${table}`))[0].count));
    const before = await counts();
    const { status, body: seen } = await preview(body);
    expect([status, await counts()]).toEqual([200, before]);
    const { body: filed } = await app.by('rights').post('/v1/complaints', body);
    const outcomes = (targets: any[], name: string) => targets.map((target) => [target.index, target[name]]);
    expect(outcomes(seen.targets, 'outcomeIfFiled')).toEqual(outcomes(filed.targets, 'outcome'));
    expect(seen.notices.map(({ platform }: any) => platform.name).sort()).toEqual(
      filed.notices.map(({ platform }: any) => platform.name).sort(),
    );
    const again = await preview(body);
    expect(again.body.targets[0]).toMatchObject({ outcomeIfFiled: 'duplicate', itemId: filed.targets[0].itemId });
  });

  it('takes what is still blank, and says what the law asks for and is not there', async () => {
    const { status, body } = await preview({});
    expect([status, body.targets, body.notices]).toEqual([200, [], []]);
    const of = (element: string) => body.checklist.find((one: any) => one.element === element);
    expect(of('ownership')).toMatchObject({ isMet: false, group: 'evidence', regime: 'cn.reg468' });
    const begun = await preview({ targets: [{ text: pasted.douyin() }], works: [{ ref: 'w1', title: '' }] });
    expect(begun.body.targets[0]).toMatchObject({ outcomeIfFiled: 'deficient', platform: { slug: 'douyin' } });
    expect(begun.body.deficiencies.map(({ element }: any) => element)).toContain('work');
  });

  it('flags the same thing pasted twice, in whatever words', async () => {
    const link = pasted.douyin();
    const { body } = await preview(complaintAbout([link, `看看这个 ${link}`]));
    expect(body.targets.map(({ isRepeated }: any) => isRepeated)).toEqual([false, true]);
    expect(body.targets[1]).toMatchObject({ outcomeIfFiled: 'duplicate' });
    expect(body.targets[1]).not.toHaveProperty('itemId');
  });

  it('shows the form as it is printed, and counts what it leaves out', async () => {
    const texts = Array.from({ length: 23 }, () => pasted.netdisk());
    const { body } = await preview(complaintAbout(texts));
    const [notice] = body.notices;
    expect(notice).toMatchObject({ itemCount: 23, itemsLeftOut: 3 });
    const titles = notice.form.map(({ title }: any) => title);
    expect(titles).toEqual(expect.arrayContaining(['网络服务提供者', '权利人', '侵权内容', '要求', '保证声明']));
    const addresses = notice.form.find(({ title }: any) => title === '侵权内容的网络地址');
    expect(addresses.rows).toHaveLength(20);
    expect(addresses.rows[0].values[0]).toContain(texts[0]);
    const provider = notice.form.find(({ title }: any) => title === '网络服务提供者').rows[0];
    expect(provider).toMatchObject({ label: '名称', values: [expect.stringContaining('百度')], isGiven: true });
  });
});

describe('what a preview says of each notice', () => {
  it('names the clocks that its service starts, due when they then fall due, and none where nothing goes out', async () => {
    const body = complaintAbout([pasted.netdisk()]);
    const [seen] = (await preview(body)).body.notices;
    expect(seen.state).toBe('served');
    const { body: filed } = await app.by('rights').post('/v1/complaints', body);
    const { body: notice } = await app.by('rights').get(`/v1/notices/${filed.notices[0].id}`);
    const rules = (clocks: any[]) => clocks.map(({ rule }) => rule).sort();
    expect(rules(seen.clocks)).toEqual(rules(notice.deadlines));
    const takedown = seen.clocks.find(({ rule }: any) => rule === 'cn.netdisk.takedown');
    expect(takedown.source.law).toContain('网盘');
    expect(Math.abs(Date.parse(takedown.dueAt) - Date.parse(filed.notices[0].nextDeadline.dueAt))).toBeLessThan(60_000);
    const lacking = await preview({ targets: [{ text: pasted.netdisk() }] });
    expect(lacking.body.notices[0]).toMatchObject({ state: null, clocks: [] });
    const elsewhere = await preview(complaintAbout([pasted.notJoined()]));
    expect(elsewhere.body.notices[0]).toMatchObject({ state: 'awaiting_service', clocks: [] });
  });
});

describe('the example complaint of the sandbox', () => {
  it('goes out as it is, and is another one each time', async () => {
    for (let turn = 0; turn < 2; turn++) {
      const { body: example } = await app.by('rights').get('/v1/sandbox/example-complaint');
      const { status, body } = await app.by('rights').post('/v1/complaints', example);
      expect([status, body.state, body.deficiencies]).toEqual([201, 'filed', []]);
      expect(body.targets.map(({ outcome }: any) => outcome)).toEqual(['served', 'served', 'served']);
      expect(body.notices).toHaveLength(3);
    }
  });
});
