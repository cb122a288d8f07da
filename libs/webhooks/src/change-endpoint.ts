import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { Problem, unique } from '#kernel';
import { deliveryJob } from './delivery-job.js';
import { readReceiverUrl } from './domain/receiver-url.js';
import type { EndpointPolicy } from './register-endpoint.js';
import { type Endpoint, endpointColumns } from './webhooks.queries.js';

export interface EndpointChange {
  organizationId: string;
  endpointId: string;
  url?: string;
  events?: readonly string[];
  description?: string | null;
  state?: 'enabled' | 'disabled';
}

/**
 * Changes what is given and leaves the rest. Disabled, an endpoint gets nothing and new events pass it by; enabled
 * again, what had been waiting for it goes out at once. `not_found` also for another organization's.
 */
export async function changeEndpoint(
  tx: Tx,
  now: Date,
  change: EndpointChange,
  policy: EndpointPolicy,
): Promise<Endpoint> {
  const url = change.url === undefined ? null : readReceiverUrl(change.url, policy).href;
  const [rows] = await tx.query<[Endpoint[], number]>(
    `update webhook_endpoints
     set url = coalesce($3, url), events = coalesce($4, events), state = coalesce($5, state),
       description = case when $6 then $7 else description end,
       disabled_because = case coalesce($5, state) when 'enabled' then null
                          else coalesce(disabled_because, 'by_owner') end,
       updated_at = $8
     where id = $1 and organization_id = $2
     returning ${endpointColumns}`,
    [
      change.endpointId,
      change.organizationId,
      url,
      change.events ? unique(change.events) : null,
      change.state ?? null,
      change.description !== undefined,
      change.description ?? null,
      now,
    ],
  );
  if (!rows[0]) throw new Problem('not_found');
  if (change.state === 'enabled') await releaseWaiting(tx, now, change.endpointId);
  return rows[0];
}

async function releaseWaiting(tx: Tx, now: Date, endpointId: string): Promise<void> {
  const [rows] = await tx.query<[Array<{ id: string }>, number]>(
    `update webhook_deliveries set next_attempt_at = $2
     where endpoint_id = $1 and state = 'pending' and next_attempt_at is null returning id`,
    [endpointId, now],
  );
  await enqueueJobs(
    tx,
    rows.map((row) => deliveryJob(row.id)),
  );
}

/** Removes an endpoint with its delivery log. `not_found` also for another organization's. */
export async function removeEndpoint(tx: Tx, organizationId: string, endpointId: string): Promise<void> {
  const [, removed] = await tx.query<[unknown[], number]>(
    'delete from webhook_endpoints where id = $1 and organization_id = $2',
    [endpointId, organizationId],
  );
  if (removed === 0) throw new Problem('not_found');
}
