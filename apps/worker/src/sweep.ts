import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction } from '#database';
import { takeDue } from '#deadlines';
import { recordDeadlineMarks, settleExpired } from '#notices';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';

const clocksAtOnce = 1_000;
const periodsAtOnce = 100;

/**
 * Records reminders and breaches as their instants come. Any number of processes may sweep at once: each takes rows that
 * nobody holds, and a killed one leaves its rows as they were. What it does not reach in time is late, never lost.
 */
@Injectable()
export class Sweep implements OnModuleDestroy {
  private readonly turns = new InTurn('sweep', async (goesOn) => {
    while (goesOn() && (await this.sweepOnce()) > 0);
  });

  constructor(private readonly database: DataSource) {}

  @Interval('sweep', 500)
  run(): Promise<void> {
    return this.turns.next();
  }

  onModuleDestroy(): Promise<void> {
    return this.turns.stop();
  }

  /** One batch; returns how many marks it recorded and how many periods it ended. */
  async sweepOnce(): Promise<number> {
    const marks = await inTransaction(this.database, async (tx) => {
      const now = await domainNow(tx);
      const reached = await takeDue(tx, now, clocksAtOnce);
      await recordDeadlineMarks(tx, now, reached);
      return reached.length;
    });
    // apart, because what ends here takes the locks of things and notices, in their order
    const ended = await inTransaction(this.database, async (tx) =>
      settleExpired(tx, await domainNow(tx), { limit: periodsAtOnce }),
    );
    return marks + ended;
  }
}
