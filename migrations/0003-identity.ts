import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations, the people in them, their sessions and their machine credentials. */
export class Identity1732300000003 implements MigrationInterface {
  readonly name = 'Identity1732300000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organizations (
        id uuid not null constraint organizations_pk primary key,
        kind text not null constraint organizations_kind
          check (kind in ('rights_holder', 'agent', 'platform', 'regulator', 'operator')),
        name text not null,
        region_code text,
        profile jsonb not null default '{}',
        created_at timestamptz not null
      );

      create table members (
        id uuid not null constraint members_pk primary key,
        organization_id uuid not null constraint members_organization references organizations,
        email text not null,
        name text not null,
        role text not null constraint members_role check (role in ('owner', 'handler', 'viewer', 'approver')),
        password_hash text,
        locale text not null default 'zh' constraint members_locale check (locale in ('zh', 'en')),
        email_confirmed_at timestamptz,
        disabled_at timestamptz,
        -- the row stays as author of what was done; the address is gone
        removed_at timestamptz,
        created_at timestamptz not null,
        -- the application folds case as Unicode does; here ASCII is enough, whatever the database's locale
        constraint members_email_lower check (email = lower(email collate "C")),
        constraint members_email_unique unique (email)
      );
      -- the member list of an organization, oldest first
      create index members_of_organization on members (organization_id, id);

      create table sessions (
        id uuid not null constraint sessions_pk primary key,
        member_id uuid not null constraint sessions_member references members,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_because text
      );
      -- ending all of a member's sessions
      create index sessions_of_member on sessions (member_id) where ended_at is null;

      create table refresh_tokens (
        token_hash text not null constraint refresh_tokens_pk primary key,
        session_id uuid not null constraint refresh_tokens_session references sessions on delete cascade,
        created_at timestamptz not null,
        used_at timestamptz
      );
      -- the cascade from sessions
      create index refresh_tokens_of_session on refresh_tokens (session_id);

      create table mail_tokens (
        token_hash text not null constraint mail_tokens_pk primary key,
        purpose text not null constraint mail_tokens_purpose check (purpose in ('confirm_email', 'set_password')),
        member_id uuid not null constraint mail_tokens_member references members on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      -- withdrawing what was sent before, when a newer letter goes out
      create index mail_tokens_of_member on mail_tokens (member_id) where used_at is null;

      create table api_keys (
        id uuid not null constraint api_keys_pk primary key,
        organization_id uuid not null constraint api_keys_organization references organizations,
        name text not null,
        prefix text not null,
        key_hash text not null constraint api_keys_hash_unique unique,
        mode text not null constraint api_keys_mode check (mode in ('live', 'sandbox')),
        scopes text[] not null,
        allowed_cidrs text[] not null default '{}',
        created_by uuid not null constraint api_keys_creator references members,
        created_at timestamptz not null,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        -- the successor of a rolled key
        replaced_by uuid constraint api_keys_successor references api_keys
      );
      -- the key list of an organization, newest first
      create index api_keys_of_organization on api_keys (organization_id, id desc);

      -- who read personal data of a matter, and when
      create table access_log (
        id uuid not null constraint access_log_pk primary key,
        organization_id uuid not null,
        member_id uuid,
        api_key_id uuid,
        subject_kind text not null,
        subject_id uuid not null,
        at timestamptz not null
      );
      create index access_log_of_subject on access_log (subject_id, at);

      -- failed sign-ins and the like, counted over all processes; what a crash forgets is forgiven
      create unlogged table sign_in_limits (
        key varchar(255) not null constraint sign_in_limits_pk primary key,
        points integer not null default 0,
        expire bigint
      );
      -- the removal of counters that ended an hour ago
      create index sign_in_limits_age on sign_in_limits (expire);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table sign_in_limits;
      drop table access_log;
      drop table api_keys;
      drop table mail_tokens;
      drop table refresh_tokens;
      drop table sessions;
      drop table members;
      drop table organizations;
    `);
  }
}
