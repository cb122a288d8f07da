import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Platforms that are served by mail: who stands in for them, what was sent to them, and the links that they answer by. */
export class MailChannel1732300000020 implements MigrationInterface {
  readonly name = 'MailChannel1732300000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organizations
        -- without members: what is served by mail is served on it. Unique, so that a platform has one
        add column stands_in_for uuid constraint organizations_stands_in_for references platforms,
        add constraint organizations_stands_in_once unique (stands_in_for),
        add constraint organizations_stand_in_kind check (stands_in_for is null or kind = 'platform');

      alter table letters drop constraint letters_locale;
      alter table letters add constraint letters_locale check (locale in ('zh', 'en', 'both'));

      -- one sending of a notice to the published address of its platform; the letter's once_key is 'serve:' and this id
      create table mail_services (
        id uuid not null constraint mail_services_pk primary key,
        notice_id uuid not null constraint mail_services_notice references notices on delete cascade,
        platform_id uuid not null constraint mail_services_platform references platforms,
        address text not null,
        state text not null constraint mail_services_state
          check (state in ('waiting', 'accepted', 'refused', 'given_up', 'superseded')),
        created_at timestamptz not null,
        ended_at timestamptz,
        constraint mail_services_ended check ((ended_at is null) = (state = 'waiting'))
      );
      -- a notice is on its way to one address at a time
      create unique index mail_services_waiting on mail_services (notice_id) where state = 'waiting';
      -- what was sent of a notice: whether its address was tried before
      create index mail_services_of_notice on mail_services (notice_id);
      -- what is on its way to a platform whose address is corrected, or that joins
      create index mail_services_waiting_for on mail_services (platform_id) where state = 'waiting';
      -- the operator's list of one state, newest first
      create index mail_services_by_state on mail_services (state, id desc);

      -- what a letter lets its reader do about one notice, without an account
      create table mail_links (
        id uuid not null constraint mail_links_pk primary key,
        notice_id uuid not null constraint mail_links_notice references notices on delete cascade,
        -- SHA-256 of what stands in the address: a leaked table opens nothing
        token_hash text not null constraint mail_links_token unique,
        -- each act spends it and leaves another: nothing that was sent before does anything again
        nonce text not null,
        address text not null,
        -- by a button of an ended link, which may be pressed only so often a day
        is_asked_for boolean not null,
        -- real time, as all that guards a door
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      -- the links of a notice that end together, and how many were asked for of late
      create index mail_links_of_notice on mail_links (notice_id, created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table mail_links;
      drop table mail_services;
      delete from letters where locale = 'both';
      alter table letters drop constraint letters_locale;
      alter table letters add constraint letters_locale check (locale in ('zh', 'en'));
      alter table organizations drop column stands_in_for;
    `);
  }
}
