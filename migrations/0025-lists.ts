import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that were read by sorting, in the order that they are asked for. */
export class Lists1732300000025 implements MigrationInterface {
  readonly name = 'Lists1732300000025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a platform's notices newest first (GET /v1/notices?sort=newest), and so the file of all of them
      create index notices_of_platform on notices (platform_organization_id, id desc) where state <> 'awaiting_service';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index notices_of_platform');
  }
}
