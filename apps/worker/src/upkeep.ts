import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction } from '#database';
import { findForgottenLetters } from '#mail';
import { findForgottenDeliveries } from '#webhooks';
import { DataSource } from 'typeorm';

/** What keeps the house: work whose job was lost is found again, what has had its day is removed. */
@Injectable()
export class Upkeep {
  private readonly log = new Logger('upkeep');

  constructor(private readonly database: DataSource) {}

  @Interval('forgotten', 30_000)
  async findForgotten(): Promise<void> {
    await this.quietly('forgotten work', () =>
      inTransaction(this.database, async (tx) => {
        const now = await domainNow(tx);
        const deliveries = await findForgottenDeliveries(tx, now);
        const letters = await findForgottenLetters(tx, now);
        if (deliveries + letters > 0) this.log.warn({ deliveries, letters }, 'forgotten work was found');
      }),
    );
  }

  /** Idempotency keys are kept for a day, spent or expired one-time tokens and ended sessions for a month. Real time. */
  @Interval('expired', 600_000)
  async removeExpired(): Promise<void> {
    await this.quietly('expired rows', async () => {
      await this.database.query(
        `delete from idempotency_keys where created_at < clock_timestamp() - interval '25 hours'`,
      );
      await this.database.query(`delete from mail_tokens where expires_at < clock_timestamp() - interval '30 days'`);
      await this.database.query(`delete from sessions where expires_at < clock_timestamp() - interval '30 days'`);
    });
  }

  private async quietly(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      this.log.warn({ failure: String(failure) }, `${what} could not be looked after; tried again later`);
    }
  }
}
