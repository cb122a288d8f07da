import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { lockCounterFor } from './lock-counter-notice.js';
import { moveOrRefuse } from './lock-item.js';
import { settleNotices } from './settle-notices.js';

/** The platform finds that a statement lacks identity or proof after all: it has no effect, and the item stays down. */
export async function rejectCounterNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  counterId: string,
  input: { missing: readonly string[]; note: string },
): Promise<{ rejectedAt: Date }> {
  const locked = await lockCounterFor(tx, now, caller, counterId);
  if (locked.party !== 'platform') throw new Problem('forbidden');
  const { counter, notice, item } = locked;
  if (item.counterNoticeId !== counter.id) {
    const detail = `The counter-notice is ${counter.state}.`;
    throw new Problem('wrong_state', { detail, extra: { state: counter.state } });
  }
  const to = moveOrRefuse(locked, 'reject_counter', 'a statement is rejected before it is forwarded.');
  await tx.query(`update counter_notices set state = 'rejected', rejection = $2, ended_at = $3 where id = $1`, [
    counter.id,
    JSON.stringify(input),
    now,
  ]);
  const data = { counterNoticeId: counter.id };
  await settleNotices(tx, now, actorOf(caller), [{ notice, items: [{ item, event: 'reject_counter', to, data }] }]);
  return { rejectedAt: now };
}
