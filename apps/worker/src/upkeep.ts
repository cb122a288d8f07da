import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction } from '#database';
import { keepKeyRequests } from '#identity';
import { findForgottenLetters } from '#mail';
import { sweepInsideWork } from '#notices';
import { findForgottenDeliveries, keepDeliveries } from '#webhooks';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';

/** What the queue may take for what is due; at the start nobody knows what those before have left. */
const patienceMilliseconds = 30_000;

/** What keeps the house: work whose job was lost is found again, what has had its day is removed. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('upkeep');
  private readonly forgotten = new InTurn('upkeep', () => this.findForgotten());
  private readonly expired = new InTurn('upkeep', () => this.removeExpired());
  private readonly insideWork = new InTurn('upkeep', () => sweepInsideWork(this.database));
  private readonly parts = new InTurn('upkeep', async () => {
    await keepDeliveries(this.database);
    await keepKeyRequests(this.database);
  });
  private patience = 0;

  constructor(private readonly database: DataSource) {}

  @Interval('forgotten', 10_000)
  lookForForgotten(): Promise<void> {
    return this.forgotten.next();
  }

  @Interval('expired', 600_000)
  clearExpired(): Promise<void> {
    return this.expired.next();
  }

  @Interval('inside-work', 10_000)
  sweepInsideWork(): Promise<void> {
    return this.insideWork.next();
  }

  /** By months and days: once at the start, for a process that was long away, and then now and again. */
  @Interval('parts', 3_600_000)
  keepParts(): Promise<void> {
    return this.parts.next();
  }

  onApplicationBootstrap(): void {
    void this.keepParts();
    void this.lookForForgotten();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.forgotten.stop(), this.expired.stop(), this.insideWork.stop(), this.parts.stop()]);
  }

  /** At once where the database has just come back, for what was under way when it went is lost; else with patience. */
  private async findForgotten(): Promise<void> {
    const patience = this.patience;
    this.patience = 0;
    await inTransaction(this.database, async (tx) => {
      const now = await domainNow(tx);
      const deliveries = await findForgottenDeliveries(tx, now, patience);
      const letters = await findForgottenLetters(tx, now, patience);
      if (deliveries + letters > 0) this.log.warn({ deliveries, letters }, 'forgotten work was found');
    });
    this.patience = patienceMilliseconds;
  }

  /** Idempotency keys are kept for a day, spent or expired one-time tokens and ended sessions for a month,
   * counts of attempts until their window is over. Real time. */
  private async removeExpired(): Promise<void> {
    await this.database.query(
      `delete from idempotency_keys where created_at < clock_timestamp() - interval '25 hours'`,
    );
    await this.database.query(`delete from sign_in_limits where expire < extract(epoch from clock_timestamp()) * 1000`);
    await this.database.query(`delete from rate_counts where ends_at < clock_timestamp()`);
    await this.database.query(`delete from mail_tokens where expires_at < clock_timestamp() - interval '30 days'`);
    await this.database.query(`delete from sessions where expires_at < clock_timestamp() - interval '30 days'`);
  }
}
