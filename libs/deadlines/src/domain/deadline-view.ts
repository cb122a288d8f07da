import { instant } from '#kernel';
import { clockRule } from '#law';
import type { DeadlineRow } from '../deadlines.queries.js';

/** The deadline object of the API: what is owed, by whom, until when, on what ground. */
export function viewDeadline(row: DeadlineRow, now: Date) {
  const rule = clockRule(row.rule);
  const isOpen = row.state === 'running' || row.state === 'paused' || row.state === 'breached';
  return {
    id: row.id,
    rule: row.rule,
    ruleVersion: row.ruleVersion,
    subject: { kind: row.subjectKind, id: row.subjectId },
    owedBy: row.owedBy,
    startedAt: instant(row.startedAt),
    nominalDueAt: instant(row.nominalDueAt),
    dueAt: instant(row.dueAt),
    stoppedAt: instant(row.stoppedAt),
    pauses: row.pauses,
    skipped: row.skipped,
    basis: rule?.basis ?? null,
    source: rule?.source ?? null,
    tier: row.tier,
    calendarVersion: row.calendarVersion,
    covered: row.covered,
    state: row.state,
    /** Whole seconds until the due instant, negative after it; null for a clock that has ended. */
    remainingSeconds: isOpen ? Math.ceil((row.dueAt.getTime() - now.getTime()) / 1000) : null,
  };
}

export type DeadlineView = ReturnType<typeof viewDeadline>;
