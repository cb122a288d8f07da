import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration } from '#kernel';
import { Logger as QueueLogger, run, type Runner, type RunnerOptions, type WorkerEvents } from 'graphile-worker';
import type { Tasks } from './tasks/create-tasks.js';
import { CONFIGURATION, TASKS } from './tokens.js';
import { PoolLiveness } from './pool-liveness.js';

/** A runner that is ending has this long until another takes its place, whatever has become of it. */
const patience = 10_000;

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
    const stopped = this.runner?.stop().catch(() => undefined);
    await Promise.race([stopped, sleep(patience, undefined, { ref: false })]);
    await this.running;
    await this.tasks.close();
  }

  private async keepRunning(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.runOnce();
      } catch (failure) {
        if (!this.isStopping) this.log.warn({ failure: String(failure) }, 'the queue stopped and is started again');
      }
      if (!this.isStopping) await sleep(1_000);
    }
  }

  /** Until the runner has ended. One that loses the database in the middle of its work may never say that it has. */
  private async runOnce(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => void this.liveness.hold(workerPool.id));
    const isEnding = new Promise<void>((resolve) => {
      for (const event of ['stop', 'pool:gracefulShutdown', 'pool:forcefulShutdown'] as const)
        events.once(event, () => resolve());
    });
    const runner = await run(this.options(events));
    this.runner = runner;
    const ended = runner.promise;
    ended.catch(() => undefined); // also where it is left behind
    if (this.isStopping) await runner.stop();
    await Promise.race([ended, isEnding.then(() => sleep(patience, undefined, { ref: false }))]);
  }

  private options(events: WorkerEvents): RunnerOptions {
    const { databaseUrl, workerConcurrency } = this.configuration;
    return {
      preset: {
        worker: {
          connectionString: databaseUrl,
          concurrentJobs: workerConcurrency,
          maxPoolSize: workerConcurrency,
          pollInterval: 1_000,
          // no local queue: jobs are held by one who works on them, and losing the database leaves none to be given back
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
    };
  }
}
