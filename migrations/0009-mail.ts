import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters to people: written with the event, sent later. */
export class Mail1732300000009 implements MigrationInterface {
  readonly name = 'Mail1732300000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table letters (
        id uuid not null constraint letters_pk primary key,
        -- what makes a letter unique: event + reader, or a one-time purpose; null for none
        once_key text constraint letters_once unique,
        organization_id uuid,
        recipient text not null,
        locale text not null constraint letters_locale check (locale in ('zh', 'en')),
        template text not null,
        -- erased when the letter has gone: it can hold a one-time link
        data jsonb,
        message_id text not null,
        state text not null constraint letters_state check (state in ('pending', 'sent', 'failed')),
        attempt_count smallint not null default 0,
        last_error text,
        -- domain time; null once ended
        next_attempt_at timestamptz,
        -- real time: until then one process holds the letter, so that no two send it at once
        leased_until timestamptz,
        created_at timestamptz not null,
        sent_at timestamptz
      );
      -- what is waiting: for finding letters whose job was lost
      create index letters_waiting on letters (next_attempt_at) where state = 'pending';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table letters;
    `);
  }
}
