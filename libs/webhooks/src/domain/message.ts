import type { EventPayload } from '#events';
import { instant, newId } from '#kernel';
import type { WebhookEventType } from './event-types.js';

/** What goes out: `type`, `timestamp` (when it happened), `data` (ids, codes and where to read the rest). */
export interface WebhookMessage {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

/** Receivers may count on it. */
export const largestBody = 20_000;
const itemIdsWhenMany = 100;

const pathOf: Readonly<Record<string, string>> = {
  complaint: 'complaints',
  notice: 'notices',
  escalation: 'escalations',
  platform: 'platforms',
  authorization: 'authorizations',
  warning_list: 'warning-lists',
};

/** The body for one event as JSON text of at most 20 kB. */
export function messageBody(event: EventPayload, publicUrl: string): string {
  return JSON.stringify(messageOf(event, publicUrl));
}

/** What is said of an event, in at most 20 kB: what would not fit is left to the full resource at `url`. */
export function messageOf(event: EventPayload, publicUrl: string): WebhookMessage {
  const whole = message(event, publicUrl, event.itemIds, event.data);
  if (fits(whole)) return whole;
  const fewerItems = event.itemIds.slice(0, itemIdsWhenMany);
  const shorter = message(event, publicUrl, fewerItems, event.data);
  return fits(shorter) ? shorter : message(event, publicUrl, fewerItems, {});
}

/** An example of a type, for a receiver to try itself on: it looks like the real thing and says that it is none. */
export function exampleBody(type: WebhookEventType, now: Date, publicUrl: string): string {
  const matterKind = /^(complaint|escalation|authorization|warning_list)\./.exec(type)?.[1] ?? 'notice';
  const matterId = newId();
  return JSON.stringify({
    type,
    timestamp: instant(now),
    data: {
      isTest: true,
      matter: { kind: matterKind, id: matterId },
      sequence: 1,
      itemIds: [newId()],
      itemCount: 1,
      details: {},
      url: addressOf(matterKind, matterId, publicUrl),
    },
  } satisfies WebhookMessage);
}

function message(
  event: EventPayload,
  publicUrl: string,
  itemIds: string[],
  details: Record<string, unknown>,
): WebhookMessage {
  return {
    type: event.type,
    timestamp: instant(new Date(event.at)),
    data: {
      eventId: event.id,
      matter: { kind: event.matterKind, id: event.matterId },
      sequence: event.sequence,
      itemIds,
      itemCount: event.itemIds.length,
      details,
      url: addressOf(event.matterKind, event.matterId, publicUrl),
    },
  };
}

function fits(whole: WebhookMessage): boolean {
  return Buffer.byteLength(JSON.stringify(whole)) <= largestBody;
}

function addressOf(matterKind: string, matterId: string, publicUrl: string): string | null {
  const path = pathOf[matterKind];
  return path ? `${publicUrl}/v1/${path}/${matterId}` : null;
}
