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
 * Decides all rows the same way, at most five hundred in one request; each notice stands for itself. Sent again after
 * a lost answer, what is already so counts as done.
 */
export async function decideRows(
  rows: readonly BulkRow[],
  { outcome, reasonCode, note }: BulkInput,
): Promise<RowFailure[]> {
  const failures: RowFailure[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
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
  return withoutDone(failures, outcome);
}

async function withoutDone(failures: readonly RowFailure[], outcome: string): Promise<RowFailure[]> {
  const late = new Set(failures.filter(({ code }) => code === 'wrong_state').map(({ notice }) => notice.id));
  const now = new Map<string, Item>();
  for (const id of late) {
    const { notice } = await queries.fetchQuery({ ...noticeQuery(id), staleTime: 0 });
    for (const item of notice.items) now.set(item.id, item);
  }
  return failures.filter(({ item, code }) => code !== 'wrong_state' || !isSo(now.get(item.id), outcome));
}

function isSo(item: Item | undefined, outcome: string): boolean {
  if (!item) return false;
  return outcome === 'refused' || outcome === 'not_found' ? item.state === outcome : item.disposition === outcome;
}
