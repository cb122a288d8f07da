import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { DeadlineState } from './deadline.entity.js';

export interface DeadlineRow {
  id: string;
  noticeId: string;
  subjectKind: 'notice' | 'item';
  subjectId: string;
  rule: string;
  ruleVersion: number;
  kind: string;
  owedBy: 'platform' | 'complainant' | 'regulator';
  tier: string;
  calendarVersion: string;
  startedAt: Date;
  nominalDueAt: Date;
  dueAt: Date;
  notBeforeAt: Date | null;
  stoppedAt: Date | null;
  pauses: Array<{ from: string; until: string | null }>;
  skipped: Array<{ date: string; reason: string }>;
  covered: boolean;
  state: DeadlineState;
}

/** All clocks of these notices, ended ones too, nearest first. */
export function deadlinesOfNotices(db: Tx | DataSource, noticeIds: readonly string[]): Promise<DeadlineRow[]> {
  return db.query<DeadlineRow[]>(
    `select id, notice_id as "noticeId", subject_kind as "subjectKind", subject_id as "subjectId", rule,
       rule_version as "ruleVersion", kind, owed_by as "owedBy", tier, calendar_version as "calendarVersion",
       started_at as "startedAt", nominal_due_at as "nominalDueAt", due_at as "dueAt", not_before_at as "notBeforeAt", stopped_at as "stoppedAt",
       pauses, skipped, covered, state
     from deadlines where notice_id = any($1) order by due_at, id`,
    [noticeIds],
  );
}

/** How late the sweep is: clocks whose next mark has passed and is not recorded, and the age of the oldest in seconds. */
export async function sweepLateness(db: Tx | DataSource): Promise<number> {
  const [row] = await db.query<Array<{ seconds: number }>>(
    `select coalesce(greatest(0, extract(epoch from domain_now() - min(next_mark_at))), 0)::float as seconds
     from deadlines where next_mark_at is not null`,
  );
  return row!.seconds;
}
