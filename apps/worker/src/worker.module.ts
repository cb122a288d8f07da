import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { databaseOptions } from '#database';
import type { Configuration } from '#kernel';
import { mailEntities } from '#mail';
import { noticeEntities } from '#notices';
import { webhooksEntities } from '#webhooks';
import { DataSource } from 'typeorm';
import { EvidenceUpkeep } from './evidence-upkeep.js';
import { CalendarWatch } from './calendar-watch.js';
import { Digests } from './digests.js';
import { MailCollection } from './mail-collection.js';
import { PoolLiveness } from './pool-liveness.js';
import { Queue } from './queue.js';
import { RecordKeeping } from './record-keeping.js';
import { Relay } from './relay.js';
import { Reminders } from './reminders.js';
import { Sweep } from './sweep.js';
import { createTasks } from './tasks/create-tasks.js';
import { CONFIGURATION, TASKS } from './tokens.js';
import { Upkeep } from './upkeep.js';

/** Closed last, when queue, relay and sweep have let go. */
@Injectable()
class DatabaseShutdown implements OnApplicationShutdown {
  constructor(private readonly database: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.destroy();
  }
}

/** Everything that happens after an answer was given: positions, listeners, deliveries, letters, clocks. */
@Module({})
export class WorkerModule {
  static with(configuration: Configuration): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: DataSource, useFactory: () => openDatabase(configuration) },
        DatabaseShutdown,
        {
          provide: TASKS,
          inject: [DataSource],
          useFactory: (database: DataSource) => createTasks({ database, configuration }),
        },
        PoolLiveness,
        Queue,
        Relay,
        Reminders,
        RecordKeeping,
        Sweep,
        Upkeep,
        EvidenceUpkeep,
        CalendarWatch,
        Digests,
        MailCollection,
      ],
    };
  }
}

/** The worker's own connections: in the standalone application it lives beside the API, which has others. */
function openDatabase({ databaseUrl, databasePoolSize }: Configuration): Promise<DataSource> {
  const entities = [...noticeEntities, ...webhooksEntities, ...mailEntities];
  const settings = { poolSize: databasePoolSize, applicationName: 'tongshan-worker' };
  return new DataSource(databaseOptions(databaseUrl, entities, settings)).initialize();
}
