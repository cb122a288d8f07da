import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { startTestServer } from '../support/test-server.js';
import { type Language, openBrowser, visit, type Width } from './support/browser.js';
import { type Matter, seedMatter } from './support/matter.js';
import { pathOf, type Screen, screens } from './support/screens.js';
import { hostile, plain } from './support/written.js';

/**
 * `npm run screenshots -- --hostile --into docs/images/console --language zh --width laptop --whole inbox workbench`:
 * pictures of every screen, or of the named ones, on a database of its own that is gone afterwards.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string', default: 'data/screenshots' },
    language: { type: 'string' },
    width: { type: 'string' },
    hostile: { type: 'boolean', default: false },
    /** Not what a window shows but the page to its end. */
    whole: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const unknown = positionals.filter((name) => !screens.some((screen) => screen.name === name));
  if (unknown.length > 0) throw new Error(`no such screen: ${unknown.join(', ')}`);
  const chosen = screens.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  await mkdir(values.into, { recursive: true });
  const stopServer = await startTestServer();
  const app = await startTestApp();
  const browser = await openBrowser();
  try {
    const matter = await seedMatter(app, values.hostile ? hostile : plain);
    for (const language of ['zh', 'en'] as const)
      for (const width of ['laptop', 'phone'] as const)
        if ((values.language ?? language) === language && (values.width ?? width) === width)
          await take(browser, app, matter, chosen, language, width);
  } finally {
    await browser.close();
    await app.close();
    await stopServer();
  }
}

async function take(
  browser: Browser,
  app: TestApp,
  matter: Matter,
  chosen: readonly Screen[],
  language: Language,
  width: Width,
): Promise<void> {
  for (const account of new Set(chosen.map(({ as }) => as))) {
    const visitor = await visit(browser, app, { as: account ?? undefined, language, width });
    for (const screen of chosen.filter(({ as }) => as === account)) {
      await visitor.open(pathOf(screen, matter));
      await visitor.page.locator('#page :is(h1, [role=alert])').first().waitFor({ state: 'attached' });
      // what moves into its place has come to rest
      await visitor.page.waitForTimeout(300);
      const fold = values.whole ? await unroll(visitor.page) : undefined;
      const path = join(values.into, `${screen.name}.${language}.${width}.png`);
      await visitor.page.screenshot({ path });
      await fold?.();
      process.stdout.write(`${path}\n`);
    }
    await visitor.close();
  }
}

/** The page scrolls inside its frame: the window grows to what there is. */
async function unroll(page: Page): Promise<() => Promise<void>> {
  const size = page.viewportSize()!;
  const hidden = await page.evaluate(() => {
    const place = document.getElementById('page')!;
    return place.scrollHeight - place.clientHeight;
  });
  await page.setViewportSize({ ...size, height: Math.min(size.height + hidden, 6000) });
  return () => page.setViewportSize(size);
}

await main();
process.exit();
