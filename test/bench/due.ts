import { databaseOptions, moveClock } from '#database';
import { readConfiguration } from '#kernel';
import { DataSource } from 'typeorm';
import { PoolLiveness } from '../../apps/worker/src/pool-liveness.js';
import { Queue } from '../../apps/worker/src/queue.js';
import { Relay } from '../../apps/worker/src/relay.js';
import { Sweep } from '../../apps/worker/src/sweep.js';
import { listenerTasks } from '../../apps/worker/src/tasks/listen.task.js';
import type { Figure } from './report.js';
import { fillInbox } from './rows.js';
import { pause, type BenchDatabase, type Stage } from './stage.js';
import { rowsWritten, snapshotOf, writePlainly } from './plain-writing.js';

/**
 * (c) Tens of thousands of clocks that run out in the same moment, through the worker's own sweep, relay, queue and
 * listeners until nothing is left, against the rows that this wrote, written by one prepared statement a table. What is
 * then sent (letters, webhooks) belongs to neither: those jobs are written by both and run by none.
 */
export async function measureDue(stage: Stage, isQuick: boolean): Promise<Figure[]> {
  const notices = isQuick ? 2_000 : 50_000;
  const database = await stage.database('due');
  const clocks = { from: `interval '1 hour'`, until: `interval '1 hour 1 second'`, isWhole: true };
  await fillInbox(database.own, { platformSlug: 'baidu-pan', notices, ...clocks }, 1);
  const before = await snapshotOf(database.own);
  const plain = await stage.copy(database, 'due_plain');
  await moveClock(database.own.manager, 2 * 3_600_000);

  const seconds = await settle(stage, database);
  const written = await rowsWritten(database.own, before);
  const plainSeconds = await writePlainly(database.own, plain, before);
  return [
    {
      name: `(c) ${notices.toLocaleString('en')} clocks due at once, until settled / the same rows by one prepared statement a table`,
      ratio: plainSeconds / seconds,
      goal: '>= 0.25',
      absolute: { s: seconds, 'clocks/s': notices / seconds, 's of plain writing': plainSeconds, ...written },
    },
  ];
}

/** Seconds from the first sweep until no clock is due, no event lacks its place and no listener has work. */
async function settle(stage: Stage, { url, own }: BenchDatabase): Promise<number> {
  const configuration = readConfiguration(stage.environment({ url, own, keys: {} }));
  const settings = { poolSize: configuration.databasePoolSize, applicationName: 'tongshan-worker' };
  const database = await new DataSource(databaseOptions(url, [], settings)).initialize();
  const sweep = new Sweep(database);
  const relay = new Relay(database);
  const queue = new Queue(
    configuration,
    { list: listenerTasks({ database, configuration }), close: async () => undefined },
    new PoolLiveness(database, configuration),
  );
  // as often as the worker's own clocks
  const begun = performance.now();
  const timers = [setInterval(() => void sweep.run(), 500), setInterval(() => void relay.run(), 50)];
  queue.onApplicationBootstrap();
  void sweep.run();
  try {
    for (let quiet = 0; quiet < 2; await pause(100)) {
      const [left] = await own.query<Array<{ some: boolean }>>(
        `select exists (select from deadlines where next_mark_at <= domain_now())
           or exists (select from events where position is null)
           or exists (select from graphile_worker.jobs where task_identifier like 'listen.%') as some`,
      );
      quiet = left!.some ? 0 : quiet + 1;
    }
    return (performance.now() - begun) / 1000 - 0.2;
  } finally {
    timers.forEach(clearInterval);
    await queue.onModuleDestroy();
    await database.destroy();
  }
}
