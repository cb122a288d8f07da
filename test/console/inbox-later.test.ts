import type { Browser, Page } from 'playwright-core';
import { complaintAbout, pasted } from '../support/complaints.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openBrowser, seriousFaults, settled, type Visitor, visit } from './support/browser.js';

describe('later work of a platform', () => {
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

  const come = async (options: Parameters<typeof visit>[2]): Promise<Visitor> => {
    const visitor = await visit(browser, app, options);
    visitor.page.setDefaultTimeout(15_000);
    visitors.push(visitor);
    return visitor;
  };
  /** Files one complaint about so many netdisk links; the notice that came of it. */
  const file = async (title: string, links = 1): Promise<{ id: string; number: string }> => {
    const { body } = await app.by('rights').post(
      '/v1/complaints',
      complaintAbout(
        Array.from({ length: links }, () => pasted.netdisk()),
        { works: [{ ref: 'w1', title, category: 'film' }] },
      ),
    );
    return body.notices[0];
  };
  const stateOf = async (id: string) => (await app.by('platform').get(`/v1/notices/${id}`)).body;
  const until = async (isSo: () => Promise<boolean>) => {
    for (let tries = 0; tries < 100 && !(await isSo()); tries++) await new Promise((go) => setTimeout(go, 50));
    expect(await isSo()).toBe(true);
  };

  /** The list and the open notice have been read. */
  const isReady = async (page: Page) => {
    await page.locator('.inbox-row').first().waitFor({ state: 'attached' });
    await page.locator('.inbox-acts button').first().waitFor();
    await settled(page);
  };

  it('relays a user’s statement and reports what the law wanted back as restored', async () => {
    const { id } = await file('反通知');
    const { items } = await stateOf(id);
    await app.by('platform').post(`/v1/notices/${id}/decisions`, {
      decisions: [{ itemId: items[0].id, outcome: 'removed' }],
    });
    const { page, open, complaints } = await come({ as: 'platform' });
    await open(`/inbox/${id}`);
    await isReady(page);
    await page.keyboard.press('o');
    await page.getByRole('menuitem', { name: '提出反通知' }).click();
    await page.getByLabel('用户姓名或名称').fill('赵六');
    await page.getByLabel('证件类型').press('Enter');
    await page.keyboard.press('Enter');
    await page.getByLabel('证件号码').fill('11010519491231002X');
    await page.getByLabel('联系方式').fill('13800000000');
    await page.getByLabel('地址', { exact: true }).fill('北京市朝阳区');
    await page.getByLabel('理由').press('Enter');
    await page.keyboard.press('Enter');
    await page.getByLabel('声明内容').fill('这是我自己拍摄的内容，与该作品无关。');
    await page.getByLabel('初步证明（文字）').fill('原始素材及拍摄记录');
    await page.getByLabel('内容真实').check();
    const now = new Date(Date.now() + 8 * 3600_000 + 59_000).toISOString().slice(0, 16);
    await app.advance('PT2M');
    await page.getByLabel('平台收到的时间').fill(now);
    await page.getByRole('button', { name: '提出反通知' }).click();
    await until(async () => (await stateOf(id)).items[0].state === 'restore_due');
    await page.getByText('应恢复').first().waitFor();
    await page.keyboard.press('o');
    await page.getByRole('menuitem', { name: '恢复', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await until(async () => (await stateOf(id)).items[0].state === 'restored');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('keeps templates, which fill in the words of a refusal', async () => {
    const { page, open, complaints } = await come({ as: 'platform' });
    await open('/templates');
    await page.getByRole('button', { name: '新建模板' }).click();
    await page.getByLabel('名称').fill('证据不足');
    await page.getByLabel('驳回理由').press('Enter');
    await page.getByTitle('证明不足').click();
    await page.getByLabel('说明').fill('请提供权属证明。');
    await page.getByRole('button', { name: '保存模板' }).click();
    await page.getByRole('cell', { name: '请提供权属证明。' }).waitFor();
    const { id } = await file('模板');
    await open(`/inbox/${id}`);
    await isReady(page);
    await page.keyboard.press('r');
    await page.getByRole('group', { name: '驳回理由' }).waitFor();
    await page.keyboard.press('4');
    await page.locator('textarea').filter({ hasText: '请提供权属证明。' }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is open to assistive technology, in both widths and languages', async () => {
    const { id } = await file('无障碍');
    for (const [width, language] of [
      ['laptop', 'zh'],
      ['phone', 'en'],
    ] as const) {
      const { page, open, complaints } = await come({ as: 'platform', width, language });
      await open(`/inbox/${id}`);
      await isReady(page);
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('r');
      await page.locator('.inbox-armed').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      if (width === 'phone') {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Back to the list' }).click();
        await page.locator('.inbox-row').first().waitFor();
        expect(await seriousFaults(page)).toEqual([]);
      }
      await open('/templates');
      await settled(page);
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  }, 60_000);
});
