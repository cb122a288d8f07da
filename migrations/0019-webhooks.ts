import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries by month, endpoints that are rotated, paused and given up, and each organization's own way through the log. */
export class WebhookUpkeep1732300000019 implements MigrationInterface {
  readonly name = 'WebhookUpkeep1732300000019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table webhook_endpoints
        add column version integer not null default 1,
        add column signatures text[] not null default '{v1}'
          constraint webhook_endpoints_signatures check (signatures in ('{v1}', '{v1,v1a}')),
        -- Ed25519: the private half sealed as the secret is, the public half as it is shown
        add column signing_key_sealed text,
        add column public_key text,
        -- after a rotation, until then (real time) messages carry the signatures of both
        add column previous_secret_sealed text,
        add column previous_signing_key_sealed text,
        add column previous_valid_until timestamptz,
        -- domain time: the receiver said 429, and everything for it waits
        add column paused_until timestamptz,
        -- domain time of the first failure after the last success, and how many there were
        add column failing_since timestamptz,
        add column failed_attempts integer not null default 0,
        add constraint webhook_endpoints_signing_key check ('v1' = all(signatures) or signing_key_sealed is not null);
      alter table webhook_endpoints
        alter column version drop default, alter column signatures drop default, alter column failed_attempts drop default;
    `);
    await db.query(`
      -- an event is announced to an endpoint once. Apart from the deliveries, for a key of theirs would have to hold the
      -- month; without a reference to the endpoint, for what is left of a removed one ends with its month
      create table webhook_announcements (
        event_id uuid not null,
        endpoint_id uuid not null,
        constraint webhook_announcements_pk primary key (event_id, endpoint_id)
      );
      insert into webhook_announcements (event_id, endpoint_id) select event_id, endpoint_id from webhook_deliveries;

      -- the smallest id (UUIDv7) that can be made at an instant
      create function uuid_since(at timestamptz) returns uuid language sql immutable strict as $$
        select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
      $$;

      -- what was there becomes the part of this month and everything before it: nothing is copied
      do $$
      declare
        month timestamptz := date_trunc('month', clock_timestamp(), 'UTC');
        part text := 'webhook_deliveries_' || to_char(month at time zone 'UTC', 'YYYY_MM');
      begin
        alter table webhook_deliveries drop constraint webhook_deliveries_once;
        execute format('alter table webhook_deliveries rename constraint webhook_deliveries_pk to %I', part || '_pk');
        execute format('alter index webhook_deliveries_of_endpoint rename to %I', part || '_of_endpoint');
        execute format('alter index webhook_deliveries_waiting rename to %I', part || '_waiting');
        execute format('alter index webhook_deliveries_exhausted rename to %I', part || '_exhausted');
        execute format('alter table webhook_deliveries rename to %I', part);
        execute format('create table webhook_deliveries (like %I including defaults including constraints) partition by range (id)', part);
        alter table webhook_deliveries
          add constraint webhook_deliveries_pk primary key (id),
          add constraint webhook_deliveries_endpoint foreign key (endpoint_id) references webhook_endpoints on delete cascade;
        execute format('alter table webhook_deliveries attach partition %I for values from (minvalue) to (%L)',
          part, uuid_since(month + interval '1 month'));
      end $$;
      -- the delivery list of an endpoint, newest first
      create index webhook_deliveries_of_endpoint on webhook_deliveries (endpoint_id, id desc);
      -- the same by state, and what of an endpoint is exhausted: recovering it
      create index webhook_deliveries_of_endpoint_by_state on webhook_deliveries (endpoint_id, state, id desc);
      -- what is waiting: for health figures and for finding deliveries whose job was lost
      create index webhook_deliveries_waiting on webhook_deliveries (next_attempt_at) where state = 'pending';
      -- the operator's list of what was given up, newest first
      create index webhook_deliveries_exhausted on webhook_deliveries (ended_at, id) where state = 'exhausted';
      -- never filled while the upkeep runs; catches what a neglected installation writes
      create table webhook_deliveries_rest partition of webhook_deliveries default;

      -- makes the parts of this month and the next three, and drops those whose month ended so many months ago.
      -- With its owner's rights, for the application's role makes no tables. Real time, as ids are.
      create function keep_webhook_deliveries(months_kept integer) returns void
      language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
      declare
        month timestamptz;
        part text;
        oldest text := 'webhook_deliveries_' ||
          to_char(date_trunc('month', clock_timestamp(), 'UTC') - months_kept * interval '1 month', 'YYYY_MM');
      begin
        if months_kept < 1 or not pg_try_advisory_xact_lock(hashtextextended('webhook deliveries', 0)) then
          return;
        end if;
        for n in 0..3 loop
          month := date_trunc('month', clock_timestamp(), 'UTC') + n * interval '1 month';
          part := 'webhook_deliveries_' || to_char(month at time zone 'UTC', 'YYYY_MM');
          continue when to_regclass(part) is not null;
          execute format('create table %I (like webhook_deliveries including defaults including constraints) with (fillfactor = 70)', part);
          execute format('with moved as (delete from webhook_deliveries_rest where id >= %1$L and id < %2$L returning *)
            insert into %3$I select * from moved', uuid_since(month), uuid_since(month + interval '1 month'), part);
          execute format('alter table webhook_deliveries attach partition %I for values from (%L) to (%L)',
            part, uuid_since(month), uuid_since(month + interval '1 month'));
        end loop;
        for part in
          select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'webhook_deliveries'::regclass and c.relname ~ '^webhook_deliveries_\\d{4}_\\d\\d$' and c.relname < oldest
        loop
          execute format('drop table %I', part);
        end loop;
        delete from webhook_announcements
          where event_id < uuid_since(date_trunc('month', clock_timestamp(), 'UTC') - months_kept * interval '1 month');
      end $$;
      select keep_webhook_deliveries(120);
    `);
    await db.query(`
      -- who may learn of an event, in the order of the log: written with the event's position
      create table event_audiences (
        organization_id uuid not null,
        position bigint not null,
        type text not null,
        -- the feed of an organization, from a position on
        constraint event_audiences_pk primary key (organization_id, position)
      );
      insert into event_audiences (organization_id, position, type)
        select organization_id, position, type from events, unnest(audience) as reader(organization_id)
        where position is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table event_audiences;
      create table webhook_deliveries_whole (like webhook_deliveries including defaults including constraints) with (fillfactor = 70);
      insert into webhook_deliveries_whole select * from webhook_deliveries;
      drop table webhook_deliveries;
      drop function keep_webhook_deliveries(integer);
      drop function uuid_since(timestamptz);
      drop table webhook_announcements;
      alter table webhook_deliveries_whole rename to webhook_deliveries;
      alter table webhook_deliveries
        add constraint webhook_deliveries_pk primary key (id),
        add constraint webhook_deliveries_endpoint foreign key (endpoint_id) references webhook_endpoints on delete cascade,
        add constraint webhook_deliveries_once unique (event_id, endpoint_id);
      create index webhook_deliveries_of_endpoint on webhook_deliveries (endpoint_id, id desc);
      create index webhook_deliveries_waiting on webhook_deliveries (next_attempt_at) where state = 'pending';
      create index webhook_deliveries_exhausted on webhook_deliveries (ended_at, id) where state = 'exhausted';
      alter table webhook_endpoints
        drop column version, drop column signatures, drop column signing_key_sealed, drop column public_key,
        drop column previous_secret_sealed, drop column previous_signing_key_sealed, drop column previous_valid_until,
        drop column paused_until, drop column failing_since, drop column failed_attempts;
    `);
  }
}
