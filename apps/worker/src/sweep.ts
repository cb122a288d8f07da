import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction, isTransient } from '#database';
import { takeDue } from '#deadlines';
import { recordDeadlineMarks } from '#notices';
import { DataSource } from 'typeorm';

const clocksAtOnce = 1_000;

/**
 * Records reminders and breaches as their instants come. Any number of processes may sweep at once: each takes rows that
 * nobody holds, and a killed one leaves its rows as they were. What it does not reach in time is late, never lost.
 */
@Injectable()
export class Sweep {
  private readonly log = new Logger('sweep');
  private isBusy = false;

  constructor(private readonly database: DataSource) {}

  @Interval('sweep', 500)
  async run(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while ((await this.sweepOnce()) > 0);
    } catch (failure) {
      this.log.warn({ failure: isTransient(failure) ? String(failure) : failure }, 'the sweep failed and goes on');
    } finally {
      this.isBusy = false;
    }
  }

  /** One batch; returns how many marks it recorded. */
  sweepOnce(): Promise<number> {
    return inTransaction(this.database, async (tx) => {
      const now = await domainNow(tx);
      const marks = await takeDue(tx, now, clocksAtOnce);
      await recordDeadlineMarks(tx, now, marks);
      return marks.length;
    });
  }
}
