import type { PlannedDeadline } from '#deadlines';
import type { NewEvent } from '#events';
import type { NoticeOutcome, NoticeState } from './domain/aggregate-notice.js';
import type { ItemState } from './domain/item-states.js';
import type { ItemEvent } from './domain/lifecycle.js';
import type { LockedItem, LockedNotice } from './lock-notice.js';

export interface ItemChange {
  item: LockedItem;
  event: ItemEvent;
  /** The state after it, which the caller took from `transition`. */
  to: ItemState;
  disposition?: string | null;
  reasonCode?: string | null;
  note?: string | null;
  actedAt?: Date | null;
  /** Of a counter-notice: when the platform had it, the instant from which its clocks count. */
  receivedAt?: Date | null;
  /** Ids and codes for the log. */
  data?: Record<string, unknown>;
}

export interface NoticeChange {
  notice: LockedNotice;
  items: ItemChange[];
  /** Something that happens to the notice as a whole: an acknowledgement, a forwarding. */
  whole?: { event: 'acknowledge' | 'forward'; data: Record<string, unknown>; itemIds?: string[] };
  /** Clocks that service starts, given the event that starts them. */
  starts?: (event: string) => PlannedDeadline[];
}

export interface SettledNotice {
  id: string;
  state: NoticeState;
  outcome: NoticeOutcome | null;
  items: Map<string, ItemState>;
}

/** A change with all that follows from it. */
export interface Settling extends NoticeChange {
  events: NewEvent[];
  /** The logged event of each item that changed, and of the notice as a whole. */
  eventOf(item: LockedItem | null): string;
  after: Array<{ id: string; state: ItemState; isForwarded: boolean; hasOwnTakedown: boolean }>;
}
