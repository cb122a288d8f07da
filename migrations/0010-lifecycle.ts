import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = (list: readonly string[]) => list.map((state) => `'${state}'`).join(', ');
const before = [
  'unserved',
  'pending',
  'actioned',
  'refused',
  'not_found',
  'released',
  'restore_due',
  'restored',
  'withdrawn',
];
const after = [...before, 'supplement_requested', 'reappeared', 'contested', 'waiting', 'held'];
const outcomes = ['served', 'awaiting_service', 'duplicate', 'deficient', 'unrouted', 'unreadable', 'no_respondent'];

/** What can happen to an item after it was decided: counter-notices, proceedings, orders, supplements, reports, appeals. */
export class Lifecycle1732300000010 implements MigrationInterface {
  readonly name = 'Lifecycle1732300000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table items drop constraint items_state;
      alter table items add constraint items_state check (state in (${states(after)}));
      -- the rights holder, whoever files: what a second notice is measured by (条例 第17条)
      alter table items add column holder_key text not null default '';
      alter table items alter column holder_key drop default;
      alter table items add column appealed_at timestamptz;
      -- restored because its user answered: the same holder may not notify it again where the law says so
      alter table items add column restored_on_counter boolean not null default false;
      alter table items add column state_before_order text constraint items_state_before_order
        check (state_before_order in (${states(after)}));
      alter table targets drop constraint targets_outcome;
      alter table targets add constraint targets_outcome
        check (outcome in (${states([...outcomes, 'reported_again', 'refused_second_notice'])}));

      -- marks go by unpaused time: the start, later by all that was paused
      alter table deadlines add column counts_from timestamptz;
      update deadlines set counts_from = started_at;
      alter table deadlines alter column counts_from set not null;
      alter table deadlines add column not_before_at timestamptz;

      -- the nearest clock that the complainant owes, for the complainant's list
      alter table notices add column complainant_due_at timestamptz not null default 'infinity';
      alter table notices add column complainant_due_rule text;
      alter table notices add column supplement_requested_at timestamptz;
      drop index notices_of_complainant_due;
      create index notices_of_complainant_due on notices (complainant_organization_id, complainant_due_at, id);

      create table counter_notices (
        id uuid not null constraint counter_notices_pk primary key,
        notice_id uuid not null constraint counter_notices_notice references notices,
        item_id uuid not null constraint counter_notices_item references items,
        complainant_organization_id uuid not null constraint counter_notices_complainant references organizations,
        platform_organization_id uuid not null constraint counter_notices_platform references organizations,
        state text not null constraint counter_notices_state
          check (state in ('received', 'invalid', 'forwarded', 'rejected', 'decided', 'closed')),
        -- the user's words and data: everything personal is in this one column
        document jsonb not null,
        reason_code text not null,
        missing jsonb not null default '[]',
        -- when the platform had it from its user, by its own word
        received_at timestamptz not null,
        recorded_at timestamptz not null,
        forwarded_at timestamptz,
        arrived_at timestamptz,
        ended_at timestamptz,
        rejection jsonb
      );
      -- at most one statement against an item is open
      create unique index counter_notices_one_open on counter_notices (item_id) where state in ('received', 'forwarded');
      create index counter_notices_of_notice on counter_notices (notice_id);
      -- 反通知箱 of the complainant (what was forwarded), outbox of the platform, newest first
      create index counter_notices_of_complainant on counter_notices (complainant_organization_id, id desc) where forwarded_at is not null;
      create index counter_notices_of_platform on counter_notices (platform_organization_id, id desc);

      create table proceedings (
        id uuid not null constraint proceedings_pk primary key,
        notice_id uuid not null constraint proceedings_notice references notices,
        item_id uuid not null constraint proceedings_item references items,
        counter_notice_id uuid constraint proceedings_counter_notice references counter_notices,
        kind text not null constraint proceedings_kind check (kind in ('complaint', 'suit')),
        number text not null,
        authority text not null,
        filed_at timestamptz not null,
        file_id uuid,
        received_at timestamptz not null,
        -- false for a proof that came after the wait was over: kept, without effect
        counts boolean not null,
        ended_at timestamptz,
        result text constraint proceedings_result check (result in ('won', 'lost', 'withdrawn')),
        end_note text,
        end_file_id uuid,
        constraint proceedings_ended_with_result check ((ended_at is null) = (result is null))
      );
      create index proceedings_of_item on proceedings (item_id);
      create index proceedings_of_notice on proceedings (notice_id);
      -- one proof of one proceeding
      create unique index proceedings_once on proceedings (item_id, kind, authority, number) where counts;

      create table orders (
        id uuid not null constraint orders_pk primary key,
        notice_id uuid not null constraint orders_notice references notices,
        item_id uuid not null constraint orders_item references items,
        canonical_item_id uuid not null constraint orders_canonical_item references canonical_items,
        direction text not null constraint orders_direction check (direction in ('takedown', 'restore')),
        issuer text not null,
        number text not null,
        issued_at timestamptz not null,
        expires_at timestamptz,
        file_id uuid,
        recorded_by_organization_id uuid not null constraint orders_recorder references organizations,
        recorded_at timestamptz not null,
        ended_at timestamptz
      );
      -- what stands on a thing
      create index orders_standing on orders (canonical_item_id) where ended_at is null and direction = 'takedown';
      -- what has run out, for the sweep
      create index orders_to_end on orders (expires_at) where ended_at is null and expires_at is not null;
      create index orders_of_notice on orders (notice_id);
      create unique index orders_once on orders (item_id, direction, issuer, number);

      create table wait_extensions (
        id uuid not null constraint wait_extensions_pk primary key,
        counter_notice_id uuid not null constraint wait_extensions_counter_notice references counter_notices,
        deadline_id uuid not null constraint wait_extensions_deadline references deadlines,
        reason text not null,
        from_due_at timestamptz not null,
        until timestamptz not null,
        file_id uuid,
        received_at timestamptz not null
      );
      create index wait_extensions_of_counter_notice on wait_extensions (counter_notice_id);

      create table supplement_requests (
        -- once a notice
        notice_id uuid not null constraint supplement_requests_pk primary key constraint supplement_requests_notice references notices,
        elements text[] not null,
        message text not null,
        requested_at timestamptz not null,
        answered_at timestamptz,
        lapsed_at timestamptz
      );
      create table supplements (
        id uuid not null constraint supplements_pk primary key,
        notice_id uuid not null constraint supplements_notice references notices,
        -- evidence, statements and message as sent
        document jsonb not null,
        received_at timestamptz not null
      );
      create index supplements_of_notice on supplements (notice_id);

      create table still_live_reports (
        id uuid not null constraint still_live_reports_pk primary key,
        notice_id uuid not null constraint still_live_reports_notice references notices,
        item_id uuid not null constraint still_live_reports_item references items,
        text text,
        file_id uuid,
        reported_at timestamptz not null,
        disputed_at timestamptz,
        dispute_note text,
        dispute_file_id uuid,
        settled_at timestamptz
      );
      create unique index still_live_reports_one_open on still_live_reports (item_id) where settled_at is null;
      create index still_live_reports_of_notice on still_live_reports (notice_id);

      create table appeals (
        -- once an item
        item_id uuid not null constraint appeals_pk primary key constraint appeals_item references items,
        notice_id uuid not null constraint appeals_notice references notices,
        text text not null,
        evidence jsonb not null,
        received_at timestamptz not null
      );
      create index appeals_of_notice on appeals (notice_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table appeals;
      drop table still_live_reports;
      drop table supplements;
      drop table supplement_requests;
      drop table wait_extensions;
      drop table orders;
      drop table proceedings;
      drop table counter_notices;
      drop index notices_of_complainant_due;
      create index notices_of_complainant_due on notices (complainant_organization_id, next_due_at, id);
      alter table notices drop column supplement_requested_at;
      alter table notices drop column complainant_due_rule;
      alter table notices drop column complainant_due_at;
      alter table deadlines drop column not_before_at;
      alter table deadlines drop column counts_from;
      alter table targets drop constraint targets_outcome;
      alter table targets add constraint targets_outcome check (outcome in (${states(outcomes)}));
      alter table items drop column state_before_order;
      alter table items drop column restored_on_counter;
      alter table items drop column appealed_at;
      alter table items drop column holder_key;
      alter table items drop constraint items_state;
      alter table items add constraint items_state check (state in (${states(before)}));
    `);
  }
}
