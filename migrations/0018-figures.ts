import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What figures and the operator's lists are read from: derived from rows, never counted up. */
export class Figures1732300000018 implements MigrationInterface {
  readonly name = 'Figures1732300000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- when no decision was owed any more for the first time; decided_at moves when a decision is revised, this does not
      alter table items add column settled_at timestamptz;
      update items i set settled_at = coalesce(i.decided_at, i.restored_at, n.decided_at, n.closed_at)
        from notices n where n.id = i.notice_id and i.state not in ('unserved', 'pending', 'supplement_requested');

      -- a platform's figures of a period: what is undecided, and what was decided since its beginning
      create index notices_of_platform_decided on notices (platform_organization_id, decided_at) where served_at is not null;
      -- a complainant's funnel of a period
      create index notices_of_complainant_made on notices (complainant_organization_id, created_at);
      -- a regulator's table of platforms: what was served in a period
      create index notices_served on notices (served_at) where served_at is not null;
      -- a regulator's map: the breaches of a period
      create index deadline_marks_breached on deadline_marks (reached_at) where mark = 100;
      -- the operator's list of what was given up, newest first
      create index webhook_deliveries_exhausted on webhook_deliveries (ended_at, id) where state = 'exhausted';

      -- when it was given up, by the domain's clock
      alter table letters add column failed_at timestamptz;
      update letters set failed_at = created_at where state = 'failed';
      alter table letters add constraint letters_failed_once check ((state = 'failed') = (failed_at is not null));
      create index letters_failed on letters (failed_at, id) where state = 'failed';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table letters drop constraint letters_failed_once;
      alter table letters drop column failed_at;
      drop index webhook_deliveries_exhausted;
      drop index deadline_marks_breached;
      drop index notices_served;
      drop index notices_of_complainant_made;
      drop index notices_of_platform_decided;
      alter table items drop column settled_at;
    `);
  }
}
