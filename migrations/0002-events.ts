import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only log, hash-chained within a matter. */
export class Events1732300000002 implements MigrationInterface {
  readonly name = 'Events1732300000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table event_chains (
        matter_id uuid not null constraint event_chains_pk primary key,
        matter_kind text not null,
        last_sequence integer not null,
        last_hash text not null
      );

      create table events (
        id uuid not null constraint events_pk primary key,
        -- allocated under the lock of the chain: within a matter it follows the sequence
        ordinal bigint generated always as identity,
        -- given after commit, by the relay alone: what dispatch, the feed and cursors go by
        position bigint constraint events_position_unique unique,
        matter_kind text not null,
        matter_id uuid not null,
        sequence integer not null,
        type text not null,
        at timestamptz not null,
        audience uuid[] not null,
        payload text not null,
        hash text not null,
        constraint events_matter_sequence_unique unique (matter_id, sequence)
      );
      -- the relay's question: what has been committed and not yet been given a position
      create index events_unpositioned on events (ordinal) where position is null;

      create function events_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.position is null and new.position is not null
          and (old.id, old.ordinal, old.matter_kind, old.matter_id, old.sequence, old.type, old.at, old.audience, old.payload, old.hash)
            = (new.id, new.ordinal, new.matter_kind, new.matter_id, new.sequence, new.type, new.at, new.audience, new.payload, new.hash)
        then
          return new;
        end if;
        raise exception 'events are append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger events_append_only before update or delete on events
        for each row execute function events_refuse_change();
      create trigger events_no_truncate before truncate on events
        for each statement execute function events_refuse_change();

    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table events;
      drop function events_refuse_change();
      drop table event_chains;
    `);
  }
}
