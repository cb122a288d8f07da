import type { Tx } from '#database';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import type { CounterNoticeState } from './counter-notice.entity.js';
import { type LockedFor, lockItemFor } from './lock-item.js';

export interface LockedCounter extends LockedFor {
  counter: {
    id: string;
    itemId: string;
    state: CounterNoticeState;
    receivedAt: Date;
    forwardedAt: Date | null;
    arrivedAt: Date | null;
  };
}

/** A counter-notice with its item and notice, locked. A complainant knows only of what was forwarded to it. */
export async function lockCounterFor(tx: Tx, now: Date, caller: Caller, counterId: string): Promise<LockedCounter> {
  const find = () =>
    tx.query<Array<LockedCounter['counter']>>(
      `select id, item_id as "itemId", state, received_at as "receivedAt", forwarded_at as "forwardedAt", arrived_at as "arrivedAt"
       from counter_notices where id = $1`,
      [counterId],
    );
  const [found] = await find();
  if (!found) throw new Problem('not_found');
  const locked = await lockItemFor(tx, now, caller, found.itemId);
  const [counter] = await find();
  if (locked.party === 'complainant' && !counter!.forwardedAt) throw new Problem('not_found');
  return { ...locked, counter: counter! };
}
