import type { Tx } from '#database';
import { markAt, type PlannedDeadline } from './domain/plan-deadline.js';

/** What the `deadlines` table takes, for whoever writes these rows inside a statement of its own. */
export function deadlineRecord(deadline: PlannedDeadline) {
  const { rule } = deadline;
  return {
    id: deadline.id,
    subject_kind: deadline.subjectKind,
    subject_id: deadline.subjectId,
    notice_id: deadline.noticeId,
    rule: rule.id,
    rule_version: rule.version,
    kind: rule.kind,
    at_expiry: rule.atExpiry,
    calendar_version: deadline.calendarVersion,
    owed_by: rule.owedBy,
    tier: deadline.tier,
    override_id: deadline.overrideId,
    zone: deadline.zone,
    started_at: deadline.startedAt,
    counts_from: deadline.countsFrom,
    start_event: deadline.startEvent,
    nominal_due_at: deadline.nominalDueAt,
    due_at: deadline.dueAt,
    not_before_at: deadline.notBeforeAt,
    skipped: deadline.skipped,
    covered: deadline.covered,
    next_mark_at: markAt(deadline, 50),
  };
}

/** The insert of clocks from a JSON parameter, so that filing can make it part of its one statement. */
export const insertDeadlines = (parameter: string) => `
  insert into deadlines (id, subject_kind, subject_id, notice_id, rule, rule_version, kind, at_expiry, calendar_version,
    owed_by, tier, override_id, zone, started_at, counts_from, start_event, nominal_due_at, due_at, not_before_at, skipped,
    covered, state, next_mark, next_mark_at)
  select id, subject_kind, subject_id, notice_id, rule, rule_version, kind, at_expiry, calendar_version,
    owed_by, tier, override_id, zone, started_at, counts_from, start_event, nominal_due_at, due_at, not_before_at, skipped,
    covered, 'running', 50, next_mark_at
  from jsonb_to_recordset(${parameter}) as d(id uuid, subject_kind text, subject_id uuid, notice_id uuid, rule text,
    rule_version integer, kind text, at_expiry text, calendar_version text, owed_by text, tier text, override_id uuid,
    zone text, started_at timestamptz, counts_from timestamptz, start_event uuid, nominal_due_at timestamptz,
    due_at timestamptz, not_before_at timestamptz, skipped jsonb, covered boolean, next_mark_at timestamptz)`;

/** Starts clocks: one statement for any number of them. */
export async function startDeadlines(tx: Tx, deadlines: readonly PlannedDeadline[]): Promise<void> {
  if (deadlines.length > 0) await tx.query(insertDeadlines('$1'), [JSON.stringify(deadlines.map(deadlineRecord))]);
}
