import { setTimeout as sleep } from 'node:timers/promises';
import { domainNow, inTransaction, moveClock } from '#database';
import { sweepLateness } from '#deadlines';
import { bringJobsForward, isRelayBusy } from '#events';
import { instant, Problem } from '#kernel';
import { hasOrdersToEnd } from '#notices';
import type { DataSource } from 'typeorm';

const patience = 60_000;

/**
 * Moves the clock and waits until a worker has recorded all that became due, and its listeners have run. Tells what
 * came of it, counted in the log.
 */
export async function advanceClock(database: DataSource, milliseconds: number) {
  const before = await inTransaction(database, async (tx) => {
    const [row] = await tx.query<Array<{ last: string }>>('select coalesce(max(ordinal), 0) as last from events');
    await moveClock(tx, milliseconds);
    await bringJobsForward(tx, milliseconds);
    return row!.last;
  });
  await untilSettled(database);
  const [counts] = await database.query<
    Array<{ reminders: number; breaches: number; restorations: number; escalations: number }>
  >(
    `select count(*) filter (where type = 'deadline.reminder')::int as reminders,
       count(*) filter (where type = 'deadline.breached')::int as breaches,
       count(*) filter (where type = 'item.restore_due')::int as restorations,
       count(*) filter (where type = 'escalation.opened')::int as escalations
     from events where ordinal > $1`,
    [before],
  );
  const { reminders, breaches, restorations, escalations } = counts!;
  return { now: instant(await domainNow(database)), remindersSent: reminders, breaches, restorations, escalations };
}

async function untilSettled(database: DataSource): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const isSwept = (await sweepLateness(database)) === 0 && !(await hasOrdersToEnd(database));
    if (isSwept && !(await isRelayBusy(database, 'listen.'))) return;
    await sleep(50);
  }
  throw new Problem('unavailable', {
    detail: 'The clock was moved, but what became due was not recorded within a minute. Is a worker running?',
    retryAfterSeconds: 10,
  });
}
