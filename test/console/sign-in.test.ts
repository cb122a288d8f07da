import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { openBrowser, seriousFaults, visit, type Visitor } from './support/browser.js';

let app: TestApp;
let browser: Browser;
const visitors: Visitor[] = [];
const enter = async (...options: Parameters<typeof visit> extends [unknown, unknown, ...infer Rest] ? Rest : never) => {
  const visitor = await visit(browser, app, ...options);
  visitors.push(visitor);
  return visitor;
};

beforeAll(async () => {
  app = await startTestApp({ worker: false });
  browser = await openBrowser();
}, 60_000);
afterEach(async () => {
  for (const visitor of visitors.splice(0)) {
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('the door', () => {
  it('lets in by one click as a person of the sandbox, from the printed address', async () => {
    const { page } = await enter();
    await page.goto('/');
    await page.getByRole('button', { name: /平台 · 李四/ }).click();
    await page.locator('.shell-organization', { hasText: '百度网盘' }).waitFor();
    expect(new URL(page.url()).pathname).not.toBe('/sign-in');
  });

  it('leads back to the page that was asked for, and never to another site', async () => {
    const { page } = await enter();
    await page.goto('/security?tab=sessions');
    await page.getByLabel('邮箱').fill('rights@demo.test');
    await page.getByLabel('密码').fill('tongshan-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL('**/security?tab=sessions');
    await page.goto('/sign-in?returnTo=//elsewhere.example/');
    await page.waitForFunction(() => location.pathname !== '/sign-in');
    expect(new URL(page.url()).origin).toBe(app.url);
  });

  it('says what is wrong with a password, and asks for nothing twice', async () => {
    const { page, complaints } = await enter();
    await page.goto('/sign-in');
    await page.getByLabel('邮箱').fill('rights@demo.test');
    await page.getByLabel('密码').fill('not the password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('邮箱').inputValue()).toBe('rights@demo.test');
    // the browser itself notes a refused request
    expect(complaints.splice(0)).toEqual([expect.stringContaining('401')]);
  });

  it('registers a rights holder, who is inside at once', async () => {
    const { page } = await enter({ language: 'en' });
    await page.goto('/register');
    await page.getByLabel('Organization or rights holder').fill('新'.repeat(200));
    await page.getByLabel('Your name').fill('<b>Kim</b>');
    await page.getByLabel('E-mail').fill('kim@new.test');
    await page.getByLabel('Password').fill('a sentence to keep');
    await page.getByRole('button', { name: 'Register and sign in' }).click();
    await page.getByRole('button', { name: '<b>Kim</b>' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  });

  for (const width of ['laptop', 'phone'] as const) {
    for (const language of ['zh', 'en'] as const) {
      it(`is open to everybody (axe, ${width}, ${language})`, async () => {
        const { page } = await enter({ width, language });
        for (const path of ['/sign-in', '/register']) {
          await page.goto(path);
          await page.getByRole('heading', { level: 1 }).waitFor();
          expect(await seriousFaults(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        }
      });
    }
  }
});

describe('the page', () => {
  it('comes under a policy that lets in nothing from elsewhere and no inline script', async () => {
    const answer = await fetch(`${app.url}/inbox`, { headers: { accept: 'text/html' } });
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:/);
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(
      (await fetch(`${app.url}/inbox`, { headers: { accept: 'text/html' } })).headers.get('content-security-policy'),
    ).not.toBe(policy);
  });

  it('is not what a program gets for an address that no route knows', async () => {
    const { status, body } = await app.with(null).get('/v1/no-such-thing', { accept: 'text/html' });
    expect([status, body.code]).toEqual([404, 'not_found']);
    expect((await app.with(null).get('/nothing')).status).toBe(404);
  });

  it('loads at most 250 kB of script, compressed, for the first screen', async () => {
    const { page } = await enter();
    const files: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) files.push(pathname);
    });
    await page.goto('/sign-in', { waitUntil: 'networkidle' });
    const bytes = files.reduce((sum, name) => sum + statSync(join('dist/console', `${name}.gz`)).size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });
});

describe('a session that ends', () => {
  it('is noticed in the second tab, which keeps its page and goes on after signing in again', async () => {
    const { page, context } = await enter({ as: 'rights' });
    await page.goto('/security');
    await page.getByRole('button', { name: '张三' }).waitFor();
    const second = await context.newPage();
    await second.goto('/security');
    await second.getByRole('button', { name: '张三' }).click();
    await second.getByText('退出登录').click();
    await second.waitForURL('**/sign-in');
    await page.bringToFront();
    const dialog = page.getByRole('dialog', { name: '登录已失效' });
    await dialog.getByLabel('密码').fill('tongshan-demo');
    await dialog.getByRole('button', { name: '登录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/security');
  });
});
