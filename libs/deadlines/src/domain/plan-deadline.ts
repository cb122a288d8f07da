import { newId } from '#kernel';
import { type ClockRule, type ClockTerms, computeDue, type Tier } from '#law';
import type { Calendars } from '../calendars.js';

/** A clock that is about to start, complete enough to be written or shown. */
export interface PlannedDeadline {
  id: string;
  subjectKind: 'notice' | 'item';
  subjectId: string;
  noticeId: string;
  rule: ClockRule;
  calendarVersion: string;
  startedAt: Date;
  startEvent: string;
  /** From where marks are counted: the start, unless it was restarted. */
  countsFrom: Date;
  nominalDueAt: Date;
  dueAt: Date;
  notBeforeAt: Date | null;
  skipped: Array<{ date: string; reason: string }>;
  covered: boolean;
  tier: Tier;
  overrideId: string | null;
  zone: string | null;
}

/** What departs from the rule's own row: shorter terms, a faster tier, a zone of the platform's. */
export interface DeadlineTerms {
  terms?: ClockTerms;
  tier?: Tier;
  zone?: string | null;
}

export interface DeadlineSubject {
  kind: 'notice' | 'item';
  id: string;
  noticeId: string;
}

/** When a rule that starts now for this subject falls due. Pure. */
export function planDeadline(
  rule: ClockRule,
  subject: DeadlineSubject,
  start: { at: Date; event: string },
  calendars: Calendars,
  { terms, tier = 'ordinary', zone = null }: DeadlineTerms = {},
): PlannedDeadline {
  const { length, unit } = terms ?? rule;
  const due = computeDue({ ...rule, length, unit }, start.at.toISOString(), calendars, zone ?? undefined);
  return {
    id: newId(),
    subjectKind: subject.kind,
    subjectId: subject.id,
    noticeId: subject.noticeId,
    rule,
    calendarVersion: due.calendarVersion,
    startedAt: start.at,
    startEvent: start.event,
    countsFrom: start.at,
    nominalDueAt: new Date(due.nominalDueAt),
    dueAt: new Date(due.dueAt),
    notBeforeAt: null,
    skipped: due.skipped,
    covered: due.covered,
    tier,
    overrideId: terms?.overrideId ?? null,
    zone,
  };
}

/** The instant at which `percent` of a clock's unpaused wall time has run. */
export function markAt(deadline: { countsFrom: Date; dueAt: Date }, percent: number): Date {
  const length = deadline.dueAt.getTime() - deadline.countsFrom.getTime();
  return new Date(deadline.countsFrom.getTime() + Math.round((length * percent) / 100));
}

export interface NearestDue {
  dueAt: Date;
  rule: string;
  /** From here on a quarter of the time or less is left: 临期. */
  dueSoonAt: Date;
}

interface RunningClock {
  countsFrom: Date;
  dueAt: Date;
  ruleId: string;
}

/** The nearest of these clocks, which lists sort by; null where there is none. */
export function nearestDue(deadlines: readonly RunningClock[]): NearestDue | null {
  let nearest: RunningClock | null = null;
  for (const deadline of deadlines) if (!nearest || deadline.dueAt < nearest.dueAt) nearest = deadline;
  return nearest && { dueAt: nearest.dueAt, rule: nearest.ruleId, dueSoonAt: markAt(nearest, 75) };
}
