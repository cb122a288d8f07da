import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matters put before a regulator. */
export class Escalations1732300000007 implements MigrationInterface {
  readonly name = 'Escalations1732300000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table escalations (
        id uuid not null constraint escalations_pk primary key,
        state text not null constraint escalations_state
          check (state in ('open', 'claimed', 'dismissed', 'resolved')),
        subject_kind text not null constraint escalations_subject_kind check (subject_kind in ('notice')),
        subject_id uuid not null,
        subject_number text not null,
        reasons text[] not null,
        notice_ids uuid[] not null,
        -- the breached clocks that it carries: a breach that is told twice counts once
        deadline_ids uuid[] not null,
        platform_id uuid not null constraint escalations_platform references platforms,
        -- null where neither the region nor the country had a regulator: the national one, once appointed, has it
        regulator_organization_id uuid constraint escalations_regulator references organizations,
        region_code text not null,
        -- 4 statutory, 3 departmental, 2 platform practice, 1 assumption
        severity smallint not null,
        basis text not null,
        packet jsonb not null,
        opened_at timestamptz not null,
        claimed_by_member_id uuid constraint escalations_claim_holder references members,
        claimed_at timestamptz,
        ended_at timestamptz,
        ended_note text,
        constraint escalations_subject_exists foreign key (subject_id) references notices (id),
        constraint escalations_claimed_by_someone check (state <> 'claimed' or claimed_by_member_id is not null),
        constraint escalations_ended_with_note check ((state in ('dismissed', 'resolved')) = (ended_at is not null)
          and (ended_at is null) = (ended_note is null))
      );
      -- one unfinished escalation per subject: further triggers join it
      create unique index escalations_one_open on escalations (subject_id) where state in ('open', 'claimed');
      -- what a notice has or had, ended ones too
      create index escalations_of_subject on escalations (subject_id);
      -- a regulator's queue, state by state: gravest first, then oldest
      create index escalations_queue on escalations (regulator_organization_id, state, (-severity), id);
      -- the national regulator's queue, whole and by region
      create index escalations_national_queue on escalations (state, (-severity), id);
      create index escalations_queue_of_region on escalations (region_code, state, (-severity), id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table escalations;
    `);
  }
}
