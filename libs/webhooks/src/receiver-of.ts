import { type Tx } from '#database';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import type { ReceiverToCheck } from './check-receiver.js';
import { type EndpointSealedKeys, keysThatSign } from './endpoint-keys.js';

/** Where an endpoint is called and what signs for it; `not_found` also for another organization's. */
export async function receiverOf(
  db: Tx | DataSource,
  input: { organizationId: string; endpointId: string },
  { sealingKey }: { sealingKey: Buffer },
): Promise<ReceiverToCheck> {
  const [row] = await db.query<Array<EndpointSealedKeys & { url: string }>>(
    `select url, secret_sealed as "secretSealed",
       case when 'v1a' = any(signatures) then signing_key_sealed end as "signingKeySealed",
       case when previous_valid_until > clock_timestamp() then previous_secret_sealed end as "previousSecretSealed",
       case when 'v1a' = any(signatures) then previous_signing_key_sealed end as "previousSigningKeySealed"
     from webhook_endpoints where id = $1 and organization_id = $2`,
    [input.endpointId, input.organizationId],
  );
  if (!row) throw new Problem('not_found');
  return { url: new URL(row.url), keys: keysThatSign(sealingKey, input.endpointId, row) };
}
