import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { type CalendarPaper, changedSpan, layerCalendars } from '#law';
import { keptFor } from './kept.js';

export const rederiveDeadlinesTaskName = 'rederive_deadlines';

/** What the queue carries: the first and the last day that people now know otherwise. */
export interface RederiveDeadlinesPayload {
  from: string;
  until: string;
}

/**
 * Asks for running clocks to be derived again, where the new paper changes any day; returns the changed span. A second
 * round comes when every process has let go of the calendar that it kept, for the clocks started by the old one meanwhile.
 */
export async function enqueueRederivation(
  tx: Tx,
  version: string,
  before: readonly CalendarPaper[],
  after: readonly CalendarPaper[],
  within: { from: string; until: string },
): Promise<RederiveDeadlinesPayload | null> {
  const span = changedSpan(layerCalendars(before), layerCalendars(after), within);
  if (!span) return null;
  const job = { task: rederiveDeadlinesTaskName, payload: { ...span } };
  await enqueueJobs(tx, [
    { ...job, key: `rederive:${version}` },
    { ...job, key: `rederive:${version}:again`, runAt: new Date(Date.now() + 2 * keptFor) },
  ]);
  return span;
}
