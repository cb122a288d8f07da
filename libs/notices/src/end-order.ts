import type { Tx } from '#database';
import { type Actor } from '#events';
import { actorOf, type Caller, can } from '#identity';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import { type Party } from './domain/item-states.js';
import { transition } from './domain/transition.js';
import { lockHolds, releaseWhileHeld } from './holds.js';
import { factsOf, type LockedItem, lockNotices, moveFacts, partyOf } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';
import type { ItemChange } from './settlement.js';

interface Order {
  id: string;
  canonicalItemId: string;
}

/** Orders that have run out by `now`, oldest first, of these notices alone where any are given. One statement. */
export function findExpiredOrders(
  tx: Tx,
  now: Date,
  filter: { noticeIds: readonly string[] } | { limit: number },
): Promise<Order[]> {
  return tx.query<Order[]>(
    `select o.id, o.canonical_item_id as "canonicalItemId" from orders o
     where o.ended_at is null and o.expires_at <= $1 and ($2::uuid[] is null or o.canonical_item_id in
       (select canonical_item_id from items where notice_id = any($2)))
     order by o.expires_at limit $3`,
    [now, 'noticeIds' in filter ? filter.noticeIds : null, 'limit' in filter ? filter.limit : null],
  );
}

/** Whether an order has run out that nobody has ended yet. */
export async function hasOrdersToEnd(db: Tx | DataSource): Promise<boolean> {
  const [row] = await db.query<Array<{ found: boolean }>>(
    'select exists (select from orders where ended_at is null and expires_at <= domain_now()) as found',
  );
  return row!.found;
}

/** A court or authority order is no more: lifted, by whoever recorded it or the platform; or run out, by the clock. */
export async function endOrder(tx: Tx, now: Date, caller: Caller, orderId: string): Promise<{ endedAt: Date }> {
  const [order] = await tx.query<Array<Order & { noticeId: string; endedAt: Date | null; recorder: string }>>(
    `select id, canonical_item_id as "canonicalItemId", notice_id as "noticeId", ended_at as "endedAt",
       recorded_by_organization_id as recorder from orders where id = $1`,
    [orderId],
  );
  if (!order) throw new Problem('not_found');
  await lockHolds(tx, { canonicalItemIds: [order.canonicalItemId], noticeIds: [order.noticeId] });
  const [notice] = await lockNotices(tx, [order.noticeId]);
  if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
  const party = partyOf(caller, factsOf(notice));
  if (party !== 'platform' && party !== 'regulator') throw new Problem('forbidden');
  if (order.recorder !== caller.organizationId && party !== 'platform') {
    throw new Problem('forbidden', { detail: 'An order is ended by whoever recorded it, or by the platform.' });
  }
  if ((await endOrders(tx, now, [order], actorOf(caller), party)) === 0) {
    throw new Problem('wrong_state', { detail: 'The order has ended before.', extra: { state: 'ended' } });
  }
  return { endedAt: now };
}

/**
 * Ends orders and lets go of what they alone held: the thing goes back to the complaint that it was down for, or is due
 * to come back. Everything on the thing is looked at, whoever complained. The caller has locked the things
 * (`lockHolds`). Returns how many had not ended before.
 */
export async function endOrders(
  tx: Tx,
  now: Date,
  orders: readonly Order[],
  actor: Actor,
  party: Party,
): Promise<number> {
  const [ended] = await tx.query<[Order[], number]>(
    `update orders set ended_at = $2 where id = any($1) and ended_at is null returning id, canonical_item_id as "canonicalItemId"`,
    [orders.map(({ id }) => id), now],
  );
  if (ended.length === 0) return 0;
  const orderOf = new Map(ended.map(({ id, canonicalItemId }) => [canonicalItemId, id]));
  const concerned = await tx.query<Array<{ noticeId: string }>>(
    `select distinct notice_id as "noticeId" from items
     where canonical_item_id = any($1) and state in ('held', 'released', 'pending')`,
    [[...orderOf.keys()]],
  );
  const notices = await lockNotices(
    tx,
    concerned.map(({ noticeId }) => noticeId),
  );
  const leaving = notices.flatMap((notice) =>
    notice.items.flatMap((item): ItemChange[] => {
      const orderId = orderOf.get(item.canonicalItemId);
      if (!orderId) return [];
      const facts = moveFacts(notice, item, isHeldOtherwise(item) ? ['held_otherwise'] : []);
      const to = transition(item.state, 'order_ended', party, facts);
      return to ? [{ item, event: 'order_ended', to, data: { orderId } }] : [];
    }),
  );
  const changes = await releaseWhileHeld(tx, leaving);
  const moved = changes.filter(({ item, to }) => to !== item.state || item.state === 'held');
  await settleNotices(
    tx,
    now,
    actor,
    notices.map((notice) => ({ notice, items: moved.filter(({ item }) => notice.items.includes(item)) })),
  );
  return ended.length;
}

/** Read after this order was ended: another one, or a proceeding on which the item was already held. */
function isHeldOtherwise(item: LockedItem): boolean {
  return item.isOrdered || (item.openProceedings > 0 && item.before !== 'actioned');
}
