import { instant } from '#kernel';
import { clockRuleOf } from '#law';
import type { DeadlineRow } from '../deadlines.queries.js';

/** The deadline object of the API: what is owed, by whom, until when, on what ground. */
export function viewDeadline(row: DeadlineRow, now: Date) {
  const rule = clockRuleOf(row.rule, row.ruleVersion);
  const isOpen = row.stoppedAt === null && row.state !== 'cancelled';
  return {
    id: row.id,
    rule: row.rule,
    ruleVersion: row.ruleVersion,
    subject: { kind: row.subjectKind, id: row.subjectId },
    owedBy: row.owedBy,
    startedAt: instant(row.startedAt),
    nominalDueAt: instant(row.nominalDueAt),
    dueAt: instant(row.dueAt),
    ...(row.notBeforeAt && { notBeforeAt: instant(row.notBeforeAt) }),
    stoppedAt: instant(row.stoppedAt),
    pauses: row.pauses,
    skipped: row.skipped,
    basis: rule?.basis ?? null,
    source: rule?.source ?? null,
    tier: row.tier,
    calendarVersion: row.calendarVersion,
    covered: row.covered,
    state: row.state,
    /** Whole seconds until the due instant, negative after it; of a paused clock what it had left; null once ended. */
    remainingSeconds: isOpen ? Math.ceil((row.dueAt.getTime() - countedUntil(row, now).getTime()) / 1000) : null,
  };
}

function countedUntil(row: DeadlineRow, now: Date): Date {
  const pausedFrom = row.state === 'paused' ? row.pauses.at(-1)?.from : undefined;
  return pausedFrom ? new Date(pausedFrom) : now;
}

export type DeadlineView = ReturnType<typeof viewDeadline>;
