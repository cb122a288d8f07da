import { unique } from '#kernel';
import { serveAwaiting } from '#notices';
import type { Listener } from './listener.js';

const noticesAtOnce = 200;

/** A platform has joined: what waited for it is served. */
export const servePlatform: Listener = async (tx, now, events) => {
  for (const platformId of unique(events.map(({ matterId }) => matterId))) {
    while ((await serveAwaiting(tx, now, platformId, noticesAtOnce)) === noticesAtOnce);
  }
};
