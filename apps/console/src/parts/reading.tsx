import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problem.js';
import { NotFound } from '../shell/not-found.js';
import { words } from '../shell/words.js';
import { PageHead } from './page-head.js';
import { ProblemNote } from './problem-note.js';

interface Read<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What is being read as a skeleton, what failed with its reason and a way to try again, what came as `children` shows it. */
export function Reading<T>({
  of,
  children,
  rows = 4,
  isPage = false,
}: {
  of: Read<T>;
  children: (data: T) => ReactNode;
  rows?: number;
  /** It is all that the page shows: a failure then needs a heading of its own. */
  isPage?: boolean;
}) {
  const say = words.use();
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (isPage && isProblem(of.error, 'not_found')) return <NotFound />;
  if (of.error)
    return (
      <>
        {isPage && <PageHead title={say('unsureOfLoad')} />}
        <ProblemNote failure={of.error} again={() => void of.refetch()} />
      </>
    );
  return <Skeleton active title={false} paragraph={{ rows }} />;
}
