import type { Tx } from '#database';
import {
  calendarsInForce,
  pauseDeadlines,
  type PlannedDeadline,
  resumeDeadlines,
  startDeadlines,
  stopDeadlines,
} from '#deadlines';
import { type Actor, appendEvents } from '#events';
import { type ClockOrders, clockOrders } from './domain/clock-orders.js';
import { clocksStartedBy, restartsTakedown, restartsTakedownFor, type ServiceClock } from './domain/clock-starts.js';
import { lifecycleRow } from './domain/transition.js';
import { type LockedItem, type LockedNotice, regimeOfNotice } from './lock-notice.js';
import { eventsOf, milestones } from './settled-events.js';
import type { NoticeChange, SettledNotice, Settling } from './settlement.js';
import { writeItems } from './write-items.js';
import { writeNotices } from './write-notices.js';

/**
 * The one writer of the state of notices and items. The caller has locked them and asked `transition`; here everything
 * that follows is written together: items, clocks, the notice's own state, the log. A constant number of statements
 * for any number of notices and items. Locks: clocks before the chains of the log. What was locked is brought up to
 * date, so that a second change of the same transaction goes on from there.
 */
export async function settleNotices(
  tx: Tx,
  now: Date,
  actor: Actor,
  given: readonly NoticeChange[],
): Promise<SettledNotice[]> {
  const settling = oneForEachNotice(given).map((change) => settlingOf(change, actor));
  if (settling.length === 0) return [];
  await writeItems(tx, now, settling);
  await moveClocks(tx, now, settling);
  const settled = await writeNotices(tx, now, settling);
  await appendEvents(
    tx,
    now,
    settling.flatMap(({ events, notice }) => [...events, ...milestones(notice, settled.get(notice.id)!, actor)]),
  );
  for (const { notice, items } of settling) {
    notice.state = settled.get(notice.id)!.state;
    for (const { item, to } of items) item.state = to;
  }
  return [...settled.values()];
}

/** Two works at one address make two items of one notice; what happens to both is one change of that notice. */
function oneForEachNotice(changes: readonly NoticeChange[]): NoticeChange[] {
  const merged = new Map<string, NoticeChange>();
  for (const change of changes) {
    const known = merged.get(change.notice.id);
    merged.set(change.notice.id, known ? { ...known, items: [...known.items, ...change.items] } : change);
  }
  return [...merged.values()].filter(({ items, whole }) => items.length > 0 || whole);
}

function settlingOf(change: NoticeChange, actor: Actor): Settling {
  const { notice, items } = change;
  const { events, eventOf } = eventsOf(change, actor);
  const changed = new Map(items.map((one) => [one.item.id, one]));
  const after = notice.items.map((item) => {
    const own = changed.get(item.id);
    const { id, isForwarded } = item;
    if (!own) return { id, state: item.state, isForwarded, hasOwnTakedown: item.hasOwnTakedown };
    const restarts = restartsTakedownFor({ event: own.event, from: item.state, to: own.to });
    return { id, state: own.to, isForwarded, hasOwnTakedown: restarts || item.hasOwnTakedown };
  });
  return { ...change, events, eventOf, after };
}

/** Ends, pauses, resumes and starts clocks: at most seven statements, three where nothing pauses or starts. */
async function moveClocks(tx: Tx, now: Date, settling: readonly Settling[]): Promise<void> {
  const orders = settling.map(({ notice, items, whole, after, eventOf }): ClockOrders =>
    clockOrders({
      noticeId: notice.id,
      happened: [
        ...items.map(({ event, item }) => ({ event, item, eventId: eventOf(item) })),
        ...(whole ? [{ event: whole.event, item: null, eventId: eventOf(null) }] : []),
      ],
      itemsAfter: after,
    }),
  );
  await stopDeadlines(
    tx,
    now,
    orders.flatMap(({ stops }) => stops),
  );
  await pauseDeadlines(
    tx,
    now,
    orders.flatMap(({ pauses }) => pauses),
  );
  const resumes = orders.flatMap(({ resumes: keys }) => keys);
  if (resumes.length > 0) await resumeDeadlines(tx, now, resumes, await calendarsInForce(tx));
  await startDeadlines(tx, await startedClocks(tx, now, settling));
}

async function startedClocks(tx: Tx, now: Date, settling: readonly Settling[]): Promise<PlannedDeadline[]> {
  const ofService = settling.flatMap(({ starts, events }) => starts?.(events[0]!.id!) ?? []);
  const starting = settling.flatMap(({ notice, items, eventOf }) =>
    items
      .filter(({ event }) => event !== 'serve' && lifecycleRow(event).starts)
      .map(({ item, event, to, receivedAt }) => ({
        noticeId: notice.id,
        regime: notice.regime,
        itemId: item.id,
        event,
        from: item.state,
        to,
        isExcused: isExcused(notice, item),
        receivedAt: receivedAt ?? null,
        eventId: eventOf(item),
      })),
  );
  if (starting.length === 0) return ofService;
  // abroad the platform's own zone, which service has noted, says where a day ends
  const asking = starting.filter(({ event, regime }) => restartsTakedown(event) || !regime.startsWith('cn.'));
  const services = await serviceClocks(
    tx,
    asking.map(({ noticeId }) => noticeId),
  );
  const calendars = await calendarsInForce(tx);
  const ofItems = starting.flatMap((one) => clocksStartedBy(one, now, services.get(one.noticeId), calendars));
  // what is asked of a notice once is told by each of its items
  const once = new Map(ofItems.map((clock) => [`${clock.subjectId} ${clock.rule.kind}`, clock]));
  return [...ofService, ...once.values()];
}

/** Whether a statement against the item obliges the platform to nothing (条例 第17条, 17 USC 512(g)(2)(C)). */
function isExcused(notice: LockedNotice, item: LockedItem): boolean {
  const { linksMayStay, waitIsMandatory } = regimeOfNotice(notice);
  return (linksMayStay && item.disposition === 'delinked') || (waitIsMandatory && item.openProceedings > 0);
}

async function serviceClocks(tx: Tx, noticeIds: readonly string[]): Promise<Map<string, ServiceClock>> {
  if (noticeIds.length === 0) return new Map();
  const rows = await tx.query<Array<ServiceClock & { noticeId: string }>>(
    `select d.notice_id as "noticeId", d.rule, d.started_at as "startedAt", d.due_at as "dueAt", d.tier, d.zone,
       case when o.id is not null then jsonb_build_object('length', o.length, 'unit', o.unit, 'overrideId', o.id) end as terms
     from deadlines d left join rule_overrides o on o.id = d.override_id
     where d.notice_id = any($1) and d.subject_kind = 'notice' and d.kind in ('takedown', 'decide')`,
    [noticeIds],
  );
  return new Map(rows.map((row) => [row.noticeId, row]));
}
