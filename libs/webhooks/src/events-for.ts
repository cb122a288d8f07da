import type { Tx } from '#database';
import type { EventPayload } from '#events';
import type { Configuration } from '#kernel';
import type { DataSource } from 'typeorm';
import { webhookEventTypes, type WebhookEventType } from './domain/event-types.js';
import { messageOf, type WebhookMessage } from './domain/message.js';

/** An event as it is read: what a webhook's body holds, and its place. */
export interface FeedEntry extends WebhookMessage {
  id: string;
  position: string;
}

/**
 * What an organization may learn of, in the order in which it was committed, `after` a position. Nothing is skipped: a
 * position is given after the commit, by one process at a time, so that nothing can appear before what was read.
 */
export async function eventsFor(
  db: Tx | DataSource,
  organizationId: string,
  page: { after: string; limit: number; types?: readonly WebhookEventType[] },
  { publicUrl }: Pick<Configuration, 'publicUrl'>,
): Promise<FeedEntry[]> {
  const rows = await db.query<Array<{ payload: string; position: string }>>(
    `select e.payload, a.position
     from event_audiences a join events e on e.position = a.position
     where a.organization_id = $1 and a.position > $2 and a.type = any($3)
     order by a.position limit $4`,
    [organizationId, page.after, page.types ?? webhookEventTypes, page.limit],
  );
  return rows.map(({ payload, position }) => {
    const event = JSON.parse(payload) as EventPayload;
    return { id: event.id, position, ...messageOf(event, publicUrl) };
  });
}
