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
  nominalDueAt: Date;
  dueAt: Date;
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
    nominalDueAt: new Date(due.nominalDueAt),
    dueAt: new Date(due.dueAt),
    skipped: due.skipped,
    covered: due.covered,
    tier,
    overrideId: terms?.overrideId ?? null,
    zone,
  };
}

/** The instant at which `percent` of a clock's wall time has run. */
export function markAt(deadline: { startedAt: Date; dueAt: Date }, percent: number): Date {
  const length = deadline.dueAt.getTime() - deadline.startedAt.getTime();
  return new Date(deadline.startedAt.getTime() + Math.round((length * percent) / 100));
}

export interface NearestDue {
  dueAt: Date;
  rule: string;
  /** From here on a quarter of the time or less is left: 临期. */
  dueSoonAt: Date;
}

/** The nearest of these clocks, which lists sort by; null where there is none. */
export function nearestDue(
  deadlines: ReadonlyArray<{ startedAt: Date; dueAt: Date; ruleId: string }>,
): NearestDue | null {
  let nearest: { startedAt: Date; dueAt: Date; ruleId: string } | null = null;
  for (const deadline of deadlines) if (!nearest || deadline.dueAt < nearest.dueAt) nearest = deadline;
  return nearest && { dueAt: nearest.dueAt, rule: nearest.ruleId, dueSoonAt: markAt(nearest, 75) };
}
