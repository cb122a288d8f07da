import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request is found again in what came of it, counted among all of its kind, and told to the owner of its key. */
export class ApiQuality1732300000024 implements MigrationInterface {
  readonly name = 'ApiQuality1732300000024';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- W3C Trace Context of the request that caused it: beside the hash, as the request's id is
      alter table events add column traceparent text;
      -- what a delivery or letter goes back to; told to the receiver of a delivery, and in the logs of both
      alter table webhook_deliveries add column request_id text, add column traceparent text;
      alter table letters add column request_id text, add column traceparent text;

      -- requests in windows that have not ended, by all processes. Unlogged: after a crash everybody begins anew.
      -- The holder says what it is (an organization, an address), so that a key can have a quota of its own
      create unlogged table rate_counts (
        holder text not null,
        quota text not null,
        ends_at timestamptz not null,
        used integer not null,
        -- one settlement is one row a holder and quota
        constraint rate_counts_pk primary key (holder, quota, ends_at)
      ) with (fillfactor = 70);

      -- each request made with a key, for its owner. By days, so that one is dropped whole when its time is over; no
      -- reference to the key, for a line says what happened and is written beside the request
      create table api_key_requests (
        id uuid not null,
        organization_id uuid not null,
        api_key_id uuid not null,
        at timestamptz not null,
        method text not null,
        route text,
        path text not null,
        status smallint not null,
        code text,
        duration_ms integer not null,
        request_id text not null,
        address text not null,
        user_agent text,
        constraint api_key_requests_pk primary key (id)
      ) partition by range (id);
      -- the requests of a key, newest first
      create index api_key_requests_of_key on api_key_requests (api_key_id, id desc);
      -- those that were refused or failed
      create index api_key_requests_wrong on api_key_requests (api_key_id, id desc) where status >= 400;

      -- makes the parts of today and the next week, and drops those whose day ended so many days ago. With its owner's
      -- rights, for the application's role makes no tables. Real time, as ids are.
      create function keep_api_key_requests(days_kept integer) returns void
      language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
      declare
        today timestamptz := date_trunc('day', clock_timestamp(), 'UTC');
        day timestamptz;
        part text;
      begin
        if days_kept < 1 or not pg_try_advisory_xact_lock(hashtextextended('api key requests', 0)) then
          return;
        end if;
        for n in 0..7 loop
          day := today + n * interval '1 day';
          part := 'api_key_requests_' || to_char(day at time zone 'UTC', 'YYYY_MM_DD');
          continue when to_regclass(part) is not null;
          execute format('create table %I partition of api_key_requests for values from (%L) to (%L)',
            part, uuid_since(day), uuid_since(day + interval '1 day'));
        end loop;
        for part in
          select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'api_key_requests'::regclass
            and c.relname < 'api_key_requests_' || to_char((today - days_kept * interval '1 day') at time zone 'UTC', 'YYYY_MM_DD')
        loop
          execute format('drop table %I', part);
        end loop;
      end $$;
      select keep_api_key_requests(30);

      create or replace function events_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.position is null and new.position is not null
          and (old.id, old.ordinal, old.matter_kind, old.matter_id, old.sequence, old.type, old.at, old.audience, old.payload, old.hash)
            = (new.id, new.ordinal, new.matter_kind, new.matter_id, new.sequence, new.type, new.at, new.audience, new.payload, new.hash)
          and (old.request_id, old.traceparent) is not distinct from (new.request_id, new.traceparent)
        then
          return new;
        end if;
        raise exception 'events are append-only' using errcode = 'insufficient_privilege';
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function events_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.position is null and new.position is not null
          and (old.id, old.ordinal, old.matter_kind, old.matter_id, old.sequence, old.type, old.at, old.audience, old.payload, old.hash)
            = (new.id, new.ordinal, new.matter_kind, new.matter_id, new.sequence, new.type, new.at, new.audience, new.payload, new.hash)
          and old.request_id is not distinct from new.request_id
        then
          return new;
        end if;
        raise exception 'events are append-only' using errcode = 'insufficient_privilege';
      end $$;
      drop function keep_api_key_requests(integer);
      drop table api_key_requests;
      drop table rate_counts;
      alter table letters drop column request_id, drop column traceparent;
      alter table webhook_deliveries drop column request_id, drop column traceparent;
      alter table events drop column traceparent;
    `);
  }
}
