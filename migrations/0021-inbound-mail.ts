import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that comes in: kept byte for byte before anything is made of it, and where replies and bounces belong. */
export class InboundMail1732300000021 implements MigrationInterface {
  readonly name = 'InboundMail1732300000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table inbound_mail (
        id uuid not null constraint inbound_mail_pk primary key,
        -- of the bytes that are kept: the same message, fetched again after a crash, is one row
        sha256 text not null constraint inbound_mail_once unique,
        -- of the message as the mail server has it; more than what is kept where it was too large
        size integer not null,
        is_whole boolean not null,
        raw bytea not null,
        received_at timestamptz not null,
        state text not null constraint inbound_mail_state check (state in ('received', 'open', 'filed')),
        kind text constraint inbound_mail_kind
          check (kind in ('bounce', 'auto_reply', 'acknowledgement', 'report', 'unreadable', 'other')),
        -- what came of it, or why a person has to look
        finding text,
        authenticity text constraint inbound_mail_authenticity
          check (authenticity in ('pass', 'fail', 'none', 'unknown')),
        sender text,
        recipients text,
        subject text,
        message_id text,
        body text,
        attachments jsonb,
        notice_id uuid constraint inbound_mail_notice references notices on delete set null,
        organization_id uuid constraint inbound_mail_organization references organizations,
        -- a draft may be discarded and the letter of it stay
        draft_id uuid,
        filed_at timestamptz,
        filed_by uuid constraint inbound_mail_filer references members,
        note text,
        constraint inbound_mail_sorted check ((state = 'received') = (kind is null)),
        constraint inbound_mail_filed check ((state = 'filed') = (filed_at is not null))
      );
      -- most of it is compressed already, and reading the start of it must not mean reading all of it
      alter table inbound_mail alter column raw set storage external;
      -- the operator's tray: what is open, what was filed, newest first
      create index inbound_mail_tray on inbound_mail (state, id desc);
      -- what was said by mail about a notice, when the notice is removed
      create index inbound_mail_of_notice on inbound_mail (notice_id) where notice_id is not null;

      alter table mail_services
        -- of the token in the address that answers to its letter go to; the token itself stands in that letter alone
        add column reply_hash text constraint mail_services_reply unique,
        drop constraint mail_services_state,
        add constraint mail_services_state
          check (state in ('waiting', 'accepted', 'refused', 'given_up', 'bounced', 'superseded'));

      -- where an answer to the letter goes, instead of to whom it comes from; erased when the letter has gone
      alter table letters add column reply_to text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table letters drop column reply_to;
      update mail_services set state = 'refused' where state = 'bounced';
      alter table mail_services
        drop column reply_hash,
        drop constraint mail_services_state,
        add constraint mail_services_state check (state in ('waiting', 'accepted', 'refused', 'given_up', 'superseded'));
      drop table inbound_mail;
    `);
  }
}
