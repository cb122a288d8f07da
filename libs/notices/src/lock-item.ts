import type { Tx } from '#database';
import { type Caller, can } from '#identity';
import { Problem } from '#kernel';
import type { Condition } from './domain/conditions.js';
import { type ItemState, type Party } from './domain/item-states.js';
import { type ItemEvent } from './domain/lifecycle.js';
import { transition } from './domain/transition.js';
import { lockHolds } from './holds.js';
import { factsOf, type LockedItem, type LockedNotice, lockNotices, moveFacts, partyOf } from './lock-notice.js';
import { settleExpired } from './settle-expired.js';

/** An item with its notice, locked, and the side on which the caller stands. */
export interface LockedFor {
  notice: LockedNotice;
  item: LockedItem;
  party: Party;
}

/**
 * One item for whoever acts on it: what had run out is settled first, then thing, notice and items are locked in that
 * order. What the caller may not read is not found; who only reads is refused.
 */
export async function lockItemFor(tx: Tx, now: Date, caller: Caller, itemId: string): Promise<LockedFor> {
  const [found] = await tx.query<Array<{ noticeId: string }>>(
    'select notice_id as "noticeId" from items where id = $1',
    [itemId],
  );
  if (!found) throw new Problem('not_found');
  const notice = await lockNoticeAt(tx, now, caller, found.noticeId, [itemId]);
  const party = partyOf(caller, factsOf(notice));
  if (!party) throw new Problem('forbidden');
  return { notice, item: notice.items.find(({ id }) => id === itemId)!, party };
}

/** One notice as it stands at `now`, locked, for a caller who may read it; the things of these items are locked before. */
export async function lockNoticeAt(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  itemIds: readonly string[] = [],
): Promise<LockedNotice> {
  await settleExpired(tx, now, { noticeIds: [noticeId] }, itemIds);
  await lockHolds(tx, { itemIds, noticeIds: [noticeId] });
  const [notice] = await lockNotices(tx, [noticeId]);
  if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
  return notice;
}

/** The state that an event leads to, or a clear 409 that says where the item stands. */
export function moveOrRefuse(
  { notice, item, party }: LockedFor,
  event: ItemEvent,
  detail: string,
  ofEvent: readonly Condition[] = [],
): ItemState {
  const to = transition(item.state, event, party, moveFacts(notice, item, ofEvent));
  if (to) return to;
  throw new Problem('wrong_state', { detail: `The item is ${item.state}; ${detail}`, extra: { state: item.state } });
}
