import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { instant, newId, Problem } from '#kernel';
import { transition } from './domain/transition.js';
import { type LockedNotice, lockNoticeFor, moveFacts } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

export interface ForwardingInput {
  /** All items that can still be forwarded when left out. */
  itemIds?: readonly string[];
  method: 'message' | 'email' | 'publication';
  /** The platform's claim of when; between service and now. */
  at: Date;
  url?: string | null;
}

/**
 * The platform passed the notice on to the user who posted, or published it where the user cannot be reached
 * (条例 第15条, 电子商务法 第42、44条, 民法典 第1195条). The clock stops at receipt here; `at` is the platform's word.
 */
export async function forwardNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  input: ForwardingInput,
): Promise<{ id: string; itemIds: string[]; receivedAt: Date }> {
  const notice = await lockNoticeFor(tx, noticeId, caller, 'act_on_notice');
  const forwarding = await recordForwarding(tx, now, notice, input);
  await settleNotices(tx, now, actorOf(caller), [
    { notice, items: [], whole: { event: 'forward', data: { method: input.method }, itemIds: forwarding.itemIds } },
  ]);
  return { ...forwarding, receivedAt: now };
}

/** Writes the forwarding down, in the locked items too; the clocks are for `settleNotices`, which the caller runs next. */
export async function recordForwarding(
  tx: Tx,
  now: Date,
  notice: LockedNotice,
  input: ForwardingInput,
): Promise<{ id: string; itemIds: string[] }> {
  if (input.at < notice.servedAt! || input.at > now) {
    const detail = `Give an instant between service and now, ${instant(notice.servedAt!)} and ${instant(now)}.`;
    throw new Problem('validation_failed', { errors: [{ pointer: '#/at', code: 'out_of_range', detail }] });
  }
  const open = notice.items
    .filter((item) => transition(item.state, 'forward', 'platform', moveFacts(notice, item)) !== null)
    .map(({ id }) => id);
  const wanted = input.itemIds ?? open;
  const known = new Set(notice.items.map(({ id }) => id));
  const foreign = wanted.findIndex((id) => !known.has(id));
  if (foreign >= 0) {
    const detail = 'No such item in this notice.';
    throw new Problem('validation_failed', {
      errors: [{ pointer: `#/itemIds/${foreign}`, code: 'unknown_item', detail }],
    });
  }
  const itemIds = [...new Set(wanted)];
  if (itemIds.length === 0)
    throw new Problem('wrong_state', { detail: 'No item of this notice is left to be forwarded.' });
  const id = newId();
  await tx.query(
    `insert into forwardings (id, notice_id, item_ids, method, url, forwarded_at, received_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, notice.id, itemIds, input.method, input.url ?? null, input.at, now],
  );
  for (const item of notice.items) if (itemIds.includes(item.id)) item.isForwarded = true;
  return { id, itemIds };
}
