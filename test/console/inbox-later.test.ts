import { seriousFaults, settled } from './support/browser.js';
import { inboxStage } from './support/inbox-stage.js';
import { relayStatement } from './support/relay-statement.js';

describe('later work of a platform', () => {
  const { stage, come, file, stateOf, until, isReady } = inboxStage();

  it('relays a user’s statement and reports what the law wanted back as restored', async () => {
    const { id } = await file('反通知');
    const { items } = await stateOf(id);
    await stage.app.by('platform').post(`/v1/notices/${id}/decisions`, {
      decisions: [{ itemId: items[0].id, outcome: 'removed' }],
    });
    const { page, open, complaints } = await come({ as: 'platform' });
    await open(`/inbox/${id}`);
    await isReady(page);
    await relayStatement(page, stage.app);
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
