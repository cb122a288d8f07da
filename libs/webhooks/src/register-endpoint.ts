import type { Tx } from '#database';
import { Problem, newId, unique } from '#kernel';
import { type ReceiverPolicy, readReceiverUrl } from './domain/receiver-url.js';
import { newSecret, newSigningKey, sealKey, signatureSchemes, type SignatureScheme } from './endpoint-keys.js';
import type { Endpoint } from './webhooks.queries.js';

/** What registering an endpoint goes by in this installation. */
export interface EndpointPolicy extends ReceiverPolicy {
  isSandbox: boolean;
  sealingKey: Buffer;
}

export const endpointsPerOrganization = 20;

export interface NewEndpoint {
  organizationId: string;
  url: string;
  events: readonly string[];
  description?: string | null;
  /** `v1` alone when left out; it is always among them. */
  signatures?: readonly SignatureScheme[];
}

/** The schemes in their order; `v1` is never left out. */
export function schemesOf(asked: readonly SignatureScheme[] | undefined): SignatureScheme[] {
  return signatureSchemes.filter((scheme) => scheme === 'v1' || asked?.includes(scheme));
}

/**
 * Registers a receiver. The secret is in this answer and nowhere else again.
 * Refuses an address that is no receiver (`url_refused`) and the twenty-first endpoint (`limit_reached`).
 */
export async function registerEndpoint(
  tx: Tx,
  now: Date,
  input: NewEndpoint,
  policy: EndpointPolicy,
): Promise<Endpoint & { secret: string }> {
  const url = readReceiverUrl(input.url, policy).href;
  await makeRoom(tx, input.organizationId);
  const signatures = schemesOf(input.signatures);
  const pair = signatures.includes('v1a') ? newSigningKey() : null;
  const endpoint: Endpoint = {
    id: newId(),
    url,
    description: input.description ?? null,
    events: unique(input.events),
    state: 'enabled',
    disabledBecause: null,
    signatures,
    publicKey: pair && pair.publicKey,
    previousValidUntil: null,
    pausedUntil: null,
    failingSince: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const secret = newSecret();
  await tx.query(
    `insert into webhook_endpoints
       (id, organization_id, url, description, events, state, version, failed_attempts, signatures, secret_sealed,
        signing_key_sealed, public_key, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'enabled', 1, 0, $6, $7, $8, $9, $10, $10)`,
    [
      endpoint.id,
      input.organizationId,
      url,
      endpoint.description,
      endpoint.events,
      signatures,
      sealKey(policy.sealingKey, endpoint.id, secret),
      pair && sealKey(policy.sealingKey, endpoint.id, pair.signingKey),
      endpoint.publicKey,
      now,
    ],
  );
  return { ...endpoint, secret };
}

/** Counted under a lock of the organization's own, so that two at once do not both find the last place free. */
async function makeRoom(tx: Tx, organizationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('webhook_endpoints ' || $1, 0))`, [organizationId]);
  const [row] = await tx.query<Array<{ taken: number }>>(
    'select count(*)::integer as taken from webhook_endpoints where organization_id = $1',
    [organizationId],
  );
  if (row!.taken >= endpointsPerOrganization) {
    const detail = `At most ${endpointsPerOrganization} endpoints; delete one that is no longer needed.`;
    throw new Problem('limit_reached', { detail });
  }
}
