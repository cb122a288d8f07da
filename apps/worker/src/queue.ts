import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration } from '#kernel';
import { Logger as QueueLogger, run, type Runner, type WorkerEvents } from 'graphile-worker';
import type { Tasks } from './tasks/create-tasks.js';
import { CONFIGURATION, TASKS } from './tokens.js';
import { PoolLiveness } from './pool-liveness.js';

/**
 * The queue's runner in this process. It is started again when it ends by itself (a database that went away), and on
 * shutdown it finishes what it holds.
 */
@Injectable()
export class Queue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('queue');
  private runner: Runner | null = null;
  private isStopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(TASKS) private readonly tasks: Tasks,
    private readonly liveness: PoolLiveness,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.keepRunning();
  }

  /** Before the database is closed, which is the next stage of the shutdown. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.runner?.stop().catch(() => undefined);
    await this.running;
    await this.tasks.close();
  }

  private async keepRunning(): Promise<void> {
    while (!this.isStopping) {
      try {
        const events: WorkerEvents = new EventEmitter();
        events.on('pool:create', ({ workerPool }) => void this.liveness.hold(workerPool.id));
        this.runner = await run({
          preset: {
            worker: {
              connectionString: this.configuration.databaseUrl,
              concurrentJobs: this.configuration.workerConcurrency,
              maxPoolSize: this.configuration.workerConcurrency,
              pollInterval: 1_000,
              localQueue: { size: this.configuration.workerConcurrency * 8 },
              completeJobBatchDelay: 5,
              failJobBatchDelay: 5,
            },
          },
          taskList: this.tasks.list,
          noHandleSignals: true,
          events,
          logger: new QueueLogger(() => (level, message) => {
            if (level === 'error') this.log.error(message);
            else if (level === 'warning') this.log.warn(message);
          }),
        });
        if (this.isStopping) await this.runner.stop();
        await this.runner.promise;
      } catch (failure) {
        if (!this.isStopping) this.log.warn({ failure: String(failure) }, 'the queue stopped and is started again');
      }
      if (!this.isStopping) await sleep(1_000);
    }
  }
}
