import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trust in the record: daily heads over the log, receipts, and the keys that sign them. */
export class Record1732300000013 implements MigrationInterface {
  readonly name = 'Record1732300000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table record_heads (
        number integer not null constraint record_heads_pk primary key,
        -- the Beijing day that the head closes
        day date not null constraint record_heads_day_unique unique,
        from_position bigint not null constraint record_heads_from_unique unique,
        to_position bigint not null,
        event_count integer not null,
        root text not null,
        previous_hash text not null,
        hash text not null,
        made_at timestamptz not null,
        -- RFC 3161, DER, over the hash
        timestamp_token bytea,
        timestamp_authority text,
        stamped_at timestamptz,
        constraint record_heads_range check (from_position > 0 and event_count = to_position - from_position + 1),
        constraint record_heads_stamped_whole
          check (num_nulls(timestamp_token, timestamp_authority, stamped_at) in (0, 3))
      );
      -- heads that wait for their timestamp, oldest first
      create index record_heads_unstamped on record_heads (number) where timestamp_token is null;

      -- 1024 leaves of a head together with whose they are, so that a proof reads one block and a lost event has a name
      create table record_blocks (
        head_number integer not null constraint record_blocks_head references record_heads deferrable initially deferred,
        block integer not null,
        leaves bytea not null,
        root bytea not null,
        constraint record_blocks_pk primary key (head_number, block)
      );

      create function record_refuse_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and tg_table_name = 'record_heads' then
          if old.timestamp_token is null and
            (to_jsonb(old) - '{timestamp_token,timestamp_authority,stamped_at}'::text[])
              = (to_jsonb(new) - '{timestamp_token,timestamp_authority,stamped_at}'::text[])
          then
            return new;
          end if;
        end if;
        raise exception 'the record is append-only' using errcode = 'insufficient_privilege';
      end $$;
      create trigger record_heads_append_only before update or delete on record_heads
        for each row execute function record_refuse_change();
      create trigger record_heads_no_truncate before truncate on record_heads
        for each statement execute function record_refuse_change();
      create trigger record_blocks_append_only before update or delete on record_blocks
        for each row execute function record_refuse_change();
      create trigger record_blocks_no_truncate before truncate on record_blocks
        for each statement execute function record_refuse_change();

      create table signing_keys (
        -- thumbprint of the public key (RFC 7638)
        id text not null constraint signing_keys_pk primary key,
        -- raw Ed25519 public key, base64url, as in a JWK
        public_key text not null,
        -- PKCS #8, sealed under the installation's key
        private_key_sealed text not null,
        valid_from timestamptz not null,
        valid_until timestamptz
      );
      -- one key signs at a time
      create unique index signing_keys_current on signing_keys ((true)) where valid_until is null;

      create table receipts (
        id uuid not null constraint receipts_pk primary key,
        kind text not null constraint receipts_kind check (kind in ('complaint')),
        subject_id uuid not null,
        -- the signed text, RFC 8785
        receipt text not null,
        signature text not null,
        key_id text not null constraint receipts_key references signing_keys,
        issued_at timestamptz not null,
        constraint receipts_subject_once unique (kind, subject_id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table receipts;
      drop table signing_keys;
      drop table record_blocks;
      drop table record_heads;
      drop function record_refuse_change();
    `);
  }
}
