import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium as engine, type Page } from 'playwright-core';
import type { DemoAccount, TestApp } from '../../support/app.js';
import { demoPassword } from '../../support/app.js';

export const widths = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
export type Width = keyof typeof widths;
export type Language = 'zh' | 'en';

/** The browser that comes inside an npm package: nothing is fetched, nothing is installed. */
export async function openBrowser(): Promise<Browser> {
  return engine.launch({
    executablePath: await chromium.executablePath(),
    // its own arguments would run everything in one process and look away from other origins; ours do not
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    headless: true,
  });
}

/** One person's browser: a page, and every complaint of its console, which a test must find empty. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  complaints: string[];
  /** Opens a path and waits until what it shows has been read. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function visit(
  browser: Browser,
  app: Pick<TestApp, 'url'>,
  options: { as?: DemoAccount; email?: string; language?: Language; width?: Width } = {},
): Promise<Visitor> {
  const { as, email = as && `${as}@demo.test`, language = 'zh', width = 'laptop' } = options;
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: widths[width],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    hasTouch: width === 'phone',
    reducedMotion: 'reduce',
  });
  if (email) await signIn(context, app.url, email);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (failure) => complaints.push(String(failure)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== app.url && !['data:', 'blob:'].includes(protocol)) complaints.push(`asked ${request.url()}`);
  });
  return {
    page,
    context,
    complaints,
    async open(path) {
      await page.goto(path);
      await page.locator('#page').waitFor();
      await settled(page);
    },
    close: () => context.close(),
  };
}

/**
 * Nothing is being read any more: no skeleton, no spinner, also not of a part whose script had still to come. The stream
 * of updates stays open, so the network never idles.
 */
export async function settled(page: Page): Promise<void> {
  const nothing = () => !document.querySelector('.ant-skeleton, .ant-spin-spinning');
  await page.waitForFunction(nothing, undefined, { timeout: 15_000 });
  await page.waitForTimeout(100);
  await page.waitForFunction(nothing, undefined, { timeout: 15_000 });
}

async function signIn(context: BrowserContext, url: string, email: string): Promise<void> {
  const answer = await context.request.post(`${url}/v1/auth/session`, {
    data: { email, password: demoPassword },
    headers: { 'x-requested-with': 'tongshan-console' },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`);
}

/** What axe finds serious or critical on the page, a line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
}
