import { setImmediate } from 'node:timers/promises';

/** Gives the event loop a turn whenever this much time (milliseconds) was spent since the last. */
export function breaths(slice = 8): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await setImmediate();
    since = performance.now();
  };
}
