import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import type { Item, Notice } from '../notices/notice-document.js';
import { noticeQuery } from '../notices/use-notice.js';
import { type QuickAct, takes } from './quick-acts.js';

const atOnce = 6;
const rowsAtOnce = 500;

/** The chosen notices whole, a few at a time: their items and their laws are not in the list. */
export function useChosenNotices(ids: readonly string[]) {
  return useQuery({
    queryKey: ['inbox-bulk', ...ids],
    queryFn: async () => {
      const notices: Notice[] = [];
      for (let from = 0; from < ids.length; from += atOnce) {
        const some = await Promise.all(ids.slice(from, from + atOnce).map((id) => queries.fetchQuery(noticeQuery(id))));
        notices.push(...some.map(({ notice }) => notice));
      }
      return notices;
    },
    gcTime: 0,
    staleTime: Infinity,
  });
}

export interface BulkRow {
  notice: Notice;
  item: Item;
}

export function rowsFor(act: QuickAct, notices: readonly Notice[]): BulkRow[] {
  return notices.flatMap((notice) => notice.items.filter((item) => takes(act, item)).map((item) => ({ notice, item })));
}

export interface RowFailure extends BulkRow {
  code: string;
  detail: string | null;
}

export interface BulkInput {
  outcome: string;
  reasonCode?: string;
  note?: string;
}

/**
 * Decides all rows the same way, at most five hundred in one request; each notice stands for itself. What somebody
 * else changed since it was read is left alone; what is already so, as after a lost answer, counts as done.
 */
export async function decideRows(
  rows: readonly BulkRow[],
  { outcome, reasonCode, note }: BulkInput,
): Promise<RowFailure[]> {
  const now = await itemsNow(rows);
  const isChanged = ({ item }: BulkRow) => now.get(item.id)?.state !== item.state;
  const failures = rows.filter(isChanged).map((row) => ({ ...row, code: 'stale_version', detail: null }) as RowFailure);
  const open = rows.filter((row) => !isChanged(row));
  for (let from = 0; from < open.length; from += rowsAtOnce) {
    const some = open.slice(from, from + rowsAtOnce);
    const decisions = some.map(({ item }) => ({
      itemId: item.id,
      outcome,
      ...(reasonCode && { reasonCode }),
      ...(note?.trim() && { note: note.trim() }),
    }));
    const { results } = await taken(api.POST('/v1/decisions', { body: { decisions } as never }));
    results.forEach(({ ok, problem }, at) => {
      if (!ok) failures.push({ ...some[at]!, code: problem?.code ?? '', detail: problem?.detail ?? null });
    });
  }
  return failures.filter(({ item }) => !isSo(now.get(item.id), outcome));
}

/** The items as they are; only notices in which something happened since are read again. */
async function itemsNow(rows: readonly BulkRow[]): Promise<Map<string, Item>> {
  const items = new Map<string, Item>();
  for (const id of new Set(rows.map(({ notice }) => notice.id))) {
    const query = noticeQuery(id);
    const isOld = queries.getQueryState(query.queryKey)?.isInvalidated ?? true;
    const { notice } = await queries.fetchQuery({ ...query, staleTime: isOld ? 0 : Infinity });
    for (const item of notice.items) items.set(item.id, item);
  }
  return items;
}

function isSo(item: Item | undefined, outcome: string): boolean {
  if (!item) return false;
  return outcome === 'refused' || outcome === 'not_found' ? item.state === outcome : item.disposition === outcome;
}
