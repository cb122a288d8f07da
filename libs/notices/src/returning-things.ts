import type { Tx } from '#database';
import { lockNotices, moveFacts } from './lock-notice.js';
import { transition } from './domain/transition.js';
import type { ItemChange, NoticeChange } from './settlement.js';

/** Of these items those whose thing is, or was just now, down on another complaint as well: their holds touch. */
export async function itemsWithRivals(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const rows = await tx.query<Array<{ id: string }>>(
    `select i.id from items i where i.id = any($1) and exists (
       select from items r where r.canonical_item_id = i.canonical_item_id and r.id <> i.id
         and r.state in ('actioned', 'reappeared', 'contested', 'waiting', 'held', 'released', 'restore_due'))`,
    [itemIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * A platform takes a thing down that was due to come back on another complaint: there is a hold again, so it does not
 * come back until that one falls (domain.md §3). The things are locked (`lockHolds`).
 */
export async function releaseReturning(tx: Tx, changes: readonly ItemChange[]): Promise<NoticeChange[]> {
  const taken = changes.filter(({ event, to }) => (event === 'act' || event === 'revise') && isDown(to));
  const down = taken.filter(({ disposition }) => disposition !== 'forwarded_only' && disposition !== 'demoted');
  if (down.length === 0) return [];
  const things = new Set(down.map(({ item }) => item.canonicalItemId));
  const due = await tx.query<Array<{ noticeId: string }>>(
    `select distinct notice_id as "noticeId" from items where canonical_item_id = any($1) and state = 'restore_due'`,
    [[...things]],
  );
  const notices = await lockNotices(
    tx,
    due.map(({ noticeId }) => noticeId),
  );
  return notices.map((notice) => ({
    notice,
    items: notice.items.flatMap((item): ItemChange[] => {
      const to =
        things.has(item.canonicalItemId) && transition(item.state, 'release', 'system', moveFacts(notice, item));
      return to ? [{ item, event: 'release', to }] : [];
    }),
  }));
}

const isDown = (state: string) => state === 'actioned' || state === 'held';
