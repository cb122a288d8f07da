import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { areas, type Page } from './areas/area.js';
import { Home } from './shell/home.js';
import { NotFound } from './shell/not-found.js';
import { PageFailed } from './shell/page-failed.js';
import { PublicFrame } from './shell/public-frame.js';

const Shell = lazy(() => import('./shell/shell.js').then((file) => ({ default: file.Shell })));
const routesOf = (pages: readonly Page[]) =>
  pages.map(({ path, lazy: load }) => <Route key={path} path={path} element={<LoadedPage page={pageOf(load)} />} />);

const publicRoutes = routesOf(areas.flatMap((area) => area.publicRoutes ?? []));
const ownRoutes = routesOf(areas.flatMap((area) => area.routes ?? []));

function pageOf(load: Page['lazy']) {
  return lazy(() => load().then((file) => ({ default: file.Component })));
}

/** Every address and its page; a page's script is fetched when it is opened. */
export function Pages() {
  return (
    <Guarded>
      <Suspense>
        <Routes>
          <Route path="/" element={<Home />} />
          <Route element={<PublicFrame />}>{publicRoutes}</Route>
          <Route element={<Shell />}>
            {ownRoutes}
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </Suspense>
    </Guarded>
  );
}

function LoadedPage({ page: PageComponent }: { page: ComponentType }) {
  return (
    <Suspense fallback={<div className="page-coming" aria-busy="true" />}>
      <Guarded>
        <PageComponent />
      </Guarded>
    </Suspense>
  );
}

/** A page that breaks is told in its place; the frame around it goes on. */
class Guarded extends Component<{ children: ReactNode }, { failure: unknown }> {
  override state = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override render() {
    return this.state.failure === null ? this.props.children : <PageFailed />;
  }
}
