import type { Tx } from '#database';
import { type DueMark, type ExpiredClock, findExpired, markAt, recordLastMarks } from '#deadlines';
import { systemActor } from '#events';
import { groupBy, unique } from '#kernel';
import { transition } from './domain/transition.js';
import { endOrders, findExpiredOrders } from './end-order.js';
import { lockHolds, releaseWhileHeld } from './holds.js';
import { lockNotices, moveFacts } from './lock-notice.js';
import { recordDeadlineMarks } from './record-deadline-marks.js';
import { settleNotices } from './settle-notices.js';
import type { ItemChange } from './settlement.js';

/**
 * Carries out what has run out by `now`: a wait without proof lets its item come back, a supplement that nobody sent
 * refuses, an order ends on its day. The sweep calls it in batches; whoever is about to change a notice calls it for
 * that notice and says which items it is about, because the instant decides and not the sweep, and locks are taken in
 * one order. Returns how many periods ended, so that what cannot end is not tried for ever. Two statements where there is nothing to do.
 */
export async function settleExpired(
  tx: Tx,
  now: Date,
  filter: { noticeIds: readonly string[] } | { limit: number },
  itemIds: readonly string[] = [],
): Promise<number> {
  const found = await findExpired(tx, now, filter);
  const orders = await findExpiredOrders(tx, now, filter);
  if (found.length + orders.length === 0) return 0;
  const ofItems = found.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'item' ? [subjectId] : []));
  const named = 'noticeIds' in filter ? filter.noticeIds : [];
  await lockHolds(tx, {
    itemIds: [...ofItems, ...itemIds],
    canonicalItemIds: orders.map(({ canonicalItemId }) => canonicalItemId),
    noticeIds: [...named, ...found.map(({ noticeId }) => noticeId)],
  });
  const ended = found.length > 0 ? await settleClocks(tx, now, found) : 0;
  return orders.length > 0 ? ended + (await endOrders(tx, now, orders, systemActor, 'clock')) : ended;
}

async function settleClocks(tx: Tx, now: Date, found: readonly ExpiredClock[]): Promise<number> {
  const notices = await lockNotices(tx, unique(found.map(({ noticeId }) => noticeId)));
  // as they stand now: a proof or an answer may have come while the locks were waited for
  const known = new Set(found.map(({ id }) => id));
  const noticeIds = notices.map(({ id }) => id);
  const still = (await findExpired(tx, now, { noticeIds })).filter(({ id }) => known.has(id));
  await recordMarks(tx, now, still);
  const byNotice = groupBy(still, ({ noticeId }) => noticeId);
  const changes = notices.flatMap((notice) => {
    const clocks = byNotice.get(notice.id) ?? [];
    const expired = new Set(clocks.map(({ subjectId }) => subjectId));
    return notice.items.flatMap((item): ItemChange[] => {
      const isLapsed = item.state === 'supplement_requested' && expired.has(notice.id);
      if (!isLapsed && !expired.has(item.id)) return [];
      const event = isLapsed ? 'supplement_lapsed' : 'wait_expired';
      const to = transition(item.state, event, 'clock', moveFacts(notice, item));
      if (!to) return [];
      return [{ item, event, to, ...(isLapsed && { reasonCode: 'insufficient_proof' }) }];
    });
  });
  const settled = await releaseWhileHeld(tx, changes);
  await settleNotices(
    tx,
    now,
    systemActor,
    notices.map((notice) => ({ notice, items: settled.filter(({ item }) => notice.items.includes(item)) })),
  );
  const lapsed = notices.filter(({ id }) => byNotice.get(id)?.some(({ subjectId }) => subjectId === id));
  if (lapsed.length > 0)
    await tx.query('update supplement_requests set lapsed_at = $2 where notice_id = any($1)', [
      lapsed.map(({ id }) => id),
      now,
    ]);
  return changes.length;
}

/** The marks that the sweep had not recorded: the reminders go into the log, the last is told by what follows from it. */
async function recordMarks(tx: Tx, now: Date, clocks: readonly ExpiredClock[]): Promise<void> {
  const marks = clocks.flatMap(({ id, marksLeft, countsFrom, ...clock }) =>
    marksLeft.map((mark): DueMark => {
      const reachedAt = markAt({ countsFrom, dueAt: clock.dueAt }, mark);
      return { ...clock, deadlineId: id, mark, reachedAt };
    }),
  );
  await recordLastMarks(tx, now, marks);
  await recordDeadlineMarks(
    tx,
    now,
    marks.filter(({ mark }) => mark < 100),
  );
}
