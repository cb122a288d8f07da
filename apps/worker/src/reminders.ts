import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction } from '#database';
import { remindOfExpiring } from '#works';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';

const remindersAtOnce = 500;

/** Reminds of what runs out in days, not hours. Any number of processes may look at once: each reminder is recorded once. */
@Injectable()
export class Reminders implements OnModuleDestroy {
  private readonly turns = new InTurn('reminders', async (goesOn) => {
    while (goesOn() && (await this.remindOnce()) > 0);
  });

  constructor(private readonly database: DataSource) {}

  @Interval('reminders', 5_000)
  run(): Promise<void> {
    return this.turns.next();
  }

  onModuleDestroy(): Promise<void> {
    return this.turns.stop();
  }

  private remindOnce(): Promise<number> {
    return inTransaction(this.database, async (tx) => remindOfExpiring(tx, await domainNow(tx), remindersAtOnce));
  }
}
