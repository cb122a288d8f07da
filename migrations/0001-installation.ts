import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mark of the installation (sandbox or not), its clock, and what every request may repeat without harm. */
export class Installation1732300000001 implements MigrationInterface {
  readonly name = 'Installation1732300000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table installation (
        one boolean primary key default true,
        sandbox boolean not null,
        clock_offset interval not null default interval '0',
        constraint installation_one_row check (one),
        constraint installation_clock_moves_forward_only_in_sandbox
          check (clock_offset >= interval '0' and (sandbox or clock_offset = interval '0'))
      );

      -- The one clock of the domain. Whole milliseconds, so that an instant survives the way through JSON unchanged.
      create function domain_now() returns timestamptz language sql volatile as $$
        select date_trunc('milliseconds', clock_timestamp()) + coalesce((select clock_offset from installation), interval '0')
      $$;

      create table idempotency_keys (
        organization_id uuid not null,
        method text not null,
        path text not null,
        key text not null,
        body_hash text not null,
        answer jsonb,
        created_at timestamptz not null,
        constraint idempotency_keys_pk primary key (organization_id, method, path, key)
      );
      -- the daily removal of keys older than a day
      create index idempotency_keys_age on idempotency_keys (created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table idempotency_keys;
      drop function domain_now();
      drop table installation;
    `);
  }
}
