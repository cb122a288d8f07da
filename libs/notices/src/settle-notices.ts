import type { Tx } from '#database';
import {
  calendarsInForce,
  nearestDue,
  planDeadline,
  type PlannedDeadline,
  startDeadlines,
  stopDeadlines,
} from '#deadlines';
import { type Actor, appendEvents, type NewEvent } from '#events';
import { chunk, groupBy, newId } from '#kernel';
import { clockRule } from '#law';
import { aggregateNotice, type NoticeOutcome, type NoticeState } from './domain/aggregate-notice.js';
import { clockOrders } from './domain/clock-orders.js';
import { clocksStarted, eventType, type ItemEvent, type ItemState } from './domain/lifecycle.js';
import { audienceOf, type LockedItem, type LockedNotice } from './lock-notice.js';

export interface ItemChange {
  item: LockedItem;
  event: ItemEvent;
  /** The state after it, which the caller took from `transition`. */
  to: ItemState;
  disposition?: string | null;
  reasonCode?: string | null;
  note?: string | null;
  actedAt?: Date | null;
}

export interface NoticeChange {
  notice: LockedNotice;
  items: ItemChange[];
  /** Something that happens to the notice as a whole: an acknowledgement, a forwarding. */
  whole?: { event: 'acknowledge' | 'forward'; data: Record<string, unknown>; itemIds?: string[] };
  /** Clocks that start with it, besides those of restoration; given the event that starts them. */
  starts?: (event: string) => PlannedDeadline[];
}

export interface SettledNotice {
  id: string;
  state: NoticeState;
  outcome: NoticeOutcome | null;
  items: Map<string, ItemState>;
}

interface Settling extends NoticeChange {
  events: NewEvent[];
  after: Array<{ id: string; state: ItemState; isForwarded: boolean }>;
}

const itemsInOneEvent = 200;

/**
 * The one writer of the state of notices and items. The caller has locked them and asked `transition`; here everything
 * that follows is written together: items, clocks, the notice's own state, the log. A constant number of statements
 * for any number of notices and items. Locks: clocks before the chains of the log.
 */
export async function settleNotices(
  tx: Tx,
  now: Date,
  actor: Actor,
  given: readonly NoticeChange[],
): Promise<SettledNotice[]> {
  const changes = oneForEachNotice(given);
  const forwarded = await forwardedItems(tx, changes);
  const settling = changes.map((change): Settling => {
    const to = new Map(change.items.map(({ item, to: state }) => [item.id, state]));
    const after = change.notice.items.map(({ id, state }) => ({
      id,
      state: to.get(id) ?? state,
      isForwarded: forwarded.has(id),
    }));
    return { ...change, after, events: eventsOf(change, actor) };
  });
  await writeItems(tx, now, changes);
  await stopDeadlines(
    tx,
    now,
    settling.flatMap(({ notice, items, whole, after, events }) =>
      clockOrders({
        noticeId: notice.id,
        happened: [
          ...items.map(({ event, item }) => ({ event, itemId: item.id })),
          ...(whole ? [{ event: whole.event, itemId: null }] : []),
        ],
        itemsAfter: after,
        eventId: events[0]!.id!,
      }),
    ),
  );
  await startDeadlines(tx, [
    ...settling.flatMap(({ starts, events }) => starts?.(events[0]!.id!) ?? []),
    ...(await restoreClocks(tx, now, settling)),
  ]);
  const settled = await writeNotices(tx, now, settling);
  await appendEvents(
    tx,
    now,
    settling.flatMap(({ events, notice }) => [...events, ...milestones(notice, settled.get(notice.id)!, actor)]),
  );
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

async function forwardedItems(tx: Tx, changes: readonly NoticeChange[]): Promise<Set<string>> {
  const rows = await tx.query<Array<{ id: string }>>(
    `select distinct unnest(item_ids) as id from forwardings where notice_id = any($1)`,
    [changes.map(({ notice }) => notice.id)],
  );
  return new Set(rows.map(({ id }) => id));
}

function eventsOf({ notice, items, whole }: NoticeChange, actor: Actor): NewEvent[] {
  const base = { matterKind: 'notice' as const, matterId: notice.id, actor, audience: audienceOf(notice) };
  const groups = groupBy(items, ({ event, disposition, reasonCode }) =>
    JSON.stringify([eventType(event), event, disposition, reasonCode]),
  );
  const ofItems = [...groups.values()].flatMap((group) =>
    chunk(group, itemsInOneEvent).map((part): NewEvent => {
      const { event, disposition, reasonCode } = part[0]!;
      const data = { event, ...(disposition && { disposition }), ...(reasonCode && { reasonCode }) };
      return { ...base, id: newId(), type: eventType(event), itemIds: part.map(({ item }) => item.id), data };
    }),
  );
  const ofWhole = whole
    ? [{ ...base, id: newId(), type: eventType(whole.event), itemIds: whole.itemIds ?? [], data: whole.data }]
    : [];
  return [...ofWhole, ...ofItems];
}

async function writeItems(tx: Tx, now: Date, changes: readonly NoticeChange[]): Promise<void> {
  const rows = changes.flatMap(({ items }) =>
    items.map(({ item, to, disposition, reasonCode, note, actedAt, event }) => ({
      id: item.id,
      state: to,
      decides: ['act', 'refuse', 'report_not_found', 'revise'].includes(event),
      disposition: disposition ?? null,
      reason: reasonCode ?? null,
      note: note ?? null,
      acted: actedAt ?? null,
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
       restored_at = case when r.state = 'restored' then $2 else i.restored_at end
     from jsonb_to_recordset($1) as r(id uuid, state text, decides boolean, disposition text, reason text, note text, acted timestamptz)
     where i.id = r.id`,
    [JSON.stringify(rows), now],
  );
}

/** What comes back has a clock of its own, by the rule of its regime (电子商务法 第43条, 条例 第17条, 民法典 第1196条). */
async function restoreClocks(tx: Tx, now: Date, settling: readonly Settling[]): Promise<PlannedDeadline[]> {
  const due = settling.flatMap(({ notice, items, events }) =>
    items.flatMap(({ item, event, to }) => {
      const rule = notice.regime.startsWith('cn.') ? clockRule(`${notice.regime}.restore`) : undefined;
      const isDue = to === 'restore_due' && clocksStarted(event).includes('restore');
      return isDue && rule ? [{ rule, notice, item, event: events[0]!.id! }] : [];
    }),
  );
  if (due.length === 0) return [];
  const calendars = await calendarsInForce(tx);
  return due.map(({ rule, notice, item, event }) =>
    planDeadline(rule, { kind: 'item', id: item.id, noticeId: notice.id }, { at: now, event }, calendars),
  );
}

async function writeNotices(tx: Tx, now: Date, settling: readonly Settling[]): Promise<Map<string, SettledNotice>> {
  const open = await tx.query<
    Array<{ noticeId: string; startedAt: Date; dueAt: Date; ruleId: string; owedBy: string }>
  >(
    `select notice_id as "noticeId", started_at as "startedAt", due_at as "dueAt", rule as "ruleId", owed_by as "owedBy"
     from deadlines where notice_id = any($1) and state in ('running', 'paused', 'breached')`,
    [settling.map(({ notice }) => notice.id)],
  );
  const clocks = groupBy(open, ({ noticeId }) => noticeId);
  const settled = new Map<string, SettledNotice>();
  const rows = settling.map(({ notice, whole, after }) => {
    const own = clocks.get(notice.id) ?? [];
    const acknowledgedAt = notice.acknowledgedAt ?? (whole?.event === 'acknowledge' ? now : null);
    const aggregate = aggregateNotice({
      items: after.map(({ state }) => state),
      isServed: notice.servedAt !== null,
      isAcknowledged: acknowledgedAt !== null,
      hasOpenClock: own.length > 0,
    });
    const nearest = nearestDue(own.filter(({ owedBy }) => owedBy === 'platform'));
    settled.set(notice.id, { id: notice.id, ...aggregate, items: new Map(after.map(({ id, state }) => [id, state])) });
    return {
      id: notice.id,
      ...aggregate,
      acknowledged: acknowledgedAt,
      due: nearest?.dueAt ?? 'infinity',
      rule: nearest?.rule ?? null,
      soon: nearest?.dueSoonAt ?? 'infinity',
    };
  });
  await tx.query(
    `update notices n set state = r.state, outcome = r.outcome, acknowledged_at = r.acknowledged,
       decided_at = case when r.outcome is null then null else coalesce(n.decided_at, $2) end,
       closed_at = case when r.state = 'closed' then coalesce(n.closed_at, $2) end,
       next_due_at = r.due, next_due_rule = r.rule, due_soon_at = r.soon
     from jsonb_to_recordset($1) as r(id uuid, state text, outcome text, acknowledged timestamptz, due timestamptz, rule text, soon timestamptz)
     where n.id = r.id`,
    [JSON.stringify(rows), now],
  );
  return settled;
}

/** A notice that is decided for the first time, and one on which nothing runs any more, say so. */
function milestones(before: LockedNotice, after: SettledNotice, actor: Actor): NewEvent[] {
  const base = {
    matterKind: 'notice' as const,
    matterId: before.id,
    actor,
    audience: audienceOf(before),
    data: { outcome: after.outcome },
  };
  const wasDecided = before.state === 'decided' || before.state === 'closed';
  const isDecided = after.state === 'decided' || after.state === 'closed';
  const events: NewEvent[] = [];
  if (isDecided && !wasDecided && after.outcome !== 'withdrawn') events.push({ ...base, type: 'notice.decided' });
  if (after.state === 'closed' && before.state !== 'closed') events.push({ ...base, type: 'notice.closed' });
  return events;
}
