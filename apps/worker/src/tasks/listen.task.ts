import { domainNow, inTransaction } from '#database';
import { eventsByIds } from '#events';
import type { Configuration } from '#kernel';
import type { Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { toldOfListening } from '../job-log.js';
import { type ListenerName, listeners } from '../subscriptions.js';

/** One task a listener: `listen.announceByMail` and so on, each retried by itself without holding up the others. */
export function listenerTasks(deps: { database: DataSource; configuration: Configuration }): Record<string, Task> {
  return Object.fromEntries(
    Object.entries(listeners).map(([name, listener]) => [
      listenerTask(name as ListenerName),
      async (payload: unknown) => {
        const { eventIds } = payload as { eventIds: string[] };
        await inTransaction(deps.database, async (tx) => {
          const now = await domainNow(tx);
          const events = await eventsByIds(tx, eventIds);
          await toldOfListening(name, events, () => listener(tx, now, events, deps.configuration));
        });
      },
    ]),
  );
}

export function listenerTask(name: ListenerName): string {
  return `listen.${name}`;
}
