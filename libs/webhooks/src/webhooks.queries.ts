import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Attempt } from './domain/attempt.js';

export interface Endpoint {
  id: string;
  url: string;
  description: string | null;
  events: string[];
  state: 'enabled' | 'disabled';
  /** `by_owner`, or `gone`: the receiver answered 410. */
  disabledBecause: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface Delivery {
  id: string;
  eventId: string;
  event: string;
  state: 'pending' | 'delivered' | 'exhausted';
  attempts: Attempt[];
  nextAttemptAt: Date | null;
  createdAt: Date;
  endedAt: Date | null;
}

export const endpointColumns = `id, url, description, events, state, disabled_because as "disabledBecause",
  created_at as "createdAt", updated_at as "updatedAt"`;

/** An organization's endpoints, newest first, older than the id `before`. */
export async function endpointsOf(
  db: Tx | DataSource,
  organizationId: string,
  page: { before: string | null; limit: number },
): Promise<Endpoint[]> {
  return db.query<Endpoint[]>(
    `select ${endpointColumns} from webhook_endpoints
     where organization_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [organizationId, page.before, page.limit],
  );
}

/** One endpoint; `not_found` also for another organization's. */
export async function endpointOf(db: Tx | DataSource, organizationId: string, endpointId: string): Promise<Endpoint> {
  const [row] = await db.query<Endpoint[]>(
    `select ${endpointColumns} from webhook_endpoints where id = $1 and organization_id = $2`,
    [endpointId, organizationId],
  );
  if (!row) throw new Problem('not_found');
  return row;
}

/** The delivery log of one endpoint, newest first, older than the id `before`. `not_found` as above. */
export async function deliveriesOf(
  db: Tx | DataSource,
  organizationId: string,
  endpointId: string,
  page: { before: string | null; limit: number; state?: Delivery['state'] },
): Promise<Delivery[]> {
  await endpointOf(db, organizationId, endpointId);
  return db.query<Delivery[]>(
    `select id, event_id as "eventId", event_type as event, state, attempts, next_attempt_at as "nextAttemptAt",
       created_at as "createdAt", ended_at as "endedAt"
     from webhook_deliveries
     where endpoint_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or state = $3)
     order by id desc limit $4`,
    [endpointId, page.before, page.state ?? null, page.limit],
  );
}
