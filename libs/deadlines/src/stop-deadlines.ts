import type { Tx } from '#database';
import { type DeadlineKey, ofKeys } from './deadline-keys.js';

/** How a clock ends. */
export interface StopOrder extends DeadlineKey {
  /**
   * `stopped`: by what was owed, in time (`met`) or after it (`late`), told apart by the instant of receipt.
   * `cancelled`: nothing is owed any more. `expired`: it ran out and that was its purpose (a wait, a supplement).
   */
  as: 'stopped' | 'cancelled' | 'expired';
  event: string;
}

/**
 * Ends clocks at the instant of receipt, in one statement. What was received before the due instant is in time even
 * where the sweep has already recorded a breach. Clocks that have ended stay as they are.
 */
export async function stopDeadlines(tx: Tx, at: Date, orders: readonly StopOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await tx.query(
    `update deadlines d
     set stopped_at = case when o."as" = 'expired' then d.due_at else $2 end, stop_event = o.event,
       next_mark = null, next_mark_at = null, pauses = ${closedPauses},
       state = case when o."as" = 'cancelled' then 'cancelled' when o."as" = 'expired' then 'breached'
         when d.state = 'paused' or $2 < d.due_at then 'met' else 'late' end
     from (
       select d.id, o.event, o."as"
       from ${ofKeys('$1', '"as" text, event uuid')}
       order by d.id
       for update of d
     ) o
     where d.id = o.id`,
    [JSON.stringify(orders), at],
  );
}

/** A clock that ends while it is paused ends its pause with it. */
const closedPauses = `case when d.state = 'paused'
  then jsonb_set(d.pauses, array[(jsonb_array_length(d.pauses) - 1)::text, 'until'], to_jsonb($2::timestamptz)) else d.pauses end`;
