import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction } from '#database';
import type { Configuration } from '#kernel';
import { makeHead, stampHeads, type TimestampAuthority, timestampAuthorityOf } from '#record';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';
import { CONFIGURATION } from './tokens.js';

/** Closes each day of the log with a head, once whatever the number of workers, and has the heads timestamped. */
@Injectable()
export class RecordKeeping implements OnModuleDestroy {
  private readonly log = new Logger('record');
  private readonly authority: TimestampAuthority | null;
  private readonly heads = new InTurn('record', () => this.closeDay());
  private readonly stamps = new InTurn('record', (goesOn) => this.stamp(goesOn));

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.authority = timestampAuthorityOf(configuration);
  }

  @Interval('record heads', 10_000)
  lookForEndedDay(): Promise<void> {
    return this.heads.next();
  }

  @Interval('record timestamps', 60_000)
  lookForUnstamped(): Promise<void> {
    return this.stamps.next();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.heads.stop(), this.stamps.stop()]);
  }

  private async closeDay(): Promise<void> {
    const head = await inTransaction(this.database, async (tx) => makeHead(tx, await domainNow(tx)));
    if (!head) return;
    this.log.log({ head: head.number, day: head.day, events: head.eventCount }, 'a day was closed');
    void this.stamps.next();
  }

  private async stamp(goesOn: () => boolean): Promise<void> {
    if (this.authority) await stampHeads(this.database, this.authority, goesOn);
  }
}
