import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { publicPages } from './areas/public-pages.js';
import { Home } from './shell/home.js';
import { Guarded, routesOf } from './shell/loaded-page.js';
import { PublicFrame } from './shell/public-frame.js';

const OwnPages = lazy(() => import('./shell/own-pages.js').then((file) => ({ default: file.OwnPages })));
const publicRoutes = routesOf(publicPages);

/** Every address and its page; what needs no account is here at once, the rest when somebody enters. */
export function Pages() {
  return (
    <Guarded>
      <Suspense>
        <Routes>
          <Route path="/" element={<Home />} />
          <Route element={<PublicFrame />}>{publicRoutes}</Route>
          <Route path="*" element={<OwnPages />} />
        </Routes>
      </Suspense>
    </Guarded>
  );
}
