import type { Browser, Page } from 'playwright-core';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { pasted } from '../support/complaints.js';
import { openBrowser, seriousFaults, visit, type Visitor } from './support/browser.js';

let app: TestApp;
let browser: Browser;
const visitors: Visitor[] = [];
const enter = async (...options: Parameters<typeof visit> extends [unknown, unknown, ...infer Rest] ? Rest : never) => {
  const visitor = await visit(browser, app, ...options);
  visitors.push(visitor);
  return visitor;
};

beforeAll(async () => {
  app = await startTestApp();
  browser = await openBrowser();
}, 60_000);
afterEach(async () => {
  for (const visitor of visitors.splice(0)) {
    // oxlint-disable-next-line jest/no-standalone-expect
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const textBox = (page: Page) => page.getByLabel('含侵权链接的文字');
const paper = (page: Page, platform: string) => page.getByRole('article', { name: `发给 ${platform} 的通知书` });
const submit = (page: Page) => page.getByRole('button', { name: '提交投诉…' });
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const filedByRights = async () => (await app.by('rights').get('/v1/complaints?limit=200')).body.data;

async function fillExample(page: Page) {
  await page.getByRole('button', { name: '用示例填写' }).click();
  await page.getByText('要素齐备').waitFor();
}

async function confirmSubmission(page: Page) {
  await submit(page).click();
  return page.getByRole('dialog').getByRole('button', { name: '提交投诉', exact: true });
}

/** The page of the captured letter in another tab, and the button on the page that it leads to. */
async function confirmByLetter({ context }: Visitor, email: string) {
  const mail = await context.newPage();
  await eventually(async () => {
    await mail.goto('/mail');
    return (await mail.getByRole('row', { name: email }).count()) > 0;
  });
  await mail.getByRole('row', { name: email }).getByRole('link').click();
  const link = await mail.getByRole('link', { name: /confirm\?token=/ }).getAttribute('href');
  await mail.goto(new URL(link!).pathname + new URL(link!).search);
  await mail.getByRole('button', { name: /确认邮箱/ }).click();
  await mail.getByText('邮箱已确认').waitFor();
  await mail.close();
}

describe('from registration to the first notice', () => {
  it('reads three pasted lines, names what is missing, and serves what was completed', async () => {
    const visitor = await enter();
    const { page } = visitor;
    await page.goto('/register');
    await page.getByLabel('单位或权利人名称').fill('新影文化');
    await page.getByLabel('您的姓名').fill('王五');
    await page.getByLabel('邮箱').fill('wang@new.test');
    await page.getByLabel('密码').fill('a sentence to keep');
    await page.getByRole('button', { name: '注册并登录' }).click();
    await page.waitForURL('**/file');
    const steps = page.getByRole('navigation', { name: '开始使用' });
    await steps.getByText('提交第一份投诉').waitFor();

    await textBox(page).fill(
      ['有人在传我们的片', pasted.netdisk(), `抖音也有 ${pasted.douyin()}`, pasted.unknown()].join('\n'),
    );
    const found = page.getByRole('list', { name: '识别出的地址' }).getByRole('listitem');
    await found.filter({ hasText: '百度网盘' }).getByText('提取码 60va').waitFor();
    await found.filter({ hasText: '抖音' }).getByText('补齐后送达').waitFor();
    await found.filter({ hasText: 'example.org' }).getByText('名录里还没有平台').waitFor();
    await page.getByText('确认邮箱后才能提交').waitFor();

    await confirmByLetter(visitor, 'wang@new.test');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await steps.getByRole('img', { name: '已完成' }).waitFor();
    await page.getByText('尚未确认').waitFor({ state: 'detached' });

    // what is missing leads to its field, where the article stands
    await page.getByRole('button', { name: '缺少作品名称' }).click();
    await page.locator('#filing-work-title:focus').fill('山海之间');
    await page.getByText('《信息网络传播权保护条例》第14条第3项').first().waitFor();
    await page.getByLabel('证据内容').fill('该地址可在线播放全片。');
    await page.getByLabel('登记号').fill('国作登字-2025-I-00012345');
    await page.getByLabel(/真实性、合法性负责/).check();
    await page.getByLabel('签名（盖章）').fill('王五');
    await page.getByText('本次另行填写').click();
    await page.getByLabel('邮箱', { exact: true }).fill('wang@new.test');
    await page.getByLabel('通信地址').fill('北京市朝阳区新影路 2 号');
    await page.getByLabel('证件号码').fill('91110105MA01ABCD3Y');
    await page.getByLabel('证件类型').click();
    await page.getByTitle('营业执照').click();
    await page.getByText('要素齐备').waitFor();
    await paper(page, '百度网盘').getByText('北京市朝阳区新影路 2 号').waitFor();
    await paper(page, '百度网盘').getByText('《山海之间》').waitFor();

    const send = await confirmSubmission(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('立即送达 2 份通知书').waitFor();
    await dialog.getByText('1 个地址待运营方确认归属').waitFor();
    await dialog.getByText('网盘侵权内容移除时限').waitFor();
    await send.click();
    await page.waitForURL('**/file/done/*');
    await page.getByRole('heading', { level: 1, name: /投诉已提交/ }).waitFor();
    await page.getByText('待归属').waitFor();
    await steps.waitFor({ state: 'detached' });
    for (const account of ['platform', 'platform2'] as const) {
      const { body } = await app.by(account).get('/v1/notices?limit=50');
      expect(body.data.map(({ title }: { title: string }) => title).join()).toContain('山海之间');
    }
  }, 90_000);
});

describe('a filing', () => {
  it('is filed once by a double click', async () => {
    const { page, open } = await enter({ as: 'rights' });
    const before = (await filedByRights()).length;
    await open('/file');
    await fillExample(page);
    await (await confirmSubmission(page)).dblclick();
    await page.waitForURL('**/file/done/*');
    expect(await filedByRights()).toHaveLength(before + 1);
    await open('/file');
    expect(await textBox(page).inputValue()).toBe('');
  }, 60_000);

  it('whose answer was lost says so, outlives a reload, and is filed once', async () => {
    const { page, open, complaints } = await enter({ as: 'rights' });
    const before = (await filedByRights()).length;
    await open('/file');
    await fillExample(page);
    await page.route('**/v1/complaints', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await (await confirmSubmission(page)).click();
    await page.getByRole('dialog').getByText('不知道这一步是否已经生效').waitFor();
    await page.unroute('**/v1/complaints');
    expect(await filedByRights()).toHaveLength(before + 1);
    await page.reload();
    await page.getByText('上次提交还没有收到答复').waitFor();
    await page.getByRole('button', { name: '再次发送并查看结果' }).click();
    await page.waitForURL('**/file/done/*');
    expect(await filedByRights()).toHaveLength(before + 1);
    expect(new URL(page.url()).pathname).toBe(`/file/done/${(await filedByRights())[0].id}`);
    // the browser itself notes what was broken
    expect(complaints.splice(0)).toEqual([expect.stringContaining('ERR_CONNECTION_RESET')]);
  }, 60_000);

  it('that lacks an element is received, not served, and says what to supplement', async () => {
    const { page, open } = await enter({ as: 'rights' });
    await open('/file');
    await textBox(page).fill(pasted.netdisk());
    await page.getByRole('button', { name: '请先填写作品名称' }).click();
    await page.locator('#filing-work-title:focus').fill('山海之间');
    await page.getByRole('button', { name: '还缺 4 项' }).waitFor();
    await submit(page).click();
    await page.getByRole('dialog').getByText('缺少法定要素的通知视为未发出').waitFor();
    await page.getByRole('button', { name: '仍然提交，稍后补正' }).click();
    await page.getByRole('heading', { level: 1, name: /尚需补正/ }).waitFor();
    await page.getByText('缺少签名或盖章').waitFor();
    expect((await filedByRights())[0]).toMatchObject({ state: 'deficient' });
  }, 60_000);
});

describe('a draft', () => {
  it('outlives a reload and a lost session', async () => {
    const { page, context, open } = await enter({ as: 'rights' });
    await open('/file');
    const text = pasted.douyin();
    await textBox(page).fill(text);
    await page.getByLabel('作品名称').fill('山海之间');
    await page.reload();
    await page.getByText('识别到 1 个地址').waitFor();
    expect([await textBox(page).inputValue(), await page.getByLabel('作品名称').inputValue()]).toEqual([
      text,
      '山海之间',
    ]);
    await context.clearCookies();
    await page.reload();
    await page.getByLabel('邮箱').fill('rights@demo.test');
    await page.getByLabel('密码').fill('tongshan-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('识别到 1 个地址').waitFor();
    expect(await textBox(page).inputValue()).toBe(text);
  }, 60_000);

  it('takes markup as words and names of 200 characters, in every field', async () => {
    const { page, open } = await enter({ as: 'rights' });
    await open('/file');
    const markup = `<img src=x onerror=alert(1)>${'长'.repeat(172)}`;
    await textBox(page).fill(`${markup} ${pasted.netdisk()}`);
    await page.getByLabel('作品名称').fill(markup);
    await page.getByLabel('登记号').fill(markup.slice(0, 128));
    await page.getByLabel('证据内容').fill(markup);
    await page.getByText('本次另行填写').click();
    await page.getByLabel('姓名（名称）').fill(markup);
    await page.getByLabel('通信地址').fill(markup);
    await page.getByLabel('签名（盖章）').fill(markup);
    await paper(page, '百度网盘').getByText(`《${markup}》`).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }, 60_000);

  it('reads 500 pasted lines, flags repeats, and lets them be removed', async () => {
    const { page, open } = await enter({ as: 'rights' });
    await open('/file');
    const lines = Array.from({ length: 499 }, () => pasted.douyin());
    await textBox(page).fill([...lines, lines[0]].join('\n'));
    await page.getByText('识别到 500 个地址').waitFor();
    await page.getByText('需留意 1', { exact: true }).click();
    await page.getByText('与上文重复').waitFor();
    await page.getByRole('button', { name: '删去重复的 1 段' }).click();
    await page.getByText('识别到 499 个地址').waitFor();
    expect((await textBox(page).inputValue()).match(/douyin/g)).toHaveLength(499);
  }, 60_000);
});

describe('evidence', () => {
  it('is uploaded as a file that the notice then names', async () => {
    const { page, open } = await enter({ as: 'rights' });
    await open('/file');
    await textBox(page).fill(pasted.netdisk());
    await page.getByText('文件', { exact: true }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: '截图说明.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('播放页面的文字记录'),
    });
    await paper(page, '百度网盘').getByText('截图说明.txt').waitFor();
    const { body } = await app.by('rights').get('/v1/files');
    expect(body.data[0]).toMatchObject({ name: '截图说明.txt', mediaType: 'text/plain' });
  }, 60_000);
});

for (const width of ['laptop', 'phone'] as const) {
  it(`filing is open to everybody (axe, ${width})`, async () => {
    const { page, open } = await enter({ as: 'rights', width });
    await open('/file');
    await fillExample(page);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const send = await confirmSubmission(page);
    await send.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await send.click();
    await page.getByRole('heading', { level: 1, name: /投诉已提交/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }, 60_000);
}
