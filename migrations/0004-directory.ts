import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who answers for which address, and which authority for which region. */
export class Directory1732300000004 implements MigrationInterface {
  readonly name = 'Directory1732300000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table regions (
        code text not null constraint regions_pk primary key,
        name text not null,
        copyright_authority text not null,
        telecom_authority text not null,
        regulator_organization_id uuid constraint regions_regulator references organizations
      );

      create table platforms (
        id uuid not null constraint platforms_pk primary key,
        slug text not null constraint platforms_slug_unique unique,
        name text not null,
        service_type text not null constraint platforms_service_type check (service_type in (
          'storage', 'search_link', 'netdisk', 'ecommerce', 'social', 'short_video', 'video', 'music', 'live', 'literature',
          'education', 'knowledge', 'game', 'app_store', 'ad_alliance', 'cloud_cdn', 'access')),
        regime text not null constraint platforms_regime
          check (regime in ('cn.reg468', 'cn.ecl', 'cn.civil', 'us.dmca', 'eu.dsa')),
        region_code text not null constraint platforms_region references regions,
        app_ids text[] not null default '{}',
        credit_code text,
        icp_number text,
        contact_email text,
        organization_id uuid constraint platforms_organization references organizations,
        joined_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint platforms_joined_with_organization check (joined_at is null or organization_id is not null)
      );
      create index platforms_of_organization on platforms (organization_id);

      create table platform_hosts (
        host text not null constraint platform_hosts_pk primary key,
        platform_id uuid not null constraint platform_hosts_platform references platforms on delete cascade
      );
      create index platform_hosts_of_platform on platform_hosts (platform_id);

      -- raised by every change, so that each process knows when its copy of the directory is old
      create table directory_version (
        one boolean primary key default true check (one),
        version bigint not null
      );
      -- begins at the instant of making, so that a database made anew under a running process never repeats a version
      insert into directory_version (version) values (floor(extract(epoch from clock_timestamp()) * 1000));
      create function raise_directory_version() returns trigger language plpgsql as $$
      begin
        update directory_version set version = version + 1;
        return null;
      end $$;
      create trigger platforms_versioned after insert or update or delete or truncate on platforms
        for each statement execute function raise_directory_version();
      create trigger platform_hosts_versioned after insert or update or delete or truncate on platform_hosts
        for each statement execute function raise_directory_version();
      create trigger regions_versioned after insert or update or delete or truncate on regions
        for each statement execute function raise_directory_version();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table platform_hosts;
      drop table platforms;
      drop table regions;
      drop table directory_version;
      drop function raise_directory_version();
    `);
  }
}
