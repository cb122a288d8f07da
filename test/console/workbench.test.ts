import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { openBrowser, seriousFaults, settled, visit, type Visitor } from './support/browser.js';

/** Each is a story of many pages. */
jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  browser = await openBrowser();
}, 90_000);
afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const fileOne = async () => {
  const { status } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  expect(status).toBe(201);
};
const card = (title: string) =>
  visitor.page.locator('.waiting-card', { has: visitor.page.getByText(title, { exact: true }) });

describe('the workbench', () => {
  it('says that nothing waits, and what to do next', async () => {
    visitor = await visit(browser, app, { as: 'rights' });
    await visitor.open('/workbench');
    await visitor.page.getByText('今天没有等您处理的事项').waitFor();
    expect(await visitor.page.locator('#page').getByRole('link', { name: '提交投诉' }).getAttribute('href')).toBe(
      '/file',
    );
    await visitor.page.getByText('这段时间没有提交过投诉。').waitFor();
  });

  it('is the first page, counts what waits as it comes, and leads to the list that shows just that', async () => {
    visitor = await visit(browser, app, { as: 'platform' });
    const { page } = visitor;
    await page.goto('/');
    await page.waitForURL('**/workbench');
    await fileOne();
    await card('待受理').getByText('1', { exact: true }).waitFor();
    await fileOne();
    await card('待受理').getByText('2', { exact: true }).waitFor();
    expect(await page.locator('.nearest-list li').count()).toBe(2);
    await page.locator('.nearest-list .deadline-chip').first().waitFor();

    const { body } = await app.by('platform').get('/v1/workbench');
    for (const { list } of body.waiting) {
      const shown = list.replace('/v1/notices', '/inbox').replace('/v1/', '/');
      expect(await page.locator(`.waiting-card a[href="${shown}"]`).count()).toBe(1);
    }
    await card('待处置').getByRole('link').click();
    await page.waitForURL('**/inbox?state=served,acknowledged');
  });

  it('draws its figures, says them as a table, and hands them out as a file', async () => {
    visitor = await visit(browser, app, { as: 'platform' });
    const { page } = visitor;
    await visitor.open('/workbench');
    const inflow = page.getByRole('region', { name: '收到、处置与积压' });
    await inflow.locator('canvas').waitFor();
    expect(await inflow.getByRole('img').getAttribute('aria-label')).toContain('收到');
    await inflow.getByText('表', { exact: true }).click();
    const { body } = await app.by('platform').get('/v1/statistics/inflow?days=30');
    const today = body.days.at(-1);
    expect(await inflow.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(
      [today.date, today.received, today.handled, today.backlog].map(String),
    );
    expect(today.received).toBeGreaterThan(0);

    await page.getByText('近 7 天').click();
    await page.waitForURL('**/workbench?days=7');
    await page.waitForFunction(() => document.querySelectorAll('.chart-panel tbody tr').length === 7);
    const csv = await visitor.context.request.get(
      (await inflow.getByRole('link', { name: /CSV/ }).getAttribute('href'))!,
    );
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect((await csv.text()).trim().split('\n')).toHaveLength(8);
    expect(await seriousFaults(page)).toEqual([]);
  });

  for (const [account, region] of [
    ['rights', 'From notice to restoration'],
    ['regulator', 'Platforms'],
    ['platform', 'Age of the backlog'],
  ] as const) {
    it(`fits on a phone, in English (${account})`, async () => {
      visitor = await visit(browser, app, { as: account, width: 'phone', language: 'en' });
      await visitor.open('/workbench');
      const { page } = visitor;
      await page.getByRole('region', { name: region, exact: true }).waitFor();
      await settled(page);
      expect(await page.evaluate(() => document.querySelector('#page')!.scrollWidth - innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await seriousFaults(page)).toEqual([]);
    });
  }
});
