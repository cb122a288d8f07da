import type { ClockKind } from '#law';
import type { Condition } from './conditions.js';
import type { ItemState, Party } from './item-states.js';

/** Where an event leads. */
interface Move {
  from: readonly ItemState[];
  /** `same` leaves the state as it is; `before` is the state in which an order found the item. */
  to: ItemState | 'same' | 'before';
  /** All of these must be true of the item … */
  when?: readonly Condition[];
  /** … and none of these. */
  unless?: readonly Condition[];
}

/** One event in the life of an item. */
export interface Row {
  by: readonly Party[];
  /** The first that fits the state and the conditions. */
  moves: readonly Move[];
  /** Clocks by kind; which rule of the kind it is, and whether there is one, is for the regime to say. */
  starts?: readonly ClockKind[];
  /** A clock of the whole notice stops with the last of its items. */
  stops?: readonly ClockKind[];
  /** Nothing is owed any more, or something else is. */
  cancels?: readonly ClockKind[];
  pauses?: readonly ClockKind[];
  resumes?: readonly ClockKind[];
  /** Ran out, which is what they were for. */
  expires?: readonly ClockKind[];
  /** What the log, webhooks, mail and timeline say. */
  emits: string;
}
