import { domainNow } from '../../api/domain-time.js';
import type { Delivery } from './webhook.js';

const soonMillis = 60_000;

/** It is on its way now, or within the minute: worth looking again. */
export function isSoon({
  state,
  attempts,
  nextAttemptAt,
}: Pick<Delivery, 'state' | 'attempts' | 'nextAttemptAt'>): boolean {
  if (state !== 'pending') return false;
  return attempts.length === 0 || !nextAttemptAt || Date.parse(nextAttemptAt) - domainNow() < soonMillis;
}
