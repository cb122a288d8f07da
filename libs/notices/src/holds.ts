import type { Tx } from '#database';
import { groupBy } from '#kernel';
import { lockNotices } from './lock-notice.js';
import type { ItemChange, NoticeChange } from './settlement.js';

/** What a change may touch: things by their items or their own ids, and notices besides those that complain of them. */
export interface HoldsToLock {
  itemIds?: readonly string[];
  canonicalItemIds?: readonly string[];
  noticeIds?: readonly string[];
}

/**
 * Holds belong to the canonical item, whoever complains of it; they are counted under its lock, which comes before
 * those of notices and items. What happens to a thing can move every complaint about it, so their notices are locked
 * with it, all by id: one order for everybody. Call once, first, wherever an item may come back. Two statements.
 */
export async function lockHolds(tx: Tx, toLock: HoldsToLock): Promise<void> {
  const { itemIds = [], canonicalItemIds = [], noticeIds = [] } = toLock;
  if (itemIds.length + canonicalItemIds.length === 0) return;
  const things = await tx.query<Array<{ id: string }>>(
    `select id from canonical_items
     where id in (select unnest($1::uuid[]) union select canonical_item_id from items where id = any($2))
     order by platform_id, key for update`,
    [canonicalItemIds, itemIds],
  );
  await tx.query(
    `select from notices
     where id in (select unnest($1::uuid[]) union select notice_id from items where canonical_item_id = any($2))
     order by id for update`,
    [noticeIds, things.map(({ id }) => id)],
  );
}

/**
 * A complaint on which the thing is down, or due to come back: on that one the restoration runs already. A measure that
 * leaves it up keeps nothing down (`leavesUp`).
 */
export const keepsDown = `h.state in ('actioned', 'reappeared', 'contested', 'waiting', 'held', 'restore_due')
  and coalesce(h.disposition not in ('forwarded_only', 'demoted'), true)`;

/**
 * A row that leads to `restore_due` leads to `released`, without a clock, while another complaint or an order still
 * keeps the thing down. Changes of one transaction count together: the last hold to fall brings it back, once.
 */
export async function releaseWhileHeld(tx: Tx, changes: readonly ItemChange[]): Promise<ItemChange[]> {
  const leading = changes.filter(({ item, to }) => to === 'restore_due' && item.state !== 'restore_due');
  if (leading.length === 0) return [...changes];
  const holds = await tx.query<Array<{ itemId: string | null; canonicalItemId: string }>>(
    `select h.id as "itemId", h.canonical_item_id as "canonicalItemId" from items h
     where h.canonical_item_id = any($1) and ${keepsDown}
     union all
     select null, canonical_item_id from orders
     where canonical_item_id = any($1) and direction = 'takedown' and ended_at is null`,
    [leading.map(({ item }) => item.canonicalItemId)],
  );
  const falling = new Set(leading.map(({ item }) => item.id));
  const held = new Set<string>();
  for (const { itemId, canonicalItemId } of holds)
    if (itemId === null || !falling.has(itemId)) held.add(canonicalItemId);
  return changes.map((change) => {
    if (!leading.includes(change)) return change;
    if (held.has(change.item.canonicalItemId)) return { ...change, to: 'released' };
    held.add(change.item.canonicalItemId); // two of one transaction on one thing: one comes back, the other goes along
    return change;
  });
}

/**
 * When an item comes back, those that were released while it was still held come back with it: also when the platform
 * restores it on its own motion, unless another complaint or an order still keeps it down.
 */
export async function restoreReleased(tx: Tx, changes: readonly ItemChange[]): Promise<NoticeChange[]> {
  const restored = changes.filter(({ to }) => to === 'restored');
  if (restored.length === 0) return [];
  const released = await tx.query<Array<{ id: string; noticeId: string }>>(
    `select r.id, r.notice_id as "noticeId" from items r
     where r.canonical_item_id = any($1) and r.state = 'released'
       and not exists (select from items h where h.canonical_item_id = r.canonical_item_id and not (h.id = any($2))
         and ${keepsDown})
       and not exists (select from orders o where o.canonical_item_id = r.canonical_item_id
         and o.direction = 'takedown' and o.ended_at is null)`,
    [restored.map(({ item }) => item.canonicalItemId), restored.map(({ item }) => item.id)],
  );
  if (released.length === 0) return [];
  const byNotice = groupBy(released, ({ noticeId }) => noticeId);
  const notices = await lockNotices(tx, [...byNotice.keys()]);
  return notices.map((notice) => {
    const ids = new Set(byNotice.get(notice.id)!.map(({ id }) => id));
    const items = notice.items.filter((item) => ids.has(item.id) && item.state === 'released');
    return { notice, items: items.map((item) => ({ item, event: 'restore' as const, to: 'restored' as const })) };
  });
}
