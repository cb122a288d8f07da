import type { Tx } from '#database';
import type { ItemState } from './domain/item-states.js';
import type { ItemEvent } from './domain/lifecycle.js';
import type { ItemChange, Settling } from './settlement.js';

const decides: readonly ItemEvent[] = ['act', 'refuse', 'report_not_found', 'revise', 'supplement_lapsed'];

/** While a decision is owed for the first time. */
const owing = "'unserved', 'pending', 'supplement_requested'";

/** Writes the new states of items, with what was said of them. One statement for any number. */
export async function writeItems(tx: Tx, now: Date, settling: readonly Settling[]): Promise<void> {
  const rows = settling.flatMap(({ items }) =>
    items.map((change) => ({
      id: change.item.id,
      state: change.to,
      decides: decides.includes(change.event),
      disposition: change.disposition ?? null,
      reason: change.reasonCode ?? null,
      note: change.note ?? null,
      acted: change.actedAt ?? null,
      appealed: change.event === 'appeal',
      before: beforeOrder(change),
      on_counter: change.to === 'restored' && change.item.isCounterOpen,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `update items i set state = r.state,
       disposition = case when r.decides then r.disposition else i.disposition end,
       reason_code = case when r.decides then r.reason else coalesce(r.reason, i.reason_code) end,
       note = coalesce(r.note, i.note),
       acted_at = case when r.decides then r.acted else i.acted_at end,
       decided_at = case when r.decides then $2 else i.decided_at end,
       settled_at = case when r.state in (${owing}) then i.settled_at else coalesce(i.settled_at, $2) end,
       restored_at = case when r.state = 'restored' then $2 else i.restored_at end,
       appealed_at = case when r.appealed then $2 else i.appealed_at end,
       state_before_order = r.before,
       restored_on_counter = i.restored_on_counter or r.on_counter
     from jsonb_to_recordset($1) as r(id uuid, state text, decides boolean, disposition text, reason text, note text,
       acted timestamptz, appealed boolean, before text, on_counter boolean)
     where i.id = r.id`,
    [JSON.stringify(rows), now],
  );
}

/**
 * The state to which an item goes back when its order ends. An order finds an item as it is; what the platform takes
 * down on a complaint while an order stands is held by both.
 */
function beforeOrder({ item, event, to }: ItemChange): ItemState | null {
  if (event === 'order_takedown' && item.state === 'supplement_requested') return null; // still owed on the complaint
  if (event === 'order_takedown') return item.before ?? (to === item.state && to !== 'held' ? null : item.state);
  if (event === 'act' && to === 'held') return item.before ?? 'actioned';
  if (event === 'withdraw' && to === 'pending') return 'withdrawn';
  return to === 'held' || to === 'pending' ? item.before : null;
}
