import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
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
}: {
  of: Read<T>;
  children: (data: T) => ReactNode;
  rows?: number;
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <ProblemNote failure={of.error} again={() => void of.refetch()} />;
  return <Skeleton active title={false} paragraph={{ rows }} />;
}
