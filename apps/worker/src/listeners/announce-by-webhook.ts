import { announceEvents } from '#webhooks';
import type { Listener } from './listener.js';

export const announceByWebhook: Listener = (tx, now, events, configuration) =>
  announceEvents(tx, now, events, configuration);
