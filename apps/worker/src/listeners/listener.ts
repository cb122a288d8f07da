import type { Tx } from '#database';
import type { RecordedEvent } from '#events';
import type { Configuration } from '#kernel';

/**
 * What follows from events. Runs in a transaction of its own, after the events were committed, with events in the order
 * of their positions; at least once, so what it writes must be unique by event. `now` is the domain's time.
 */
export type Listener = (
  tx: Tx,
  now: Date,
  events: readonly RecordedEvent[],
  configuration: Configuration,
) => Promise<unknown>;
