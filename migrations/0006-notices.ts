import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints, their targets, and the notices and items that they become. */
export class Notices1732300000006 implements MigrationInterface {
  readonly name = 'Notices1732300000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- numbers for people: six digits, more when there are more
      create function readable(n bigint) returns text language sql immutable
        return lpad(n::text, greatest(6, length(n::text)), '0');
      create sequence complaint_numbers;
      create sequence notice_numbers;

      create table complaints (
        id uuid not null constraint complaints_pk primary key,
        number text not null constraint complaints_number_unique unique,
        organization_id uuid not null constraint complaints_organization references organizations,
        client_ref text,
        ground text not null,
        state text not null constraint complaints_state check (state in ('deficient', 'filed', 'withdrawn', 'frozen')),
        -- parties, works, evidence and statements as filed: everything personal is in this one column
        document jsonb not null,
        deficiencies jsonb not null default '[]',
        target_count integer not null,
        received_at timestamptz not null,
        completed_at timestamptz,
        withdrawn_at timestamptz,
        withdrawal_reason text,
        created_by uuid,
        api_key_id uuid,
        constraint complaints_client_ref_unique unique (organization_id, client_ref)
      );
      -- the complainant's list, newest first (ids sort by time)
      create index complaints_of_organization on complaints (organization_id, id desc);

      -- the located thing itself, whoever complains about it: what locks and holds go by
      create table canonical_items (
        id uuid not null constraint canonical_items_pk primary key,
        platform_id uuid not null constraint canonical_items_platform references platforms,
        key text not null,
        constraint canonical_items_key_unique unique (platform_id, key)
      );

      create table notices (
        id uuid not null constraint notices_pk primary key,
        number text not null constraint notices_number_unique unique,
        complaint_id uuid not null constraint notices_complaint references complaints,
        complainant_organization_id uuid not null constraint notices_complainant references organizations,
        platform_id uuid not null constraint notices_platform references platforms,
        -- the organization that answers for the platform; null while nobody joined
        platform_organization_id uuid constraint notices_platform_organization references organizations,
        region_code text not null,
        -- regulators that the matter has reached
        regulator_organization_ids uuid[] not null default '{}',
        regime text not null,
        regime_version integer not null,
        title text not null,
        state text not null constraint notices_state
          check (state in ('awaiting_service', 'served', 'acknowledged', 'decided', 'closed')),
        outcome text constraint notices_outcome
          check (outcome in ('upheld', 'partial', 'refused', 'not_found', 'restored', 'withdrawn')),
        item_count integer not null,
        created_at timestamptz not null,
        served_at timestamptz,
        acknowledged_at timestamptz,
        acknowledgement_reference text,
        decided_at timestamptz,
        closed_at timestamptz,
        -- the nearest unmet clock that the platform owes; 'infinity' where none runs, so that a keyset can go on it
        next_due_at timestamptz not null default 'infinity',
        next_due_rule text,
        -- the instant at which a quarter of that clock is left
        due_soon_at timestamptz not null default 'infinity',
        assignee_member_id uuid constraint notices_assignee references members,
        claimed_by_member_id uuid constraint notices_claim_holder references members,
        claim_expires_at timestamptz
      );
      create index notices_of_complaint on notices (complaint_id);
      -- a platform's inbox by nearest unmet clock, whole and by state
      create index notices_inbox on notices (platform_organization_id, next_due_at, id) where state <> 'awaiting_service';
      create index notices_inbox_by_state on notices (platform_organization_id, state, next_due_at, id);
      create index notices_inbox_by_assignee on notices (assignee_member_id, next_due_at, id) where assignee_member_id is not null;
      -- the complainant's list, newest first and by nearest clock
      create index notices_of_complainant on notices (complainant_organization_id, id desc);
      create index notices_of_complainant_due on notices (complainant_organization_id, next_due_at, id);
      -- a regulator's matters
      create index notices_of_regulator on notices using gin (regulator_organization_ids);
      -- what waits for a platform to join
      create index notices_awaiting on notices (platform_id) where state = 'awaiting_service';

      create table items (
        id uuid not null constraint items_pk primary key,
        notice_id uuid not null constraint items_notice references notices,
        ordinal integer not null,
        canonical_item_id uuid not null constraint items_canonical_item references canonical_items,
        -- claimant + principal + work: what makes a second filing a duplicate
        claim_key text not null,
        state text not null constraint items_state check (state in (
          'unserved', 'pending', 'actioned', 'refused', 'not_found', 'released', 'restore_due', 'restored', 'withdrawn')),
        disposition text,
        reason_code text,
        note text,
        acted_at timestamptz,
        decided_at timestamptz,
        restored_at timestamptz,
        constraint items_order_unique unique (notice_id, ordinal)
      );
      -- duplicates and holds
      create index items_on_canonical on items (canonical_item_id, claim_key);

      create table targets (
        id uuid not null constraint targets_pk primary key,
        complaint_id uuid not null constraint targets_complaint references complaints,
        -- index: place in the complaint as filed; ordinal: one pasted text can hold several addresses
        index integer not null,
        ordinal integer not null,
        raw text not null,
        url text,
        host text,
        platform_id uuid constraint targets_platform references platforms,
        content_type text,
        content_id text,
        part text,
        account_ref text,
        access_code text,
        canonical_key text,
        matched_by text,
        work_ref text not null,
        "right" text,
        description text,
        account jsonb,
        outcome text not null constraint targets_outcome check (outcome in (
          'served', 'awaiting_service', 'duplicate', 'deficient', 'unrouted', 'unreadable', 'no_respondent')),
        code text,
        detail text,
        notice_id uuid constraint targets_notice references notices,
        item_id uuid constraint targets_item references items,
        routed_at timestamptz,
        routed_by uuid,
        constraint targets_order_unique unique (complaint_id, ordinal)
      );
      create index targets_of_item on targets (item_id);
      create index targets_of_notice on targets (notice_id);
      -- the operator's queue of what nobody answers for, oldest first
      create index targets_unrouted on targets (id) where outcome = 'unrouted';
      -- search by address in an inbox
      create index targets_by_content on targets (platform_id, canonical_key);

      create table forwardings (
        id uuid not null constraint forwardings_pk primary key,
        notice_id uuid not null constraint forwardings_notice references notices,
        item_ids uuid[] not null,
        method text not null constraint forwardings_method check (method in ('message', 'email', 'publication')),
        url text,
        forwarded_at timestamptz not null,
        received_at timestamptz not null
      );
      create index forwardings_of_notice on forwardings (notice_id);

      -- work inside the platform: never part of the record that others see
      create table notice_notes (
        id uuid not null constraint notice_notes_pk primary key,
        notice_id uuid not null constraint notice_notes_notice references notices,
        organization_id uuid not null constraint notice_notes_organization references organizations,
        member_id uuid constraint notice_notes_member references members,
        text text not null,
        created_at timestamptz not null
      );
      create index notice_notes_of_notice on notice_notes (notice_id, organization_id, id);

      create table refusal_templates (
        id uuid not null constraint refusal_templates_pk primary key,
        organization_id uuid not null constraint refusal_templates_organization references organizations,
        name text not null,
        reason_code text not null,
        text text not null,
        created_at timestamptz not null,
        constraint refusal_templates_name_unique unique (organization_id, name)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table refusal_templates;
      drop table notice_notes;
      drop table forwardings;
      drop table targets;
      drop table items;
      drop table notices;
      drop table canonical_items;
      drop table complaints;
      drop sequence notice_numbers;
      drop sequence complaint_numbers;
      drop function readable(bigint);
    `);
  }
}
