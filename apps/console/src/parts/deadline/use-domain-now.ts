import { useSyncExternalStore } from 'react';
import { domainNow } from '../../api/domain-time.js';

const everyMillis = 15_000;

const watchers = new Set<() => void>();
let timer: number | undefined;
let ticks = 0;

function watch(changed: () => void): () => void {
  watchers.add(changed);
  timer ??= window.setInterval(() => {
    ticks++;
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

/**
 * The server's time in milliseconds, told again four times a minute: one timer for every chip on the page. What was read
 * before the first answer came is the laptop's, and is not kept.
 */
export function useDomainNow(): number {
  useSyncExternalStore(watch, () => ticks);
  return domainNow();
}
