import { prepared } from '#database';
import type { Trace } from '#kernel';
import type { DataSource } from 'typeorm';
import { type EndpointKeys, type EndpointSealedKeys, keysThatSign } from './endpoint-keys.js';

/** A delivery that this process alone may send until its lease ends. */
export interface ClaimedDelivery extends Trace {
  id: string;
  eventId: string;
  body: string;
  attemptCount: number;
  endpointId: string;
  organizationId: string;
  url: string;
  /** What signs it: the endpoint's keys and, for a day after a rotation, those before. */
  keys: EndpointKeys[];
  /** The domain's time of the claim. */
  at: Date;
}

type ClaimedRow = Omit<ClaimedDelivery, 'keys'> & EndpointSealedKeys;

/** Longer than an attempt can take (15 s and the bookkeeping), short enough that a killed worker delays little. */
const leaseSeconds = 20;

/**
 * Loads due deliveries with their endpoints and takes them, in one statement: of two processes with the same job one
 * gets a row. Job keys alone do not ensure that, for a job that is running leaves its key free to the next. Answers in
 * the order of the ids, null where there is nothing to send now.
 *
 * The claim is not flushed to disk by itself: a database that crashes may forget it together with everything after it,
 * and then the delivery is merely due again.
 */
export async function claimDeliveries(
  database: DataSource,
  sealingKey: Buffer,
  deliveryIds: readonly string[],
): Promise<Array<ClaimedDelivery | null>> {
  const rows = await prepared<ClaimedRow>(
    database,
    `update webhook_deliveries d
     set leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
     from unnest($1::uuid[]) as given(id), webhook_endpoints e,
       (select domain_now() as at, set_config('synchronous_commit', 'off', true)) as moment
     where d.id = given.id and d.state = 'pending' and d.next_attempt_at <= moment.at
       and (d.leased_until is null or d.leased_until < clock_timestamp())
       and e.id = d.endpoint_id and e.state = 'enabled' and (e.paused_until is null or e.paused_until <= moment.at)
     returning d.id, d.event_id as "eventId", d.body, d.attempt_count as "attemptCount", e.id as "endpointId",
       d.request_id as "requestId", d.traceparent, e.organization_id as "organizationId", e.url, e.secret_sealed as "secretSealed",
       case when 'v1a' = any(e.signatures) then e.signing_key_sealed end as "signingKeySealed",
       case when e.previous_valid_until > clock_timestamp() then e.previous_secret_sealed end as "previousSecretSealed",
       case when 'v1a' = any(e.signatures) then e.previous_signing_key_sealed end as "previousSigningKeySealed", moment.at`,
    [[...deliveryIds].sort()], // in one order, so that two processes do not wait for each other
  );
  const claimed = new Map(rows.map((row) => [row.id, withKeys(sealingKey, row)]));
  return deliveryIds.map((id) => claimed.get(id) ?? null);
}

function withKeys(sealingKey: Buffer, row: ClaimedRow): ClaimedDelivery {
  const { secretSealed, signingKeySealed, previousSecretSealed, previousSigningKeySealed, ...delivery } = row;
  const sealed = { secretSealed, signingKeySealed, previousSecretSealed, previousSigningKeySealed };
  return { ...delivery, keys: keysThatSign(sealingKey, row.endpointId, sealed) };
}
