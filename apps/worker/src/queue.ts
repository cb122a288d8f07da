import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Configuration } from '#kernel';
import {
  Logger as QueueLogger,
  runTaskList,
  type WorkerEvents,
  type WorkerPool,
  type WorkerPoolOptions,
} from 'graphile-worker';
import pg from 'pg';
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
  private workers: WorkerPool | null = null;
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
    const stopped = stop(this.workers);
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

  /**
   * Until the workers have ended. Workers that lose the database in the middle may never say that they have. The
   * library's own runner would add a cron, whose timer outlives a lost database; there is nothing here for a cron.
   */
  private async runOnce(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => void this.liveness.hold(workerPool.id));
    const isEnding = new Promise<void>((resolve) => {
      for (const event of ['pool:gracefulShutdown', 'pool:forcefulShutdown'] as const)
        events.once(event, () => resolve());
    });
    const connections = this.connections();
    try {
      const workers = runTaskList(this.options(events), this.tasks.list, connections);
      this.workers = workers;
      const ended = workers.promise;
      ended.catch(() => undefined); // also where it is left behind
      await Promise.race([ended, isEnding.then(() => sleep(patience, undefined, { ref: false }))]);
    } finally {
      this.workers = null;
      void connections.end().catch(() => undefined); // a connection that hangs is not waited for
    }
  }

  private connections(): pg.Pool {
    const { databaseUrl, workerConcurrency } = this.configuration;
    const connections = new pg.Pool({ connectionString: databaseUrl, max: workerConcurrency });
    // a lost connection is noticed where it is used
    connections.on('error', () => undefined);
    connections.on('connect', (connection) => void connection.on('error', () => undefined));
    return connections;
  }

  private options(events: WorkerEvents): WorkerPoolOptions {
    return {
      preset: {
        worker: {
          concurrentJobs: this.configuration.workerConcurrency,
          pollInterval: 1_000,
          // no local queue: jobs are held by one who works on them, and losing the database leaves none to be given back
          completeJobBatchDelay: 5,
          failJobBatchDelay: 5,
        },
      },
      noHandleSignals: true,
      events,
      logger: new QueueLogger(() => (level, message) => {
        if (level === 'error') this.log.error(message);
        else if (level === 'warning') this.log.warn(message);
      }),
    };
  }
}

async function stop(workers: WorkerPool | null): Promise<void> {
  try {
    await workers?.gracefulShutdown();
  } catch {
    // the database is gone: whoever lives gives the jobs back to the queue
  }
}
