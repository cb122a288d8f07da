import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { noticeQuery } from '../notices/use-notice.js';
import { appendPage, beginList, type Entry, type EntryPage, renewRows, type StandingList } from './standing-list.js';
import type { InboxFilters } from './use-inbox-filters.js';

const pageSize = 50;

type Query = InboxFilters & { after?: string | undefined; limit?: number };

function readPage({ state, deadline, sort, ...rest }: Query): Promise<EntryPage> {
  const query = { limit: pageSize, ...rest, state, deadline, sort } as never;
  return taken(api.GET('/v1/notices', { params: { query } }));
}

/** The inbox under its filters, read page by page; `seen` says which rows are in view, for those are kept up to date. */
export function useStandingList(filters: InboxFilters) {
  const [list, setList] = useState<StandingList | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [seen, setSeen] = useState<readonly [number, number]>([0, 0]);
  const reading = useRef(0);
  const isMore = useRef(false);
  const isByDue = filters.sort !== 'newest';
  const name = JSON.stringify(filters);

  const read = useCallback(async () => {
    const turn = ++reading.current;
    setFailure(null);
    try {
      const newest = isByDue ? readPage({ ...filters, sort: 'newest', limit: 1 }) : null;
      const first = await readPage(filters);
      const newestId = ((await newest) ?? first).data[0]?.id ?? '';
      if (turn === reading.current) setList(beginList(first, newestId));
    } catch (problem) {
      if (turn === reading.current) setFailure(problem);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the filters are compared by what they say
  }, [name]);

  useEffect(() => {
    setList(null);
    void read();
  }, [read]);

  const more = useCallback(async () => {
    if (!list?.next || isMore.current) return;
    isMore.current = true;
    const [turn, cursor] = [reading.current, list.next];
    try {
      const page = await readPage({ ...filters, after: cursor });
      if (turn === reading.current) setList((now) => now && appendPage(now, page, cursor));
    } catch (problem) {
      setFailure(problem);
    } finally {
      isMore.current = false;
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a page is asked for by its cursor and what the filters say
  }, [list?.next, name]);

  const renew = useCallback(
    (entries: readonly Entry[]) => setList((now) => now && renewRows(now, entries, isByDue)),
    [isByDue],
  );
  useRenewal(list, filters, name, seen, renew);
  return { list, failure, read, more, renew, setSeen };
}

export type Inbox = ReturnType<typeof useStandingList>;

/** Reads again what is in view and what is newest, whenever the stream of updates says that notices changed. */
function useRenewal(
  list: StandingList | null,
  filters: InboxFilters,
  name: string,
  [from, to]: readonly [number, number],
  renew: (entries: readonly Entry[]) => void,
): void {
  const isRead = list !== null;
  const newest = useQuery({
    queryKey: ['notices', 'inbox-newest', name],
    queryFn: () => readPage({ ...filters, sort: 'newest' }),
    enabled: isRead,
  });
  const cursors = list?.cursors ?? [];
  const shown = cursors.slice(Math.floor(from / pageSize), Math.floor(to / pageSize) + 1);
  const pages = useQueries({
    queries: [...new Set(isRead ? [undefined, ...shown] : [])].map((after) => ({
      queryKey: ['notices', 'inbox-page', name, after ?? ''],
      queryFn: () => readPage({ ...filters, after }),
    })),
  });
  const answers = [newest, ...pages].flatMap(({ data }) => (data ? [data] : []));
  useEffect(() => {
    for (const page of answers) renew(page.data);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was read is compared by identity, page by page
  }, [renew, ...padded(answers)]);
  useLeavers(list, pages[0]?.data, renew);
}

/** Effects want as many dependencies each time. */
function padded(answers: readonly EntryPage[]): Array<EntryPage | null> {
  return Array.from({ length: 5 }, (_, at) => answers[at] ?? null);
}

/** What was decided leaves the first page as it is read anew; it stays where it stands here, with its new state. */
function useLeavers(list: StandingList | null, head: EntryPage | undefined, renew: (entries: Entry[]) => void): void {
  const gone = useRef(new Set<string>());
  const ids = useMemo(() => list?.ids.slice(0, pageSize) ?? [], [list?.ids]);
  useEffect(() => {
    if (!head) return;
    const there = new Set(head.data.map(({ id }) => id));
    for (const id of ids) {
      if (there.has(id)) gone.current.delete(id);
      else if (!gone.current.has(id)) {
        gone.current.add(id);
        void queries
          .fetchQuery(noticeQuery(id))
          .then(({ notice }) => renew([notice]))
          .catch(() => undefined);
      }
    }
  }, [head, ids, renew]);
}
