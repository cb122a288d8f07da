import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints that are supplemented, and second notices of a rights holder. */
export class Filing1732300000015 implements MigrationInterface {
  readonly name = 'Filing1732300000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- what a notice was made with, once its complaint was supplemented: as personal as complaints.document, erased with it
      alter table notices add column document jsonb;
      -- where the user's statement brought a thing back against a rights holder (条例 第17条)
      create index items_restored_on_counter on items (canonical_item_id, holder_key) where restored_on_counter;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index items_restored_on_counter;
      alter table notices drop column document;
    `);
  }
}
