import { seriousFaults } from './support/browser.js';
import { confirm, consoleStage } from './support/stage.js';

const stage = consoleStage();
const { enter } = stage;

const work = { ref: 'w1', title: '流浪地球2', category: 'film' };
const whole = {
  ground: 'copyright',
  works: [work],
  statements: { accuracy: true, goodFaith: true, signature: '张三' },
  evidence: [
    { kind: 'ownership', text: '国作登字-2025-I-00012345' },
    { kind: 'infringement', text: '可在线播放全片 <img src=x onerror=alert(1)>', url: 'https://example.com/proof' },
  ],
};
const target = (text: string) => ({ text, workRef: 'w1' });

async function file(body: object): Promise<{ id: string; number: string; notices: Array<{ id: string }> }> {
  const { status, body: filed } = await stage.app.by('rights').post('/v1/complaints', { ...whole, ...body });
  expect(status).toBe(201);
  return filed;
}

/** A thing on 淘宝 that was taken down, and what its user says about it, forwarded. */
async function countered(code: string): Promise<{ noticeId: string; counterId: string }> {
  const filed = await file({ targets: [target(`https://item.taobao.com/item.htm?id=${code}`)] });
  const noticeId = filed.notices[0]!.id;
  const { body: notice } = await stage.app.by('platform3').get(`/v1/notices/${noticeId}`);
  const itemId = notice.items[0].id;
  const decisions = [{ itemId, outcome: 'delisted' }];
  const { body: decided } = await stage.app.by('platform3').post(`/v1/notices/${noticeId}/decisions`, { decisions });
  const { status, body: relayed } = await stage.app.by('platform3').post(`/v1/items/${itemId}/counter-notices`, {
    respondent: {
      name: '钱小二',
      contact: '13800000000',
      address: '北京市海淀区某路 1 号',
      idType: 'resident_id',
      idNumber: '11010119900307001X',
    },
    statement: '该内容系本人合法取得授权后上传。<b>请恢复</b>',
    reasonCode: 'licensed',
    evidence: [{ kind: 'other', text: '授权书编号 2026-1' }],
    statements: { accuracy: true, signature: '钱小二' },
    receivedAt: decided.items[0].decidedAt,
    forward: true,
  });
  expect([status, relayed]).toMatchObject([201, { state: 'forwarded' }]);
  return { noticeId, counterId: relayed.id };
}

describe('a complaint', () => {
  it('says what became of every address, and what follows', async () => {
    const filed = await file({
      clientRef: 'A-1',
      targets: [
        target('链接：https://pan.baidu.com/s/1everyaddress?pwd=60va 提取码：60va'),
        target('这里没有地址'),
        target('https://nobody-knows.example/v/1'),
      ],
    });
    const { page, open } = await enter({ as: 'rights' });
    await open('/complaints?q=A-1');
    await page.getByRole('link', { name: filed.number }).click();
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    await row('1everyaddress').getByText('已送达').waitFor();
    await row('这里没有地址').getByText('请用完整链接重新提交').waitFor();
    await row('nobody-knows').getByText('由运营方确认平台后送达').waitFor();
    await page.getByRole('button', { name: '校验回执' }).click();
    await page.getByText('回执有效').waitFor();
    const receipt = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载回执' }).click();
    expect((await receipt).suggestedFilename()).toBe(`${filed.number}.json`);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('that lacks what the law asks for is supplemented, and goes out', async () => {
    const filed = await file({
      evidence: whole.evidence.slice(0, 1),
      statements: {},
      targets: [target('https://pan.baidu.com/s/1deficient')],
    });
    const { page, open } = await enter({ as: 'rights' });
    await open(`/complaints/${filed.id}`);
    await page.getByText('缺少构成侵权的初步证明材料').waitFor();
    await page.getByRole('button', { name: '补正', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('我声明通知内容真实').check();
    await dialog.getByLabel('签名').fill('张三');
    await dialog.getByRole('button', { name: '添加证据' }).click();
    await dialog.getByLabel('文字说明').fill('可在线播放全片');
    expect(await seriousFaults(page)).toEqual([]);
    await confirm(page, '提交补正');
    await page.getByRole('row').filter({ hasText: '1deficient' }).getByText('已送达').waitFor();
    await page.getByText('还缺这些').waitFor({ state: 'hidden' });
  });

  it('is withdrawn for some of its addresses', async () => {
    const filed = await file({
      targets: [target('https://pan.baidu.com/s/1withdrawone'), target('https://pan.baidu.com/s/1withdrawtwo')],
    });
    const { page, open } = await enter({ as: 'rights' });
    await open(`/complaints/${filed.id}`);
    await page.getByRole('button', { name: '撤回投诉' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('只撤回部分链接').check();
    await dialog.getByLabel(/1withdrawtwo/).check();
    await dialog.getByLabel('理由').fill('已达成和解');
    await confirm(page, '确认撤回');
    await page.getByRole('row').filter({ hasText: '1withdrawtwo' }).getByText('已撤回').waitFor();
    await page.getByRole('row').filter({ hasText: '1withdrawone' }).getByText('待处理').waitFor();
  });
});

describe('a notice', () => {
  it('of 500 items is read at once, shows twenty and then more, and opens no address that is not one of the web', async () => {
    const addresses = Array.from({ length: 500 }, (_, place) => target(`https://pan.baidu.com/s/1many${place}x`));
    const filed = await file({ targets: addresses });
    const { page, open } = await enter({ as: 'rights' });
    await open(`/notices/${filed.notices[0]!.id}`);
    const items = page.locator('.item-line');
    await page.getByRole('heading', { name: '链接（500）' }).waitFor();
    expect(await items.count()).toBe(20);
    const first = items.first().getByRole('link').first();
    expect(await first.getAttribute('rel')).toContain('noreferrer');
    await page.getByRole('button', { name: '再显示 100 条（共 500 条）' }).click();
    expect(await items.count()).toBe(120);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('changes before the eyes of its complainant when the platform acts, and takes an appeal and a report', async () => {
    const filed = await file({
      targets: [target('https://pan.baidu.com/s/1liveone'), target('https://pan.baidu.com/s/1livetwo')],
    });
    const id = filed.notices[0]!.id;
    const { page, open } = await enter({ as: 'rights' });
    await open(`/notices/${id}`);
    const item = (text: string) => page.locator('.item-line').filter({ hasText: text });
    await item('1liveone').getByText('待处理').waitFor();
    const { body: notice } = await stage.app.by('platform').get(`/v1/notices/${id}`);
    const [one, two] = notice.items;
    await stage.app.by('platform').post(`/v1/notices/${id}/decisions`, {
      decisions: [
        { itemId: one.id, outcome: 'removed' },
        { itemId: two.id, outcome: 'refused', reasonCode: 'insufficient_proof', note: '看不出权属' },
      ],
    });
    await item('1liveone').getByText('已处置').waitFor();
    await item('1livetwo').getByText('看不出权属').waitFor();
    await item('1livetwo').getByRole('button', { name: '提交申诉' }).click();
    await page.getByRole('dialog').getByLabel('说明').first().fill('登记证书见附件');
    await confirm(page, '提交申诉');
    await item('1livetwo').getByText('登记证书见附件').waitFor();
    await item('1liveone').getByRole('button', { name: '报告仍在传播' }).click();
    await confirm(page, '提交报告');
    await item('1liveone').getByText('再现').waitFor();
    await page.getByRole('region', { name: '经过' }).getByText('内容再现').waitFor();
  });

  it('is found by what the address of the list says, and a view keeps that address under a name', async () => {
    const { page, open } = await enter({ as: 'rights' });
    await open('/notices');
    await page.getByRole('textbox', { name: '查找通知' }).fill('https://pan.baidu.com/s/1liveone');
    await page.waitForURL('**/notices?q=*');
    await page.getByRole('row').nth(2).waitFor({ state: 'hidden' });
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('table').getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: '保存的视图' }).click();
    await page.getByRole('textbox', { name: '视图名称' }).fill('一条链接');
    await page.getByRole('button', { name: '保存视图' }).click();
    await open('/notices');
    await page.getByRole('button', { name: '保存的视图' }).click();
    await page.getByRole('button', { name: '一条链接', exact: true }).click();
    await page.waitForURL('**/notices?q=*');
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('leads the platform to its inbox, and shows it none of the complainant’s acts', async () => {
    const filed = await file({ targets: [target('https://pan.baidu.com/s/1otherside')] });
    const { page, open } = await enter({ as: 'platform' });
    await open(`/notices/${filed.notices[0]!.id}`);
    const inbox = page.getByRole('link', { name: '在收件箱中处理' });
    expect(await inbox.getAttribute('href')).toBe(`/inbox/${filed.notices[0]!.id}`);
    expect(await page.getByRole('button', { name: '撤回通知' }).count()).toBe(0);
  });
});

describe('a counter-notice', () => {
  it('is answered within its wait with proof of a suit', async () => {
    const { counterId, noticeId } = await countered('61700000001');
    const { page, open } = await enter({ as: 'rights' });
    await open(`/counter-notices/${counterId}`);
    await page.getByText('<b>请恢复</b>').waitFor();
    await page.getByText('等待权利人投诉或起诉的期限').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '提交投诉或起诉证明' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('法院或主管部门').fill('北京互联网法院');
    await dialog.getByLabel('案号或受理编号').fill('（2026）京0491民初12345号');
    await confirm(page, '提交证明');
    await page.getByText('维持下架').first().waitFor();
    const { body: notice } = await stage.app.by('rights').get(`/v1/notices/${noticeId}`);
    expect(notice.items[0].state).toBe('held');
    expect(notice.proceedings).toMatchObject([{ kind: 'suit', number: '（2026）京0491民初12345号', counts: true }]);
  });
});

it('is read on a phone, in English, with a name of 200 characters, and nothing runs over', async () => {
  const filed = await file({
    complainant: {
      name: '甲'.repeat(200),
      contact: '张三',
      phone: '010-12345678',
      address: '北京市',
      idType: 'x',
      idNumber: '1',
    },
    targets: [target(`https://pan.baidu.com/s/1${'phone'.repeat(40)}`)],
  });
  const { page, open } = await enter({ as: 'rights', width: 'phone', language: 'en' });
  for (const path of [
    '/complaints',
    `/complaints/${filed.id}`,
    '/notices',
    `/notices/${filed.notices[0]?.id}`,
    '/counter-notices',
    '/vault',
    '/vault/authorizations',
    '/vault/warning-lists',
    '/documents',
  ]) {
    await open(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await page.evaluate(() => document.querySelector('#page')!.scrollWidth)).toBeLessThanOrEqual(390);
    expect([path, await seriousFaults(page)]).toEqual([path, []]);
  }
});
