import type { Tx } from '#database';
import type { Trace } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Actor } from './append-events.js';

/** What the canonical text of an event holds. */
export interface EventPayload {
  id: string;
  matterKind: string;
  matterId: string;
  sequence: number;
  type: string;
  at: string;
  actor: Actor;
  itemIds: string[];
  data: Record<string, unknown>;
  previousHash: string;
}

/**
 * The log of one matter in order, `after` a sequence; at most `limit` entries. Of `audience`, where one is named, only
 * what that organization may learn.
 */
export async function eventsOfMatter(
  tx: Tx | DataSource,
  matterId: string,
  page: { after: number; limit: number },
  audience: string | null,
): Promise<Array<EventPayload & { hash: string }>> {
  const rows = await tx.query<Array<{ payload: string; hash: string }>>(
    `select payload, hash from events
     where matter_id = $1 and sequence > $2 and ($4::uuid is null or $4 = any(audience)) order by sequence limit $3`,
    [matterId, page.after, page.limit, audience],
  );
  return rows.map((row) => ({ ...(JSON.parse(row.payload) as EventPayload), hash: row.hash }));
}

/** An event as listeners get it: committed, positioned, with the organizations that may learn of it. */
export interface RecordedEvent extends EventPayload {
  position: number;
  audience: string[];
  trace: Trace;
}

/** These events in the order of their positions. One statement. */
export async function eventsByIds(tx: Tx | DataSource, eventIds: readonly string[]): Promise<RecordedEvent[]> {
  const rows = await tx.query<Array<{ payload: string; position: string; audience: string[] } & Trace>>(
    `select payload, position, audience, request_id as "requestId", traceparent
     from events where id = any($1) and position is not null order by position`,
    [eventIds],
  );
  return rows.map(({ payload, position, audience, requestId, traceparent }) => ({
    ...(JSON.parse(payload) as EventPayload),
    position: Number(position),
    audience,
    trace: { requestId, traceparent },
  }));
}
