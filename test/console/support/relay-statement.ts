import type { Page } from 'playwright-core';
import type { TestApp } from '../../support/app.js';

/** In the inbox, on the open notice: fills in what a user answered, and relays it. */
export async function relayStatement(page: Page, app: TestApp): Promise<void> {
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
  // the page asks for a minute of Beijing: one that the work was down in, and that has passed
  const minute = new Date(Date.now() + 8 * 3_600_000 + 59_000).toISOString().slice(0, 16);
  await app.advance('PT2M');
  await page.getByLabel('平台收到的时间').fill(minute);
  await page.getByRole('button', { name: '提出反通知' }).click();
}
