import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { restoreReleased } from './holds.js';
import { lockItemFor, moveOrRefuse } from './lock-item.js';
import { settleNotices } from './settle-notices.js';

/**
 * The platform brought an item back: one that was due to come back, or one whose user's statement it accepts at once.
 * What other holders had released comes back with it.
 */
export async function restoreItem(tx: Tx, now: Date, caller: Caller, itemId: string): Promise<{ restoredAt: Date }> {
  const locked = await lockItemFor(tx, now, caller, itemId);
  if (locked.party !== 'platform') throw new Problem('forbidden');
  const to = moveOrRefuse(locked, 'restore', 'only what is due to be restored can be reported as restored here.');
  const items = [{ item: locked.item, event: 'restore' as const, to }];
  const others = await restoreReleased(tx, items);
  await settleNotices(tx, now, actorOf(caller), [{ notice: locked.notice, items }, ...others]);
  return { restoredAt: now };
}
