import { resolveLate } from '#escalations';
import { unique } from '#kernel';
import type { Listener } from './listener.js';

/** What was done late settles what was escalated for it. */
export const resolveEscalations: Listener = (tx, now, events) =>
  resolveLate(tx, now, unique(events.map(({ matterId }) => matterId)));
