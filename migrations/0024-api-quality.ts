import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request is found again in what came of it, and counted among all of its kind. */
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
      drop table rate_counts;
      alter table letters drop column request_id, drop column traceparent;
      alter table webhook_deliveries drop column request_id, drop column traceparent;
      alter table events drop column traceparent;
    `);
  }
}
