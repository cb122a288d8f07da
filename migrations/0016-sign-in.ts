import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of browsers, a second factor, and sign-in through an organization's own provider. */
export class SignIn1732300000016 implements MigrationInterface {
  readonly name = 'SignIn1732300000016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table sessions
        -- of a browser's cookie; null where the session is held by tokens. Looked up at every request of the console
        add column secret_hash text constraint sessions_secret_unique unique,
        add column last_seen_at timestamptz,
        -- what the member needs to recognise a session of their own
        add column user_agent text,
        add column address text;
      update sessions set last_seen_at = created_at;
      alter table sessions alter column last_seen_at set not null;
      drop index sessions_of_member;
      -- a member's open sessions, newest first, and ending them all
      create index sessions_of_member on sessions (member_id, id desc) where ended_at is null;

      alter table members
        -- sealed; without totp_confirmed_at it waits for the first right code
        add column totp_secret text,
        add column totp_confirmed_at timestamptz,
        -- the newest time step that opened something: it and those before it are spent
        add column totp_last_step integer,
        -- who the member is at the identity provider, from the first sign-in through it on
        add column oidc_issuer text,
        add column oidc_subject text,
        add constraint members_totp check (totp_secret is not null or totp_confirmed_at is null),
        add constraint members_oidc check ((oidc_issuer is null) = (oidc_subject is null)),
        -- also finds the member at a sign-in through the provider
        add constraint members_oidc_unique unique (oidc_issuer, oidc_subject);

      create table recovery_codes (
        member_id uuid not null constraint recovery_codes_member references members on delete cascade,
        code_hash text not null,
        constraint recovery_codes_pk primary key (member_id, code_hash)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table recovery_codes;
      alter table members
        drop column totp_secret, drop column totp_confirmed_at, drop column totp_last_step,
        drop column oidc_issuer, drop column oidc_subject;
      drop index sessions_of_member;
      create index sessions_of_member on sessions (member_id) where ended_at is null;
      alter table sessions
        drop column secret_hash, drop column last_seen_at, drop column user_agent, drop column address;
    `);
  }
}
