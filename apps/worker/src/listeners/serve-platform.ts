import { handOverToInbox } from '#mail';
import { serveAwaiting } from '#notices';
import type { Listener } from './listener.js';

const noticesAtOnce = 200;

/** A platform has joined: what waited for it is served, and what was served on it by mail is in its inbox. */
export const servePlatform: Listener = async (tx, now, events) => {
  const joinedTo = new Map(events.map(({ matterId, data }) => [matterId, data['organizationId'] as string]));
  for (const [platformId, organizationId] of joinedTo) {
    await handOverToInbox(tx, now, { platformId, organizationId });
    while ((await serveAwaiting(tx, now, platformId, noticesAtOnce)) === noticesAtOnce);
  }
};
