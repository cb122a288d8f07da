import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchPath } from 'react-router';
import type { Browser } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Language, openBrowser, seriousFaults, visit, type Visitor, type Width } from './support/browser.js';
import { type Matter, seedMatter } from './support/matter.js';
import { pageFaults } from './support/page-faults.js';
import { pathOf, type Screen, screens } from './support/screens.js';
import { hostile } from './support/written.js';

const areas = 'apps/console/src/areas';
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
async function visitorOf({ as }: Screen, language: Language, width: Width): Promise<Visitor> {
  const name = `${as} ${language} ${width}`;
  const known = visitors.get(name) ?? (await visit(browser, app, { as: as ?? undefined, language, width }));
  visitors.set(name, known);
  return known;
}

describe.each([
  ['zh', 'laptop'],
  ['en', 'phone'],
] as const)('in %s on a %s, with the worst that can be written into a matter,', (language, width) => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('%s stands', async (_name, screen) => {
    const visitor = await visitorOf(screen, language, width);
    await visitor.open(pathOf(screen, matter));
    await visitor.page.locator('#page :is(h1, [role=alert])').first().waitFor({ state: 'attached' });
    expect([...(await pageFaults(visitor.page)), ...(await seriousFaults(visitor.page))]).toEqual([]);
    // the browser itself notes the answer about what is not there
    const told = visitor.complaints.splice(0);
    expect(told.filter((line) => !(screen.isNotFound && line.includes('404')))).toEqual([]);
  });
});

it('every route of every area is on one of the screens, and every screen is a route', () => {
  const routes = readdirSync(areas, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => ['area.ts', 'public-pages.ts'].map((file) => join(areas, name, file)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((text) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!));
  const shown = screens.map((screen) => ({ ...screen, path: pathOf(screen, matter).replace(/\?.*/, '') }));
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter((route) => !shown.some(({ path }) => matchPath(route, path)))).toEqual([]);
  const strays = shown.filter(({ path, isNotFound }) => !isNotFound && !routes.some((route) => matchPath(route, path)));
  expect(strays).toEqual([]);
});
