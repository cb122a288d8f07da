import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars as versioned data, and the clocks that run by them. */
export class Deadlines1732300000005 implements MigrationInterface {
  readonly name = 'Deadlines1732300000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table calendars (
        version text not null constraint calendars_pk primary key,
        jurisdiction text not null constraint calendars_jurisdiction check (jurisdiction in ('CN')),
        covered_from date not null,
        covered_until date not null,
        days jsonb not null,
        source text not null,
        created_at timestamptz not null,
        constraint calendars_cover_something check (covered_from <= covered_until)
      );

      create table deadlines (
        id uuid not null constraint deadlines_pk primary key,
        subject_kind text not null constraint deadlines_subject_kind check (subject_kind in ('notice', 'item')),
        subject_id uuid not null,
        -- the notice whose timeline this clock belongs to, whatever its subject
        notice_id uuid not null,
        rule text not null,
        rule_version integer not null,
        kind text not null,
        at_expiry text not null,
        calendar_version text not null,
        owed_by text not null constraint deadlines_owed_by check (owed_by in ('platform', 'complainant', 'regulator')),
        tier text not null default 'ordinary' constraint deadlines_tier check (tier in ('ordinary', 'green_channel', 'warning_list')),
        started_at timestamptz not null,
        start_event uuid not null,
        nominal_due_at timestamptz not null,
        due_at timestamptz not null,
        skipped jsonb not null default '[]',
        pauses jsonb not null default '[]',
        covered boolean not null,
        stopped_at timestamptz,
        stop_event uuid,
        state text not null constraint deadlines_state
          check (state in ('running', 'paused', 'met', 'late', 'breached', 'cancelled')),
        -- 50, 80 or 100, the next mark that the sweep will record, and when
        next_mark smallint constraint deadlines_next_mark check (next_mark in (50, 80, 100)),
        next_mark_at timestamptz,
        constraint deadlines_one_mark_one_instant check ((next_mark is null) = (next_mark_at is null))
      );
      -- the sweep's question: which mark was reached
      create index deadlines_to_sweep on deadlines (next_mark_at) where next_mark_at is not null;
      -- how many are overdue: for figures and alarms
      create index deadlines_overdue on deadlines (due_at) where state = 'breached';
      -- the clocks of one notice
      create index deadlines_of_notice on deadlines (notice_id);

      -- exactly once: the primary key refuses a second record of the same mark
      create table deadline_marks (
        deadline_id uuid not null constraint deadline_marks_deadline references deadlines on delete cascade,
        mark smallint not null,
        reached_at timestamptz not null,
        recorded_at timestamptz not null,
        constraint deadline_marks_pk primary key (deadline_id, mark)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table deadline_marks;
      drop table deadlines;
      drop table calendars;
    `);
  }
}
