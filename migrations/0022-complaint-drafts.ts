import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints that came as an XARF or ACNS document and wait for a member who confirms them. */
export class ComplaintDrafts1732300000022 implements MigrationInterface {
  readonly name = 'ComplaintDrafts1732300000022';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table complaint_drafts (
        id uuid not null constraint complaint_drafts_pk primary key,
        organization_id uuid not null constraint complaint_drafts_organization references organizations,
        state text not null constraint complaint_drafts_state check (state in ('open', 'filed', 'discarded')),
        format text not null constraint complaint_drafts_format check (format in ('xarf', 'acns')),
        channel text not null constraint complaint_drafts_channel check (channel in ('api', 'mail')),
        -- who is said to have written it: an address or a name, as it came and proved by nothing
        sender text,
        -- the body of POST /v1/complaints as far as the message gives it, never with statements: those are a member's own
        document jsonb not null,
        -- what the reader could not take over, or took over in a way that a person should look at
        remarks jsonb not null,
        -- the message itself, byte for byte; as personal as the document, and erased with it
        original bytea,
        original_sha256 text not null,
        original_size integer not null constraint complaint_drafts_size check (original_size between 1 and 1048576),
        complaint_id uuid constraint complaint_drafts_complaint references complaints,
        received_at timestamptz not null,
        -- the member or the machine that brought it; neither where it came by mail
        brought_by uuid,
        api_key_id uuid,
        ended_at timestamptz,
        ended_by uuid,
        constraint complaint_drafts_filed check ((state = 'filed') = (complaint_id is not null)),
        constraint complaint_drafts_ended check ((state = 'open') = (ended_at is null)),
        constraint complaint_drafts_kept check ((state = 'discarded') = (original is null))
      );
      -- an organization's drafts in one state, newest first
      create index complaint_drafts_of_organization on complaint_drafts (organization_id, state, id desc);
      -- one message, one draft, however often it is sent; what was discarded may come again
      create unique index complaint_drafts_once on complaint_drafts (organization_id, original_sha256)
        where state <> 'discarded';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table complaint_drafts');
  }
}
