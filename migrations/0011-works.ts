import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The vault: works and authorizations proved once and used again, and the lists of works under heightened protection. */
export class Works1732300000011 implements MigrationInterface {
  readonly name = 'Works1732300000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table works (
        id uuid not null constraint works_pk primary key,
        organization_id uuid not null constraint works_organization references organizations,
        title text not null,
        normalised_title text not null,
        category text not null constraint works_category check (category in (
          'film', 'tv', 'short_video', 'animation', 'music', 'literature', 'picture', 'software', 'game', 'course',
          'audiobook', 'live', 'news', 'database', 'other')),
        identifiers jsonb not null,
        -- scheme:number in the one spelling that is compared
        identifier_keys text[] not null,
        registration_number text,
        original_urls text[] not null,
        territories text[] not null,
        holder_name text,
        documents jsonb not null,
        state text not null constraint works_state check (state in ('active', 'archived')),
        version integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      -- an organization's vault, newest first; its search reads the same rows
      create index works_of_organization on works (organization_id, id);
      -- one work, one registration, in each vault
      create unique index works_registered_once on works (organization_id, registration_number)
        where registration_number is not null;

      create table authorizations (
        id uuid not null constraint authorizations_pk primary key,
        agent_organization_id uuid not null constraint authorizations_agent references organizations,
        owner_name text not null,
        owner_organization_id uuid constraint authorizations_owner references organizations,
        covers_catalogue boolean not null,
        title_patterns text[] not null,
        rights text[] not null,
        territories text[] not null,
        -- first and last day in Asia/Shanghai, both inclusive
        valid_from date not null,
        valid_until date,
        allows_sublicence boolean not null,
        parent_authorization_id uuid constraint authorizations_parent references authorizations,
        -- the agent of the parent, who passed the right on
        grantor_organization_id uuid constraint authorizations_grantor references organizations,
        documents jsonb not null,
        state text not null constraint authorizations_state
          check (state in ('pending', 'approved', 'rejected', 'revoked', 'frozen')),
        state_since timestamptz not null,
        state_reason text,
        approved_at timestamptz,
        version integer not null,
        filed_at timestamptz not null,
        constraint authorizations_validity check (valid_until is null or valid_until >= valid_from),
        constraint authorizations_grantor_of_parent
          check ((parent_authorization_id is null) = (grantor_organization_id is null)),
        constraint authorizations_approved_at check (state <> 'approved' or approved_at is not null)
      );
      -- the authorizations of an agent; those that an owner or a grantor with an account here reads
      create index authorizations_of_agent on authorizations (agent_organization_id, id);
      create index authorizations_of_owner on authorizations (owner_organization_id, id)
        where owner_organization_id is not null;
      create index authorizations_of_grantor on authorizations (grantor_organization_id, id)
        where grantor_organization_id is not null;
      -- the operator's lists, by state
      create index authorizations_by_state on authorizations (state, id);
      -- which of them run out soon, for the reminders
      create index authorizations_running_out on authorizations (valid_until) where state = 'approved';

      -- a listed work as it was when the authorization was filed: a later change of the vault widens nothing
      create table authorization_works (
        authorization_id uuid not null constraint authorization_works_authorization references authorizations,
        work_id uuid not null constraint authorization_works_work references works,
        title text not null,
        normalised_title text not null,
        category text not null,
        registration_number text,
        identifier_keys text[] not null,
        constraint authorization_works_pk primary key (authorization_id, work_id)
      );
      -- the reference from works
      create index authorization_works_of_work on authorization_works (work_id);

      -- exactly once: the row is the reminder
      create table authorization_reminders (
        authorization_id uuid not null constraint authorization_reminders_authorization references authorizations,
        days_before smallint not null,
        recorded_at timestamptz not null,
        constraint authorization_reminders_pk primary key (authorization_id, days_before)
      );

      create table warning_lists (
        id uuid not null constraint warning_lists_pk primary key,
        year smallint not null,
        batch smallint not null,
        -- a day in Asia/Shanghai
        published_on date not null,
        title text not null,
        source text not null,
        work_count integer not null,
        created_at timestamptz not null,
        -- a batch is imported once
        constraint warning_lists_batch_once unique (year, batch)
      );

      create table warning_list_works (
        warning_list_id uuid not null constraint warning_list_works_list references warning_lists on delete cascade,
        position smallint not null,
        title text not null,
        normalised_title text not null,
        category text not null,
        category_family text not null,
        rights_holder text,
        licensed_platforms text[] not null,
        -- first and last day in Asia/Shanghai, both inclusive; never before the list was published
        window_from date not null,
        window_until date not null,
        constraint warning_list_works_pk primary key (warning_list_id, position),
        constraint warning_list_works_window check (window_until >= window_from)
      );
      -- whether a work that is complained of stands on a list
      create index warning_list_works_by_title on warning_list_works (normalised_title, category_family);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table warning_list_works;
      drop table warning_lists;
      drop table authorization_reminders;
      drop table authorization_works;
      drop table authorizations;
      drop table works;
    `);
  }
}
