import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mail a person wants, and the daily summary. */
export class MailChoices1732300000023 implements MigrationInterface {
  readonly name = 'MailChoices1732300000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table members
        add column mail_off text[] not null default '{}'
          constraint members_mail_off check (mail_off <@ array['matters', 'reminders', 'digest']),
        -- in Beijing, from eight to eight
        add column digested_on date;
      alter table letters add column member_id uuid;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table letters drop column member_id;
      alter table members drop column digested_on, drop column mail_off;
    `);
  }
}
