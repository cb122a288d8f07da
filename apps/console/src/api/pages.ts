import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

interface Page<T> {
  data: T[];
  next: string | null;
}

/** A keyset list, page by page: `rows` so far, `more()` while there is a next page. */
export function usePages<T>(queryKey: QueryKey, read: (after: string | undefined) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: query.isPending,
    failure: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

export type Pages<T> = ReturnType<typeof usePages<T>>;
