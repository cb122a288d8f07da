import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Route } from 'react-router';
import { readVocabulary } from '../api/vocabulary.js';
import type { Page } from '../areas/page.js';
import { PageFailed } from './page-failed.js';

/** A route for each page; its script is fetched when it is opened, and with the first the words for the server's codes. */
export function routesOf(pages: readonly Page[]) {
  return pages.map(({ path, lazy: load }) => {
    const page = lazy(async () => {
      const [file] = await Promise.all([load(), readVocabulary()]);
      return { default: file.Component };
    });
    return <Route key={path} path={path} element={<LoadedPage key={path} page={page} />} />;
  });
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
export class Guarded extends Component<{ children: ReactNode }, { failure: unknown }> {
  override state = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override render() {
    return this.state.failure === null ? this.props.children : <PageFailed />;
  }
}
