import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Attempt } from './domain/attempt.js';
import type { SignatureScheme } from './endpoint-keys.js';

/** Why an endpoint is disabled: its owner, the receiver's 410, or five days of nothing but failures. */
export const disabledBecause = ['by_owner', 'gone', 'failing'] as const;
export type DisabledBecause = (typeof disabledBecause)[number];

export interface Endpoint {
  id: string;
  url: string;
  description: string | null;
  events: string[];
  state: 'enabled' | 'disabled';
  disabledBecause: DisabledBecause | null;
  signatures: SignatureScheme[];
  /** `whpk_…`, where messages are signed by `v1a` too. */
  publicKey: string | null;
  /** Until then (real time) messages carry the signatures of the keys before the last rotation too. */
  previousValidUntil: Date | null;
  pausedUntil: Date | null;
  failingSince: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export type DeliveryState = 'pending' | 'delivered' | 'exhausted';

export interface Delivery {
  id: string;
  endpointId: string;
  eventId: string;
  event: string;
  state: DeliveryState;
  attempts: Attempt[];
  nextAttemptAt: Date | null;
  createdAt: Date;
  endedAt: Date | null;
}

export const endpointColumns = `id, url, description, events, state, disabled_because as "disabledBecause", signatures,
  case when 'v1a' = any(signatures) then public_key end as "publicKey",
  case when previous_valid_until > clock_timestamp() then previous_valid_until end as "previousValidUntil",
  case when paused_until > domain_now() then paused_until end as "pausedUntil", failing_since as "failingSince",
  version, created_at as "createdAt", updated_at as "updatedAt"`;

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

/** The same for a change: nobody else changes it until the transaction ends. */
export async function lockEndpoint(tx: Tx, organizationId: string, endpointId: string): Promise<Endpoint> {
  const [row] = await tx.query<Endpoint[]>(
    `select ${endpointColumns} from webhook_endpoints where id = $1 and organization_id = $2 for no key update`,
    [endpointId, organizationId],
  );
  if (!row) throw new Problem('not_found');
  return row;
}

const deliveryColumns = `d.id, d.endpoint_id as "endpointId", d.event_id as "eventId", d.event_type as event, d.state,
  d.attempts, d.next_attempt_at as "nextAttemptAt", d.created_at as "createdAt", d.ended_at as "endedAt"`;

/** The delivery log of one endpoint, newest first, older than the id `before`. `not_found` as above. */
export async function deliveriesOf(
  db: Tx | DataSource,
  organizationId: string,
  endpointId: string,
  page: { before: string | null; limit: number; state?: DeliveryState; event?: string },
): Promise<Delivery[]> {
  await endpointOf(db, organizationId, endpointId);
  return db.query<Delivery[]>(
    `select ${deliveryColumns} from webhook_deliveries d
     where d.endpoint_id = $1 and ($2::uuid is null or d.id < $2) and ($3::text is null or d.state = $3)
       and ($4::text is null or d.event_type = $4)
     order by d.id desc limit $5`,
    [endpointId, page.before, page.state ?? null, page.event ?? null, page.limit],
  );
}

/** One delivery with what was sent; `not_found` also for another organization's. */
export async function deliveryOf(
  db: Tx | DataSource,
  organizationId: string,
  deliveryId: string,
): Promise<Delivery & { body: string }> {
  const [row] = await db.query<Array<Delivery & { body: string }>>(
    `select ${deliveryColumns}, d.body
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
     where d.id = $1 and e.organization_id = $2`,
    [deliveryId, organizationId],
  );
  if (!row) throw new Problem('not_found');
  return row;
}
