import type { Tx } from '#database';
import { newSecret, newSigningKey, sealKey } from './endpoint-keys.js';
import { type Endpoint, endpointColumns, lockEndpoint } from './webhooks.queries.js';

/** For how long the keys before a rotation go on signing beside the new ones. */
const overlapHours = 24;

/**
 * New keys for an endpoint. For 24 hours of real time every message carries the signatures of both, so that a receiver
 * can change over when it likes; rotated again within that time, only the last two count. The secret is in this answer
 * and nowhere else again. `not_found` also for another organization's endpoint.
 */
export async function rotateSecret(
  tx: Tx,
  now: Date,
  input: { organizationId: string; endpointId: string },
  { sealingKey }: { sealingKey: Buffer },
): Promise<Endpoint & { secret: string }> {
  const { id, signatures } = await lockEndpoint(tx, input.organizationId, input.endpointId);
  const secret = newSecret();
  const pair = signatures.includes('v1a') ? newSigningKey() : null;
  const [[rotated]] = await tx.query<[[Endpoint], number]>(
    `update webhook_endpoints
     set previous_secret_sealed = secret_sealed, previous_signing_key_sealed = signing_key_sealed,
       previous_valid_until = clock_timestamp() + interval '${overlapHours} hours',
       secret_sealed = $2, signing_key_sealed = $3, public_key = $4, updated_at = $5, version = version + 1
     where id = $1
     returning ${endpointColumns}`,
    [
      id,
      sealKey(sealingKey, id, secret),
      pair && sealKey(sealingKey, id, pair.signingKey),
      pair && pair.publicKey,
      now,
    ],
  );
  return { ...rotated, secret };
}
