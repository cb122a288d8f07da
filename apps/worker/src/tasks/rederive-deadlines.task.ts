import { domainNow, inTransaction } from '#database';
import type { RederiveDeadlinesPayload } from '#deadlines';
import { followCalendar } from '#notices';
import type { Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';

const clocksAtOnce = 500;

/**
 * The task `rederive_deadlines`: running clocks follow a new calendar, a batch a transaction. Killed in between, it
 * starts again and finds only what is left, because what was derived carries the calendar's version.
 */
export function rederiveDeadlinesTask({ database }: { database: DataSource }): Task {
  return async (payload, { abortSignal }) => {
    const span = payload as RederiveDeadlinesPayload;
    let after: string | null = null;
    do {
      if (abortSignal?.aborted) throw new Error('the worker stops; the rest follows at the next try');
      const from: string | null = after;
      ({ after } = await inTransaction(database, async (tx) =>
        followCalendar(tx, await domainNow(tx), span, from, clocksAtOnce),
      ));
    } while (after !== null);
  };
}
