import type { Browser } from 'playwright-core';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Language, openBrowser, seriousFaults, visit, type Visitor, type Width } from './browser.js';
import { type Matter, seedMatter } from './matter.js';
import { pageFaults } from './page-faults.js';
import { pathOf, type Screen, screens } from './screens.js';
import { hostile } from './written.js';

/** A test of each screen, with the worst that can be written into a matter; which one is told once it has been seeded. */
export function walkScreens(language: Language, width: Width): () => Matter {
  let app: TestApp;
  let browser: Browser;
  let matter: Matter;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    app = await startTestApp();
    browser = await openBrowser();
    matter = await seedMatter(app, hostile);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** One browser for each person, kept from screen to screen. */
  async function visitorOf({ as }: Screen): Promise<Visitor> {
    const known = visitors.get(`${as}`) ?? (await visit(browser, app, { as: as ?? undefined, language, width }));
    visitors.set(`${as}`, known);
    return known;
  }

  it.each(screens.map((screen) => [screen.name, screen] as const))('%s stands', async (_name, screen) => {
    const visitor = await visitorOf(screen);
    await visitor.open(pathOf(screen, matter));
    await visitor.page.locator('#page :is(h1, [role=alert])').first().waitFor({ state: 'attached' });
    expect([...(await pageFaults(visitor.page)), ...(await seriousFaults(visitor.page))]).toEqual([]);
    // the browser itself notes the answer about what is not there
    const told = visitor.complaints.splice(0);
    expect(told.filter((line) => !(screen.isNotFound && line.includes('404')))).toEqual([]);
  });
  return () => matter;
}
