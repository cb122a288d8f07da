import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DeadlineState = 'running' | 'paused' | 'met' | 'late' | 'breached' | 'cancelled';

/** One running legal or contractual clock, with all that is needed to derive it again. */
@Entity('deadlines')
export class DeadlineEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'subject_kind' }) subjectKind: 'notice' | 'item';
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('text') rule: string;
  @Column('integer', { name: 'rule_version' }) ruleVersion: number;
  @Column('text') kind: string;
  @Column('text', { name: 'at_expiry' }) atExpiry: string;
  @Column('text', { name: 'calendar_version' }) calendarVersion: string;
  @Column('text', { name: 'owed_by' }) owedBy: 'platform' | 'complainant' | 'regulator';
  @Column('text') tier: string;
  /** By which override it runs shorter than its rule; null: by none. */
  @Column('uuid', { name: 'override_id', nullable: true }) overrideId: string | null;
  /** Where its days end, when that is not the rule's own zone. */
  @Column('text', { nullable: true }) zone: string | null;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('uuid', { name: 'start_event' }) startEvent: string;
  /** The start, later by all that was paused: marks are counted from here. */
  @Column('timestamptz', { name: 'counts_from' }) countsFrom: Date;
  @Column('timestamptz', { name: 'nominal_due_at' }) nominalDueAt: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  /** What is owed must not be done before this instant (17 USC 512(g)(2)(C)). */
  @Column('timestamptz', { name: 'not_before_at', nullable: true }) notBeforeAt: Date | null;
  @Column('jsonb') skipped: Array<{ date: string; reason: string }>;
  @Column('jsonb') pauses: Array<{ from: string; until: string | null }>;
  @Column('boolean') covered: boolean;
  @Column('timestamptz', { name: 'stopped_at', nullable: true }) stoppedAt: Date | null;
  @Column('uuid', { name: 'stop_event', nullable: true }) stopEvent: string | null;
  @Column('text') state: DeadlineState;
  @Column('smallint', { name: 'next_mark', nullable: true }) nextMark: number | null;
  @Column('timestamptz', { name: 'next_mark_at', nullable: true }) nextMarkAt: Date | null;
}

/** A reminder or a breach that was recorded; its key makes it once. */
@Entity('deadline_marks')
export class DeadlineMarkEntity {
  @PrimaryColumn('uuid', { name: 'deadline_id' }) deadlineId: string;
  @PrimaryColumn('smallint') mark: number;
  @Column('timestamptz', { name: 'reached_at' }) reachedAt: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
}
