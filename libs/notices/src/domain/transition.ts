import type { Condition } from './conditions.js';
import type { ItemState, Party } from './item-states.js';
import { type ItemEvent, itemEvents, lifecycle } from './lifecycle.js';
import type { Row } from './lifecycle-row.js';

const table: Record<ItemEvent, Row> = lifecycle;

/** What decides between the moves of a row. */
export interface MoveFacts {
  conditions: ReadonlySet<Condition>;
  /** The state in which an order found the item. */
  before?: ItemState | null;
}

/** The state after the event, or null where this party cannot bring it about from this state. Pure. */
export function transition(state: ItemState, event: ItemEvent, party: Party, facts: MoveFacts): ItemState | null {
  const row = table[event];
  if (!row.by.includes(party)) return null;
  const { conditions, before } = facts;
  const move = row.moves.find(
    ({ from, when = [], unless = [] }) =>
      from.includes(state) &&
      when.every((condition) => conditions.has(condition)) &&
      !unless.some((condition) => conditions.has(condition)),
  );
  if (!move) return null;
  if (move.to === 'same') return state;
  return move.to === 'before' ? (before ?? null) : move.to;
}

/** What this party can do now: the console's buttons and the API's `allowedActions`. */
export function eventsOpenTo(state: ItemState, party: Party, facts: MoveFacts): ItemEvent[] {
  return itemEvents.filter((event) => isThere(event, facts) && transition(state, event, party, facts) !== null);
}

/** An order is judged as it is gone; until then there has to be one that can end. */
function isThere(event: ItemEvent, { conditions }: MoveFacts): boolean {
  return event !== 'order_ended' || conditions.has('order_stands');
}

/** Whether a complaint about an item in this state can be taken back at all. */
export function isWithdrawable(state: ItemState): boolean {
  return table.withdraw.moves.some(({ from }) => from.includes(state));
}

/** The row of an event, as every reader of the table wants it. */
export function lifecycleRow(event: ItemEvent): Row {
  return table[event];
}

export function eventType(event: ItemEvent): string {
  return table[event].emits;
}

/** Nothing more is owed on the complaint about this item for now. */
export function isDecided(state: ItemState): boolean {
  return !['unserved', 'pending', 'supplement_requested', 'reappeared'].includes(state);
}
