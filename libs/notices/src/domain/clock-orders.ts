import type { DeadlineKey, StopOrder } from '#deadlines';
import type { ClockKind } from '#law';
import { type ItemState } from './item-states.js';
import { type ItemEvent } from './lifecycle.js';
import { lifecycleRow } from './transition.js';

interface Happening {
  event: ItemEvent;
  /** The item it happened to; null for the notice as a whole. */
  item: { id: string; state: ItemState; hasOwnTakedown: boolean } | null;
  /** The logged event that clocks name as their end. */
  eventId: string;
}

interface Facts {
  noticeId: string;
  happened: readonly Happening[];
  /** Every item of the notice, after it. */
  itemsAfter: ReadonlyArray<{ id: string; state: ItemState; isForwarded: boolean; hasOwnTakedown: boolean }>;
}

export interface ClockOrders {
  stops: StopOrder[];
  pauses: DeadlineKey[];
  resumes: DeadlineKey[];
}

/** Clocks that an item has for itself; takedown too, once it was appealed, reported or ordered down. */
const ofItem: readonly ClockKind[] = ['forward_counter', 'wait', 'restore'];
const ofTakedown: readonly ClockKind[] = ['takedown', 'decide'];
const owesTakedown: readonly ItemState[] = ['pending', 'supplement_requested', 'reappeared'];
const owesNothing: readonly ItemState[] = ['withdrawn', 'unserved'];
const needsForwarding: readonly ItemState[] = ['pending', 'supplement_requested', 'actioned', 'reappeared'];

/**
 * Which clocks end, pause or run on. A notice has one clock of a kind for all its items, so takedown ends with the last
 * item that is owed one by it, and forwarding with the last that is still to be forwarded: `met` or `late` by what the
 * platform did, `cancelled` where nothing is left to do. Pure.
 */
export function clockOrders({ noticeId, happened, itemsAfter }: Facts): ClockOrders {
  const orders: ClockOrders = { stops: [], pauses: [], resumes: [] };
  const stop = (kind: ClockKind, as: StopOrder['as'], event: string, subjectId = noticeId) =>
    orders.stops.push({ noticeId, subjectId, kind, as, event });
  for (const { event, item, eventId } of happened) {
    const row = lifecycleRow(event);
    if (!item) continue;
    // an order asks for it still, although the complaint was taken back
    const isOwed = itemsAfter.some(({ id, state }) => id === item.id && owesTakedown.includes(state));
    const ends = item.hasOwnTakedown && !isOwed;
    const own = (kind: ClockKind) => ofItem.includes(kind) || (ends && ofTakedown.includes(kind));
    for (const kind of (row.stops ?? []).filter(own)) stop(kind, 'stopped', eventId, item.id);
    for (const kind of (row.cancels ?? []).filter(own)) stop(kind, 'cancelled', eventId, item.id);
    for (const kind of (row.expires ?? []).filter(own)) stop(kind, 'expired', eventId, item.id);
    const subjects = item.hasOwnTakedown ? [noticeId, item.id] : [noticeId];
    for (const kind of row.pauses ?? [])
      orders.pauses.push(...subjects.map((id) => ({ noticeId, subjectId: id, kind })));
    for (const kind of row.resumes ?? [])
      orders.resumes.push(...subjects.map((id) => ({ noticeId, subjectId: id, kind })));
  }
  const ending = (kind: ClockKind, how: 'stops' | 'cancels' | 'expires') =>
    happened.find(({ event }) => lifecycleRow(event)[how]?.includes(kind))?.eventId;
  for (const kind of ofTakedown) {
    const [stopped, cancelled] = [ending(kind, 'stops'), ending(kind, 'cancels')];
    const isOwed = itemsAfter.some(({ state, hasOwnTakedown }) => owesTakedown.includes(state) && !hasOwnTakedown);
    if ((stopped ?? cancelled) && !isOwed) stop(kind, stopped ? 'stopped' : 'cancelled', (stopped ?? cancelled)!);
  }
  for (const kind of ['acknowledge', 'confirm'] as const) {
    const [stopped, cancelled] = [ending(kind, 'stops'), ending(kind, 'cancels')];
    if (stopped) stop(kind, 'stopped', stopped);
    else if (cancelled && itemsAfter.every(({ state }) => owesNothing.includes(state)))
      stop(kind, 'cancelled', cancelled);
  }
  const lastEvent = happened.at(-1)!.eventId;
  if (!itemsAfter.some(({ state, isForwarded }) => needsForwarding.includes(state) && !isForwarded)) {
    stop('forward', itemsAfter.some(({ isForwarded }) => isForwarded) ? 'stopped' : 'cancelled', lastEvent);
  }
  const isAwaited = (state: ItemState | undefined) => state === 'supplement_requested';
  if (!itemsAfter.some(({ state }) => isAwaited(state))) {
    // nothing is awaited any more, however it ended: the user is to be told
    if (happened.some(({ item }) => isAwaited(item?.state)))
      orders.resumes.push({ noticeId, subjectId: noticeId, kind: 'forward' });
    const [expired, stopped] = [ending('supplement', 'expires'), ending('supplement', 'stops')];
    stop('supplement', expired ? 'expired' : stopped ? 'stopped' : 'cancelled', expired ?? stopped ?? lastEvent);
  }
  return orders;
}
