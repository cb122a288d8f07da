import type { Browser, Page } from 'playwright-core';
import { type DemoAccount, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { openBrowser, type Visitor, visit } from './support/browser.js';
import { relayStatement } from './support/relay-statement.js';

/** A second, and as much again where the tests have the machine to themselves only in part. */
const soon = { timeout: 4_000 };
let app: TestApp;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  app = await startTestApp();
  browser = await openBrowser();
}, 60_000);
afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function come(as: DemoAccount, path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Visitor> {
  const visitor = await visit(browser, app, { as });
  visitors.push(visitor);
  visitor.page.setDefaultTimeout(15_000);
  await prepare?.(visitor.page);
  await visitor.open(path);
  return visitor;
}
const silent = () => visitors.map(({ complaints }) => complaints);

it('what one does appears at the others without reloading: from three pasted lines to the regulator’s desk', async () => {
  // something lies in the inbox already
  await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  const platform = await come('platform', '/inbox');
  const inbox = platform.page;
  await inbox.locator('.inbox-row').first().waitFor();

  const rights = await come('rights', '/file');
  const { page } = rights;
  await page.getByRole('button', { name: '用示例填写' }).click();
  await page.getByText('要素齐备').waitFor();
  await page.getByLabel('含侵权链接的文字').fill([pasted.netdisk(), pasted.netdisk(), pasted.douyin()].join('\n'));
  const found = page.getByRole('list', { name: '识别出的地址' }).getByRole('listitem');
  await found.filter({ hasText: '百度网盘' }).nth(1).waitFor();
  await found.filter({ hasText: '抖音' }).waitFor();
  await page.getByRole('button', { name: '提交投诉…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交投诉', exact: true }).click();
  await inbox.getByRole('button', { name: /有 1 件新通知/ }).waitFor({ timeout: 15_000 });
  await page.waitForURL('**/file/done/*');

  const { body: filed } = await app.by('platform').get('/v1/notices?sort=newest&limit=1');
  const notice = filed.data[0];
  await rights.open(`/notices/${notice.id}`);

  // the platform takes one of two down by keyboard, and refuses the other with its reason
  await inbox.keyboard.press('g');
  await inbox
    .getByRole('link', { name: new RegExp(notice.number) })
    .first()
    .waitFor();
  await platform.open(`/inbox/${notice.id}`);
  await inbox.locator('.inbox-acts button').first().waitFor();
  await inbox.keyboard.press('t');
  await inbox.getByText('已选 2 / 2 项').waitFor();
  // the first X goes to the items, the second leaves the first of them out
  await inbox.keyboard.press('x');
  await inbox.keyboard.press('x');
  await inbox.getByText('其余 1 项仍待处理').waitFor();
  await inbox.keyboard.press('n');
  await page.locator('.item-standing', { hasText: '删除' }).waitFor(soon);
  await platform.open(`/inbox/${notice.id}`);
  await inbox.locator('.inbox-acts button').first().waitFor();
  await inbox.keyboard.press('r');
  await inbox.getByRole('group', { name: '驳回理由' }).waitFor();
  await inbox.keyboard.press('4');
  await inbox.keyboard.press('n');
  await page.getByText('证明不足').first().waitFor(soon);

  // its user protests, and by this law the work comes back at once
  await platform.open(`/inbox/${notice.id}`);
  await inbox.locator('.inbox-acts button').first().waitFor();
  await relayStatement(inbox, app);
  await page.getByText('应恢复').first().waitFor(soon);
  await inbox.keyboard.press('o');
  await inbox.getByRole('menuitem', { name: '恢复', exact: true }).click();
  await inbox.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
  await page.getByText('已恢复').first().waitFor(soon);

  // what nobody answered comes to the regulator, who has the queue open
  const regulator = await come('regulator', '/escalations');
  await app.advance('PT25H');
  const desk = regulator.page;
  await desk.getByText('平台未在时限内对通知作出处置').first().waitFor({ timeout: 8_000 });
  await desk.locator('main a[href^="/escalations/"]').first().click();
  await desk.getByText('送达证明').first().waitFor();
  await desk.getByRole('button', { name: '认领' }).click();
  await desk.getByText('已认领，由您承办').first().waitFor();
  expect(silent()).toEqual([[], [], []]);
}, 180_000);

it('a laptop whose clock is a day wrong shows the time that is really left', async () => {
  const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  const { id } = body.notices[0];
  for (const days of [-1, 1]) {
    const { page } = await come('rights', `/notices/${id}`, (fresh) =>
      fresh.addInitScript((shift) => {
        const Right = Date;
        class Wrong extends Right {
          constructor(...given: []) {
            if (given.length > 0) super(...given);
            else super(Right.now() + shift);
          }
          static override now() {
            return Right.now() + shift;
          }
        }
        globalThis.Date = Wrong as DateConstructor;
      }, days * 86_400_000),
    );
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now())).toBeGreaterThan(80_000_000);
    await page
      .getByText(/正常 · 剩 23 小时 5\d 分/)
      .first()
      .waitFor();
  }
  expect(silent()).toEqual([[], []]);
}, 60_000);
