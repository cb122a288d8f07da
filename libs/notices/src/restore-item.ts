import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { transition } from './domain/lifecycle.js';
import { lockHolds, restoreReleased } from './holds.js';
import { lockNoticeFor } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

/** The platform brought an item back that was due to come back; what other holders had released comes back with it. */
export async function restoreItem(tx: Tx, now: Date, caller: Caller, itemId: string): Promise<{ restoredAt: Date }> {
  const [found] = await tx.query<Array<{ noticeId: string }>>(
    'select notice_id as "noticeId" from items where id = $1',
    [itemId],
  );
  if (!found) throw new Problem('not_found');
  await lockHolds(tx, [itemId]);
  const notice = await lockNoticeFor(tx, found.noticeId, caller, 'act_on_notice');
  const item = notice.items.find(({ id }) => id === itemId)!;
  const to = transition(item.state, 'restore', 'platform');
  if (!to) {
    const detail = `The item is ${item.state}; only what is due to be restored can be reported as restored here.`;
    throw new Problem('wrong_state', { detail, extra: { state: item.state } });
  }
  const items = [{ item, event: 'restore' as const, to }];
  await settleNotices(tx, now, actorOf(caller), [{ notice, items }, ...(await restoreReleased(tx, items))]);
  return { restoredAt: now };
}
