import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars as layered papers, rules made stricter for some matters, and who enjoys a faster tier. */
export class Calendars1732300000014 implements MigrationInterface {
  readonly name = 'Calendars1732300000014';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- null: the collection that comes with a release; it lies beneath every paper
      alter table calendars add column published_at timestamptz, add column created_by uuid;
      -- the list of papers, newest first
      create index calendars_newest_first on calendars (created_at, version);

      create table rule_overrides (
        id uuid not null constraint rule_overrides_pk primary key,
        -- what makes a row that comes with the product be put in once; null for an operator's own
        preset text constraint rule_overrides_preset_once unique,
        rule text not null,
        platform_id uuid constraint rule_overrides_platform references platforms,
        tier text constraint rule_overrides_tier check (tier in ('ordinary', 'green_channel', 'warning_list')),
        campaign text,
        service_types text[],
        work_categories text[],
        length integer not null constraint rule_overrides_length check (length > 0),
        unit text not null constraint rule_overrides_unit
          check (unit in ('hour', 'calendar_day', 'working_day', 'us_business_day')),
        basis text not null constraint rule_overrides_basis
          check (basis in ('statutory', 'departmental', 'platform_practice', 'assumption')),
        reason text not null,
        valid_from timestamptz not null,
        valid_until timestamptz,
        created_by uuid,
        created_at timestamptz not null,
        ended_by uuid,
        ended_at timestamptz,
        constraint rule_overrides_valid_for_some_time check (valid_until > valid_from)
      );
      -- a platform's own overrides, and the check when a platform is removed
      create index rule_overrides_of_platform on rule_overrides (platform_id) where platform_id is not null;

      create table tier_grants (
        id uuid not null constraint tier_grants_pk primary key,
        organization_id uuid not null constraint tier_grants_organization references organizations,
        tier text not null constraint tier_grants_tier check (tier in ('green_channel')),
        reason text not null,
        valid_from timestamptz not null,
        valid_until timestamptz,
        granted_by uuid not null,
        created_at timestamptz not null,
        ended_by uuid,
        ended_at timestamptz,
        constraint tier_grants_valid_for_some_time check (valid_until > valid_from)
      );
      -- whether an organization is in the green channel at an instant
      create index tier_grants_of_organization on tier_grants (organization_id);

      -- what a clock was derived with besides its rule: an override, a zone that is not the rule's own
      alter table deadlines
        add column override_id uuid constraint deadlines_override references rule_overrides,
        add column zone text;
      -- how many running clocks rest on days that no paper covers
      create index deadlines_uncovered on deadlines (id) where not covered and state in ('running', 'paused');

      -- where the days of US law end for this platform; null: New York
      alter table platforms add column time_zone text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table platforms drop column time_zone;
      drop index deadlines_uncovered;
      alter table deadlines drop column override_id, drop column zone;
      drop table tier_grants;
      drop table rule_overrides;
      drop index calendars_newest_first;
      alter table calendars drop column published_at, drop column created_by;
    `);
  }
}
