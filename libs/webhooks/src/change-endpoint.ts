import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { Problem, unique } from '#kernel';
import { deliveryJobs } from './delivery-job.js';
import { readReceiverUrl } from './domain/receiver-url.js';
import { newSigningKey, sealKey, type SignatureScheme } from './endpoint-keys.js';
import { type EndpointPolicy, schemesOf } from './register-endpoint.js';
import { type Endpoint, endpointColumns, lockEndpoint } from './webhooks.queries.js';

export interface EndpointChange {
  organizationId: string;
  endpointId: string;
  url?: string;
  events?: readonly string[];
  description?: string | null;
  state?: 'enabled' | 'disabled';
  signatures?: readonly SignatureScheme[];
  /** The version that the caller has read; null for whichever it is. */
  expectedVersion?: number | null;
}

/**
 * Changes what is given and leaves the rest. Disabled, an endpoint gets nothing and new events pass it by; enabled
 * again, what had been waiting for it goes out at once, and its failures are forgotten. `not_found` also for another
 * organization's, `stale_version` where another version is expected.
 */
export async function changeEndpoint(
  tx: Tx,
  now: Date,
  change: EndpointChange,
  policy: EndpointPolicy,
): Promise<Endpoint> {
  const url = change.url === undefined ? null : readReceiverUrl(change.url, policy).href;
  const before = await lockEndpoint(tx, change.organizationId, change.endpointId);
  requireVersion(before, change.expectedVersion ?? null);
  const pair = change.signatures?.includes('v1a') ? newSigningKey() : null;
  const [[changed]] = await tx.query<[[Endpoint], number]>(
    `update webhook_endpoints
     set url = coalesce($2, url), events = coalesce($3, events), state = coalesce($4, state),
       description = case when $5 then $6 else description end,
       disabled_because = case coalesce($4, state) when 'enabled' then null
                          else coalesce(disabled_because, 'by_owner') end,
       failing_since = case when $4 = 'enabled' then null else failing_since end,
       failed_attempts = case when $4 = 'enabled' then 0 else failed_attempts end,
       paused_until = case when $4 = 'enabled' then null else paused_until end,
       -- a key that there is stays what receivers know
       signatures = coalesce($7, signatures), signing_key_sealed = coalesce(signing_key_sealed, $8),
       public_key = coalesce(public_key, $9),
       version = version + 1, updated_at = $10
     where id = $1
     returning ${endpointColumns}`,
    [
      change.endpointId,
      url,
      change.events ? unique(change.events) : null,
      change.state ?? null,
      change.description !== undefined,
      change.description ?? null,
      change.signatures ? schemesOf(change.signatures) : null,
      pair && sealKey(policy.sealingKey, change.endpointId, pair.signingKey),
      pair && pair.publicKey,
      now,
    ],
  );
  if (change.state === 'enabled') await releaseWaiting(tx, now, change.endpointId);
  return changed;
}

/** Who read an older version learns what it is now instead of writing over it. */
function requireVersion(current: Endpoint, expected: number | null): void {
  if (expected === null || expected === current.version) return;
  throw new Problem('stale_version', {
    detail: `Version ${expected} was changed since; read it again. It is now version ${current.version}.`,
    extra: { state: current.state, version: current.version },
  });
}

async function releaseWaiting(tx: Tx, now: Date, endpointId: string): Promise<void> {
  const [rows] = await tx.query<[Array<{ id: string; endpointId: string }>, number]>(
    `update webhook_deliveries set next_attempt_at = $2
     where endpoint_id = $1 and state = 'pending' and next_attempt_at is null returning id, endpoint_id as "endpointId"`,
    [endpointId, now],
  );
  await enqueueJobs(tx, deliveryJobs(rows));
}

/** Removes an endpoint with its delivery log. `not_found` also for another organization's. */
export async function removeEndpoint(tx: Tx, organizationId: string, endpointId: string): Promise<void> {
  const [, removed] = await tx.query<[unknown[], number]>(
    'delete from webhook_endpoints where id = $1 and organization_id = $2',
    [endpointId, organizationId],
  );
  if (removed === 0) throw new Problem('not_found');
}
