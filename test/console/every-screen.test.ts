import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchPath } from 'react-router';
import { pathOf, screens } from './support/screens.js';
import { walkScreens } from './support/walk-screens.js';

const areas = 'apps/console/src/areas';
const seeded = walkScreens('zh', 'laptop');

it('every route of every area is on one of the screens, and every screen is a route', () => {
  const routes = readdirSync(areas, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => ['area.ts', 'public-pages.ts'].map((file) => join(areas, name, file)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((text) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!));
  const shown = screens.map((screen) => ({ ...screen, path: pathOf(screen, seeded()).replace(/\?.*/, '') }));
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter((route) => !shown.some(({ path }) => matchPath(route, path)))).toEqual([]);
  const strays = shown.filter(({ path, isNotFound }) => !isNotFound && !routes.some((route) => matchPath(route, path)));
  expect(strays).toEqual([]);
});
