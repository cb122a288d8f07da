import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes the work places live: who looks at what, what colleagues do, and which request caused an event. */
export class Live1732300000017 implements MigrationInterface {
  readonly name = 'Live1732300000017';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- that colleagues have something new to read about a notice: kept for minutes, lost in a crash without harm.
      -- Nothing references the notice: a reference would wait for whoever has it locked.
      create unlogged table inside_work_changes (
        ordinal bigint generated always as identity constraint inside_work_changes_pk primary key,
        -- the writer: what has become visible since a snapshot is told exactly once, however late it was committed
        transaction xid8 not null,
        organization_id uuid not null,
        notice_id uuid not null,
        at timestamptz not null
      );
      -- the streams' question: what was committed since they last looked
      create index inside_work_changes_since on inside_work_changes (transaction);

      -- who has a notice open before them, by their last sign of life
      create unlogged table notice_presences (
        notice_id uuid not null,
        member_id uuid not null,
        organization_id uuid not null,
        seen_at timestamptz not null,
        constraint notice_presences_pk primary key (notice_id, member_id)
      );

      -- the request that caused it, as its answer named it; beside the hash, for whoever quotes one
      alter table events add column request_id text;
      create index events_of_request on events (request_id) where request_id is not null;
      -- what waits for somebody, counted and listed: items by what they wait for
      create index items_waiting on items (state, notice_id)
        where state in ('supplement_requested', 'contested', 'waiting', 'restore_due');
      -- notices of which a supplement was asked, for the platform and the complainant
      create index notices_supplement_of_platform on notices (platform_organization_id, next_due_at, id)
        where supplement_requested_at is not null;
      create index notices_supplement_of_complainant on notices (complainant_organization_id, id desc)
        where supplement_requested_at is not null;
      -- statements of users that are open, of either side's box
      create index counter_notices_open_of_platform on counter_notices (platform_organization_id, state, id desc)
        where state in ('received', 'forwarded');
      create index counter_notices_open_of_complainant on counter_notices (complainant_organization_id, state, id desc)
        where state in ('received', 'forwarded');
      -- complaints that lack something, and those of which nobody answers for a target
      create index complaints_deficient on complaints (organization_id, id desc) where state = 'deficient';
      create index targets_unrouted_of_complaint on targets (complaint_id) where outcome = 'unrouted';

      create or replace function events_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.position is null and new.position is not null
          and (old.id, old.ordinal, old.matter_kind, old.matter_id, old.sequence, old.type, old.at, old.audience, old.payload, old.hash)
            = (new.id, new.ordinal, new.matter_kind, new.matter_id, new.sequence, new.type, new.at, new.audience, new.payload, new.hash)
          and old.request_id is not distinct from new.request_id
        then
          return new;
        end if;
        raise exception 'events are append-only' using errcode = 'insufficient_privilege';
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function events_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.position is null and new.position is not null
          and (old.id, old.ordinal, old.matter_kind, old.matter_id, old.sequence, old.type, old.at, old.audience, old.payload, old.hash)
            = (new.id, new.ordinal, new.matter_kind, new.matter_id, new.sequence, new.type, new.at, new.audience, new.payload, new.hash)
        then
          return new;
        end if;
        raise exception 'events are append-only' using errcode = 'insufficient_privilege';
      end $$;
      drop index targets_unrouted_of_complaint;
      drop index complaints_deficient;
      drop index counter_notices_open_of_complainant;
      drop index counter_notices_open_of_platform;
      drop index notices_supplement_of_complainant;
      drop index notices_supplement_of_platform;
      drop index items_waiting;
      drop index events_of_request;
      alter table events drop column request_id;
      drop table notice_presences;
      drop table inside_work_changes;
    `);
  }
}
