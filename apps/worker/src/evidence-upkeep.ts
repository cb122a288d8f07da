import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { openObjectStore, removeOrphans } from '#evidence';
import type { Configuration } from '#kernel';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';
import { CONFIGURATION } from './tokens.js';

/** Removes stored contents that no file has: of uploads that broke off, of files that were taken back. */
@Injectable()
export class EvidenceUpkeep implements OnModuleDestroy {
  private readonly log = new Logger('upkeep');
  private readonly store;
  private readonly turns = new InTurn('evidence', async (goesOn) => {
    for (let removed = 1; removed > 0 && goesOn();) {
      removed = await removeOrphans(this.database, this.store, goesOn);
      if (removed > 0) this.log.log({ removed }, 'contents without a file were removed');
    }
  });

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.store = openObjectStore(configuration);
  }

  @Interval('evidence', 600_000)
  run(): Promise<void> {
    return this.turns.next();
  }

  async onModuleDestroy(): Promise<void> {
    await this.turns.stop();
    this.store.close();
  }
}
