import { useSyncExternalStore } from 'react';
import { domainNow } from '../../api/domain-time.js';

const everyMillis = 15_000;

const watchers = new Set<() => void>();
let timer: number | undefined;
let shown = domainNow();

function watch(changed: () => void): () => void {
  watchers.add(changed);
  timer ??= window.setInterval(() => {
    shown = domainNow();
    for (const tell of watchers) tell();
  }, everyMillis);
  return () => {
    watchers.delete(changed);
    if (watchers.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The server's time in milliseconds, told again four times a minute: one timer for every chip on the page. */
export function useDomainNow(): number {
  const ticked = useSyncExternalStore(watch, () => shown);
  // an answer may have moved the clock since the last tick
  return Math.max(ticked, domainNow());
}
