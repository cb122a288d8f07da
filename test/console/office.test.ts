import type { Browser } from 'playwright-core';
import { escalationsStage } from '../escalations/escalations-stage.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { openBrowser, seriousFaults, settled, visit, type Visitor } from './support/browser.js';

let stage: Awaited<ReturnType<typeof escalationsStage>>;
let browser: Browser;
const visitors: Visitor[] = [];
const enter = async (options: Parameters<typeof visit>[2]) => {
  const visitor = await visit(browser, stage.app, options);
  visitors.push(visitor);
  return visitor;
};

beforeAll(async () => {
  stage = await escalationsStage();
  await stage.file([pasted.netdisk()]);
  await stage.open(await stage.passHours(25));
  const unknown = complaintAbout(['https://files.nowhere-known.example/s/1']);
  expect((await stage.app.by('rights').post('/v1/complaints', unknown)).status).toBe(201);
  browser = await openBrowser();
}, 90_000);
afterEach(async () => {
  for (const visitor of visitors.splice(0)) {
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }
});
afterAll(async () => {
  await browser?.close();
  await stage?.app.close();
});

it('tells a regulator why a matter came, and takes it in hand', async () => {
  const { page, open } = await enter({ as: 'regulator' });
  await open('/escalations');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('link', { name: '平台未在时限内对通知作出处置' }).first().click();
  await page.getByRole('heading', { name: '未履行的义务' }).waitFor();
  await settled(page);
  expect(await page.locator('.packet-sentence').first().textContent()).toContain('未收到');
  expect(await page.locator('.packet-log .packet-hash').first().textContent()).toMatch(/[0-9a-f]{64}/);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '认领' }).click();
  await page.locator('.page-head').getByText('已认领').waitFor();
});

for (const width of ['laptop', 'phone'] as const) {
  it(`shows an operator every work place (${width})`, async () => {
    const { page, open } = await enter({ as: 'operator', width });
    for (const path of ['/directory', '/unrouted', '/calendars', '/rules', '/dead-letters', '/health', '/sandbox']) {
      await open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      expect([path, await seriousFaults(page)]).toEqual([path, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}
