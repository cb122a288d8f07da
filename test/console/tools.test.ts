import type { Browser } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { openBrowser, seriousFaults, settled, visit, type Visitor } from './support/browser.js';

let app: TestApp;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  app = await startTestApp({ worker: false });
  browser = await openBrowser();
}, 60_000);
afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it('computes a deadline from an address alone, day by day', async () => {
  visitor = await visit(browser, app);
  await visitor.open('/tools/deadline?rule=cn.ecl.wait&start=2026-09-25T02:00:00.000Z');
  const answer = visitor.page.getByRole('region', { name: '计算结果' });
  await answer.waitFor();
  const { body } = await app.with(null).get('/v1/deadlines/preview?rule=cn.ecl.wait&start=2026-09-25T02:00:00.000Z');
  expect(await answer.locator('.tool-due').getAttribute('datetime')).toBe(body.dueAt);
  expect(await answer.textContent()).toContain(body.source.article);
});

it('tells where a pasted text would go, and why', async () => {
  visitor = await visit(browser, app);
  await visitor.open('/tools/where');
  await visitor.page.getByLabel('粘贴的内容').fill('链接：https://pan.baidu.com/s/1YBeAbCdEfGhIjKlMnOp 提取码：60va');
  await visitor.page.getByRole('button', { name: '查询归属' }).click();
  expect(await visitor.page.getByRole('table').textContent()).toMatch(/百度网盘.*pan\.baidu\.com/);
});

it('says of what is no receipt that it is none', async () => {
  visitor = await visit(browser, app);
  await visitor.open('/tools/receipt');
  const { page } = visitor;
  await page.getByLabel('回执内容').fill('{"receipt":{},"signature":"x","keyId":"nobody"}');
  await page.getByRole('button', { name: '核验回执' }).click();
  await page.getByText('核验未通过').waitFor();
});

for (const width of ['laptop', 'phone'] as const) {
  it(`is open to everybody (axe, ${width})`, async () => {
    visitor = await visit(browser, app, { width, language: 'en' });
    for (const path of ['/tools/deadline', '/tools/where', '/tools/receipt', '/about']) {
      await visitor.open(path);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      await settled(visitor.page);
      expect([path, await seriousFaults(visitor.page)]).toEqual([path, []]);
      expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
  });
}
