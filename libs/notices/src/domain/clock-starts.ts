import { type Calendars, planDeadline, type PlannedDeadline } from '#deadlines';
import { addMilliseconds } from '#kernel';
import { clockRule, type ClockKind, type ClockRule, type ClockTerms, type Tier } from '#law';
import { type ItemState } from './item-states.js';
import { type ItemEvent } from './lifecycle.js';
import { lifecycleRow } from './transition.js';

/** A clock of the notice that service started: what a restarted takedown of one item goes by. */
export interface ServiceClock {
  rule: string;
  startedAt: Date;
  dueAt: Date;
  tier: Tier;
  zone: string | null;
  /** A shorter period than the rule's own. */
  terms: ClockTerms | null;
}

export interface StartingChange {
  noticeId: string;
  regime: string;
  itemId: string;
  event: ItemEvent;
  from: ItemState;
  to: ItemState;
  /** The link may stay broken, or a suit was notified before the statement came: nothing is owed. */
  isExcused: boolean;
  /** When the platform had its user's statement. */
  receivedAt: Date | null;
  eventId: string;
}

/** After a report that something is still live, nobody is in breach before this has passed (domain.md §3). */
const graceAfterReport = 24 * 3_600_000;

/** Whether an event may need to know the clock of the notice: it restarts takedown for one item. */
export function restartsTakedown(event: ItemEvent): boolean {
  return event !== 'serve' && (lifecycleRow(event).starts ?? []).includes('takedown');
}

/** Whether this change gives an item a takedown clock of its own; what was only waited for goes by that of its notice. */
export function restartsTakedownFor({ event, from, to }: Pick<StartingChange, 'event' | 'from' | 'to'>): boolean {
  const isOwedAnew = from !== to && from !== 'supplement_requested' && ['pending', 'reappeared'].includes(to);
  return isOwedAnew && restartsTakedown(event);
}

/**
 * The clocks that an event starts on an item: which rule of a kind, by the regime of the notice and by the instant from
 * which the rule counts. Those of service are planned with the notice (`serviceDeadlines`). Pure but for ids.
 */
export function clocksStartedBy(
  change: StartingChange,
  now: Date,
  service: ServiceClock | undefined,
  calendars: Calendars,
): PlannedDeadline[] {
  if (change.event === 'serve') return [];
  const planned = new Map<ClockKind, PlannedDeadline>();
  for (const kind of lifecycleRow(change.event).starts ?? []) {
    const deadline = kind === 'takedown' ? restarted(change, now, service, calendars) : ofKind(kind);
    if (deadline) planned.set(kind, deadline);
  }
  const [wait, restore] = [planned.get('wait'), planned.get('restore')];
  if (wait && restore) planned.set('restore', { ...restore, notBeforeAt: wait.dueAt });
  return [...planned.values()];

  function ofKind(kind: ClockKind): PlannedDeadline | null {
    if (kind === 'supplement') return ofSupplement(change, now, calendars);
    const rule = clockRule(`${change.regime}.${kind}`);
    if (!rule || !isDue(rule, change)) return null;
    const at = rule.startsOn === 'counter_received' && change.receivedAt ? change.receivedAt : now;
    return planDeadline(rule, subjectOf(change), { at, event: change.eventId }, calendars, { zone: service?.zone });
  }
}

/** One for the notice, whichever of its items it was asked for; the same under every regime that knows it. */
function ofSupplement({ noticeId, eventId }: StartingChange, now: Date, calendars: Calendars): PlannedDeadline {
  const subject = { kind: 'notice' as const, id: noticeId, noticeId };
  return planDeadline(clockRule('sla.supplement')!, subject, { at: now, event: eventId }, calendars);
}

function isDue(rule: ClockRule, { event, to, isExcused, regime }: StartingChange): boolean {
  const isOnCounter = rule.startsOn === 'counter_received';
  if (rule.kind === 'forward_counter') return event === 'counter';
  if (rule.kind === 'wait') return isOnCounter ? event === 'counter' && !isExcused : to === 'waiting';
  if (event === 'counter') return isOnCounter && !isExcused && to !== 'released';
  // under the DMCA it has run since the counter-notification; for other ways back the act names no period
  return to === 'restore_due' && regime.startsWith('cn.');
}

/** Takedown once more, for one item: on appeal or order in full; on a report the original period, with its grace. */
function restarted(
  change: StartingChange,
  now: Date,
  service: ServiceClock | undefined,
  calendars: Calendars,
): PlannedDeadline | null {
  const rule = service && clockRule(service.rule);
  if (!rule || !restartsTakedownFor(change)) return null;
  const { tier, zone, terms } = service;
  const start = { at: now, event: change.eventId };
  const planned = planDeadline(rule, subjectOf(change), start, calendars, { tier, zone, terms: terms ?? undefined });
  if (change.event !== 'report_still_live') return planned;
  const grace = addMilliseconds(now, graceAfterReport);
  const dueAt = service.dueAt > grace ? service.dueAt : grace;
  return { ...planned, startedAt: service.startedAt, countsFrom: now, nominalDueAt: service.dueAt, dueAt, skipped: [] };
}

function subjectOf({ itemId, noticeId }: StartingChange) {
  return { kind: 'item' as const, id: itemId, noticeId };
}
