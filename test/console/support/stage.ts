import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../support/app.js';
import { openBrowser, visit, type Visitor } from './browser.js';

/** The whole product and a browser beside it, for one file of tests. */
export interface ConsoleStage {
  readonly app: TestApp;
  /** Somebody comes with a browser of their own, who leaves when the test ends. */
  enter(options: Parameters<typeof visit>[2]): Promise<Visitor>;
}

/**
 * Begins before the tests of a file and ends after them. What a visitor's console complained of fails the test, unless
 * the file looks itself (`looksItself`), where a lost connection is part of the story.
 */
export function consoleStage(options: { patience?: number; looksItself?: boolean } = {}): ConsoleStage {
  const { patience = 8_000, looksItself = false } = options;
  let app: TestApp;
  let browser: Browser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    app = await startTestApp();
    browser = await openBrowser();
  }, 60_000);
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) {
      if (!looksItself) expect(visitor.complaints).toEqual([]);
      await visitor.close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  return {
    get app() {
      return app;
    },
    async enter(visitor) {
      const entered = await visit(browser, app, visitor);
      entered.page.setDefaultTimeout(patience);
      visitors.push(entered);
      return entered;
    },
  };
}

/** Presses the button of the dialog that is open, and waits until it has closed. */
export async function confirm(page: Page, button: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
