import { seriousFaults } from './support/browser.js';
import { confirm, consoleStage } from './support/stage.js';

const stage = consoleStage();
const { enter } = stage;

describe('the vault and the files', () => {
  it('keep a work, and say at the number itself that its check digit is wrong', async () => {
    const { page, open, complaints } = await enter({ as: 'rights' });
    await open('/vault');
    await page.getByRole('button', { name: '添加作品' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('作品名称').fill('长安三万里');
    await dialog.getByRole('combobox', { name: '添加编号' }).click();
    await page.getByTitle('国际标准书号').click();
    await dialog.getByLabel('国际标准书号').fill('978-7-02-015698-1');
    await dialog.getByRole('button', { name: '保存作品' }).click();
    await dialog.locator('.ant-form-item-explain-error').filter({ hasText: /.+/ }).waitFor();
    expect(await dialog.getByLabel('国际标准书号').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel('国际标准书号').fill('978-7-302-51182-3');
    await confirm(page, '保存作品');
    await page.getByRole('row').filter({ hasText: '长安三万里' }).waitFor();
    // the browser itself notes a refused request
    expect(complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('take a file, say where it is used, and let go of one that nothing rests on', async () => {
    const { page, open } = await enter({ as: 'rights' });
    await open('/documents');
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '登记证书.pdf', mimeType: 'application/pdf', buffer: pdf });
    const row = page.getByRole('row').filter({ hasText: '登记证书' });
    await row.getByText('未使用').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await row.getByRole('button', { name: /^删除/ }).click();
    await confirm(page, '删除');
    await row.waitFor({ state: 'hidden' });
  });

  it('show the owner an authorization that was filed in its name, and end it on its word', async () => {
    const { body: me } = await stage.app.by('rights').get('/v1/me');
    const { body: filed } = await stage.app.by('partner').post('/v1/authorizations', {
      owner: { name: me.organization.name, organizationId: me.organization.id },
      catalogue: true,
      rights: ['information_network'],
      validFrom: '2026-01-01',
      documents: [{ text: '授权委托书' }],
    });
    const { page, open } = await enter({ as: 'rights' });
    await open(`/vault/authorizations/${filed.id}`);
    await page.getByText('权利人的全部作品').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '撤销授权' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('合作终止');
    await confirm(page, '撤销授权');
    await page.getByText('合作终止').waitFor();
  });
});
