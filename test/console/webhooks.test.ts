import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { openBrowser, seriousFaults, visit, type Visitor } from './support/browser.js';

/** Each is a story of many pages. */
jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let receiver: Receiver;
/** What the receiver answers. */
let status = 204;
let answer: NonNullable<Parameters<typeof startReceiver>[0]> = (_request, response) =>
  response.writeHead(status).end(status === 204 ? '' : '<b>no</b>');
let visitor: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  receiver = await startReceiver((request, response) => answer(request, response));
  browser = await openBrowser();
}, 90_000);
afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});
afterAll(async () => {
  await browser.close();
  await receiver.close();
  await app.close();
});

/** A receiver as it should be. */
function verifying(secret: string): typeof answer {
  const seen = new Set<unknown>();
  return ({ body, headers }, response) => {
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>);
    } catch {
      return response.writeHead(401).end();
    }
    const isKnown = seen.has(headers['webhook-id']);
    seen.add(headers['webhook-id']);
    return response.writeHead(isKnown ? 208 : 204).end();
  };
}

describe('webhooks in the console', () => {
  it('are registered, tried, seen to fail, and sent again', async () => {
    visitor = await visit(browser, app, { as: 'platform' });
    const { page } = visitor;
    await visitor.open('/webhooks');
    await page.getByRole('heading', { name: '四步收到第一条签名消息' }).waitFor();
    expect(await page.getByText('new Webhook(process.env').isVisible()).toBe(true);
    await page.getByRole('tab', { name: 'Python' }).click();
    expect(await page.getByText('Webhook(os.environ').isVisible()).toBe(true);

    await page.getByRole('button', { name: '登记接收地址' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('接收地址').fill(receiver.url);
    await dialog.getByLabel('备注').fill('<b>内容</b>安全系统');
    await dialog.getByRole('button', { name: '登记接收地址' }).click();
    const secret = (await page.locator('[data-secret]').textContent())!;
    expect(secret).toMatch(/^whsec_/);

    await page.getByRole('link', { name: '我已保存，发送示例消息' }).click();
    await dialog.getByRole('button', { name: '发送消息' }).click();
    const drawer = page.getByRole('dialog', { name: '投递详情' });
    await drawer.getByText('已送达', { exact: true }).waitFor();
    expect(receiver.verify(secret, receiver.requests[0]!)).toMatchObject({ type: 'notice.served' });
    await drawer.getByText(`POST ${receiver.url}`).waitFor();
    await drawer.getByText('"isTest": true').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.getByText(secret).count()).toBe(0);

    status = 500;
    await drawer.getByRole('button', { name: '重新发送' }).click();
    await drawer.getByText('<b>no</b>').first().waitFor();
    await drawer.getByText('下次尝试').waitFor();
    expect(receiver.requests.length).toBeGreaterThanOrEqual(2);

    status = 204;
    await drawer.getByRole('button', { name: '重新发送' }).click();
    await drawer.getByText('已送达', { exact: true }).waitFor();
    expect(receiver.requests.at(-1)!.headers['webhook-id']).toBe(receiver.requests[0]!.headers['webhook-id']);
  });

  it('say who was first where two change one endpoint, and are rotated, disabled and removed', async () => {
    visitor = await visit(browser, app, { as: 'platform' });
    const { page } = visitor;
    await visitor.open('/webhooks');
    expect(await page.getByText('whsec_').count()).toBe(0);
    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByRole('heading', { level: 1, name: receiver.url }).waitFor();
    const id = new URL(page.url()).pathname.split('/').pop()!;

    await page.getByRole('button', { name: '修改接收地址' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('备注').fill('我的备注');
    const elsewhere = await app
      .by('platform')
      .send('PATCH', `/v1/webhook-endpoints/${id}`, { description: '别人的备注' }, { 'if-match': '*' });
    expect(elsewhere.status).toBe(200);
    await dialog.getByRole('button', { name: '保存修改' }).click();
    await dialog.getByRole('alert').waitFor();
    // the browser itself notes a refused request
    expect(visitor.complaints.splice(0)).toEqual([expect.stringContaining('412')]);
    await page.getByText('别人的备注').waitFor();
    await dialog.getByRole('button', { name: '保存修改' }).click();
    await page.getByText('我的备注').waitFor();

    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '轮换密钥' }).click();
    await dialog.getByRole('button', { name: '轮换密钥' }).click();
    await page.locator('[data-secret]', { hasText: 'whsec_' }).waitFor();
    await page.getByText('新旧密钥同时签名').waitFor();
    await page.getByRole('button', { name: '我已保存' }).click();
    expect(await page.locator('[data-secret]').count()).toBe(0);

    await page.getByRole('button', { name: '停用接收' }).click();
    await page.getByText('由您的单位停用').waitFor();
    expect(await page.getByRole('button', { name: '发送示例消息' }).isDisabled()).toBe(true);

    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '删除接收地址' }).click();
    await dialog.getByRole('button', { name: '删除接收地址' }).click();
    await page.getByRole('heading', { name: '四步收到第一条签名消息' }).waitFor();
  });

  it('check a receiver in the sandbox alone, say what to mend, and are content when it was mended', async () => {
    const { body: endpoint } = await app
      .by('platform')
      .post('/v1/webhook-endpoints', { url: receiver.url, events: ['*'] });
    visitor = await visit(browser, app, { as: 'platform' });
    const { page, context } = visitor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visitor.open(`/webhooks/${endpoint.id}`);
    await page.getByRole('button', { name: '检查接收程序' }).click();
    const report = page.getByRole('dialog', { name: '检查接收程序' });
    await report.getByText('6 项须改正（共 11 项）').waitFor();
    await report.getByText('拒绝正文被改动的消息').waitFor();
    await report.getByText('任何人都能让您的系统下架任意内容').waitFor();
    expect(await report.getByText('逐块转成文本').isVisible()).toBe(false);
    expect(await seriousFaults(page)).toEqual([]);
    await report.getByRole('button', { name: '复制报告' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^http:.*\n6 项须改正[^]*✗ 识别重试的消息 \(replayed\): 204, then 204\n {2}应答复： 208[^]*\n✓ /,
    );

    answer = verifying(endpoint.secret);
    await report.getByRole('button', { name: '重新检查' }).click();
    await report.getByText('11 项全部通过').waitFor();
    await page.route('**/v1/auth/session', async (route) => {
      const session = await (await route.fetch()).json();
      await route.fulfill({ json: { me: { ...session.me, isSandbox: false } } });
    });
    await visitor.open(`/webhooks/${endpoint.id}`);
    await page.getByRole('button', { name: '发送示例消息' }).waitFor();
    expect(await page.getByRole('button', { name: '检查接收程序' }).count()).toBe(0);
  });

  it('lead to the guide, every page and address of which is there', async () => {
    visitor = await visit(browser, app, { as: 'platform' });
    const { page } = visitor;
    await visitor.open('/webhooks');
    await page.getByRole('link', { name: '对接指南' }).click();
    await page.getByRole('heading', { level: 1, name: '对接指南：最初五分钟' }).waitFor();
    await page.getByText("import { Webhook } from 'standardwebhooks'").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const known = new Set([page.url()]);
    for (const address of known) {
      const shown = await page.request.get(address, { headers: { accept: 'text/html' } });
      expect([address, shown.status()]).toEqual([address, 200]);
      if (!address.includes('/guide/')) continue;
      const text = await shown.text();
      expect(text).not.toMatch(/<!--|\.md"/);
      for (const [, link] of text.matchAll(/href="(?!https?:)([^"#]+)/g)) known.add(new URL(link!, address).href);
    }
    expect([...known].filter((address) => address.endsWith('.html')).length).toBe(2 * 9 + 1);
  });

  it('fit on a phone, in English too', async () => {
    const url = `${receiver.url}/${'long-'.repeat(60)}`;
    const { body } = await app
      .by('platform')
      .post('/v1/webhook-endpoints', { url, events: ['notice.served', 'item.restored'] });
    visitor = await visit(browser, app, { as: 'platform', width: 'phone', language: 'en' });
    for (const path of ['/webhooks', `/webhooks/${body.id}`]) {
      await visitor.open(path);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      expect(
        await visitor.page.evaluate(() => document.querySelector('#page')!.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await seriousFaults(visitor.page)).toEqual([]);
    }
  });
});
