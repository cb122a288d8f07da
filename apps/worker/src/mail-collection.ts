import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { domainNow, inTransaction } from '#database';
import { receiveMail, takeMail } from '#inbound-mail';
import type { Configuration } from '#kernel';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';
import { CONFIGURATION } from './tokens.js';

const lockSpace = 8;
const shortestWait = 30_000;
const longestWait = 10 * 60_000;

/**
 * Takes what lies in the mailbox of `IMAP_URL`, every half minute; one process at a time, by a lock that a session holds.
 * While the mail server is away it is asked less and less often, and told of once.
 */
@Injectable()
export class MailCollection implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('mail-collection');
  private readonly turns = new InTurn('mail-collection', (goesOn) => this.collect(goesOn));
  private wait = shortestWait;
  private nextAt = 0;

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onApplicationBootstrap(): void {
    void this.run();
  }

  @Interval('mail-collection', shortestWait)
  async run(): Promise<void> {
    if (this.configuration.imapUrl && performance.now() >= this.nextAt) await this.turns.next();
  }

  onModuleDestroy(): Promise<void> {
    return this.turns.stop();
  }

  private async collect(goesOn: () => boolean): Promise<void> {
    try {
      await collectMail(this.database, this.configuration.imapUrl!, goesOn);
      if (this.wait > shortestWait) this.log.log('the mailbox can be read again');
      this.wait = shortestWait;
    } catch (failure) {
      // without the address, which holds the password
      const { code, message } = failure as { code?: string; message?: string };
      if (this.wait === shortestWait) this.log.warn({ failure: code ?? message }, 'the mailbox could not be read');
      this.wait = Math.min(this.wait * 2, longestWait);
      this.nextAt = performance.now() + this.wait;
    }
  }
}

/**
 * One look into the mailbox; how many messages were taken, none where another process looks. The lock is of a session,
 * because no transaction stays open while a mail server is asked; a process that dies gives it back.
 */
export async function collectMail(database: DataSource, imapUrl: string, goesOn: () => boolean): Promise<number> {
  const session = database.createQueryRunner();
  try {
    const [held] = await session.query(`select pg_try_advisory_lock($1, 0) as free`, [lockSpace]);
    if (!held.free) return 0;
    try {
      return await takeMail(
        imapUrl,
        async (mail) => {
          await inTransaction(database, async (tx) => receiveMail(tx, await domainNow(tx), mail));
        },
        goesOn,
      );
    } finally {
      await session.query('select pg_advisory_unlock($1, 0)', [lockSpace]);
    }
  } finally {
    await session.release();
  }
}
