import type { StopOrder } from '#deadlines';
import { clocksStopped, type ItemEvent, type ItemState } from './lifecycle.js';

interface Facts {
  noticeId: string;
  /** What happened to items or to the notice as a whole, and to which item. */
  happened: ReadonlyArray<{ event: ItemEvent; itemId: string | null }>;
  /** Every item of the notice, after it. */
  itemsAfter: ReadonlyArray<{ id: string; state: ItemState; isForwarded: boolean }>;
  /** The logged event that the clocks name as their end. */
  eventId: string;
}

const needsForwarding = (state: ItemState) => state === 'pending' || state === 'actioned';

/**
 * Which clocks end now. A notice has one clock of a kind for all its items, so takedown ends with the last pending
 * item, and forwarding with the last item that is still to be forwarded: `met` or `late` by what the platform did,
 * `cancelled` where nothing is left to do.
 */
export function clockOrders({ noticeId, happened, itemsAfter, eventId }: Facts): StopOrder[] {
  const orders: StopOrder[] = [];
  const stop = (kind: string, as: StopOrder['as'], subjectId = noticeId) =>
    orders.push({ noticeId, subjectId, kind, as, event: eventId });
  const kinds = new Set(happened.flatMap(({ event }) => clocksStopped(event)));
  const byWithdrawal = happened.every(({ event }) => event === 'withdraw');
  for (const kind of kinds) {
    if (kind === 'restore') {
      for (const { event, itemId } of happened)
        if (itemId && clocksStopped(event).includes(kind)) stop(kind, 'stopped', itemId);
    } else if (kind === 'takedown' || kind === 'decide') {
      if (!itemsAfter.some(({ state }) => state === 'pending')) stop(kind, byWithdrawal ? 'cancelled' : 'stopped');
    } else if (kind !== 'forward') {
      if (!byWithdrawal) stop(kind, 'stopped');
      else if (itemsAfter.every(({ state }) => state === 'withdrawn')) stop(kind, 'cancelled');
    }
  }
  if (!itemsAfter.some(({ state, isForwarded }) => needsForwarding(state) && !isForwarded)) {
    stop('forward', itemsAfter.some(({ isForwarded }) => isForwarded) ? 'stopped' : 'cancelled');
  }
  return orders;
}
