import type { Tx } from '#database';
import { appendEvents, systemActor } from '#events';
import type { ClaimedDelivery } from './claim-deliveries.js';
import type { DisabledBecause } from './webhooks.queries.js';

/** An endpoint that has only failed for so long, and so many times that it was no accident, is given up. */
const failingDays = 5;
const failuresAtLeast = 10;

/**
 * What a failed attempt means for its endpoint. 410: it is gone, and disabled at once. 429: everything for it waits as
 * long as this delivery does. Five days without a success: it is disabled. Its owner is told by the event's listeners.
 * @param wait milliseconds until the delivery is tried again, or null
 */
export async function countFailure(
  tx: Tx,
  { endpointId, organizationId }: Pick<ClaimedDelivery, 'endpointId' | 'organizationId'>,
  statusCode: number | null,
  wait: number | null,
): Promise<void> {
  const [[endpoint]] = await tx.query<
    [Array<{ state: string; disabledBecause: DisabledBecause; failedAttempts: number; at: Date }>, number]
  >(
    `update webhook_endpoints e
     set failing_since = coalesce(failing_since, moment.at), failed_attempts = failed_attempts + 1,
       paused_until = greatest(paused_until, moment.at + $3 * interval '1 millisecond'),
       state = case when moment.because is null then state else 'disabled' end,
       disabled_because = moment.because,
       version = case when moment.because is null then version else version + 1 end,
       updated_at = case when moment.because is null then updated_at else moment.at end
     from (select o.id, domain_now() as at, case
             when $2 then 'gone'
             when o.failing_since <= domain_now() - interval '${failingDays} days'
               and o.failed_attempts >= ${failuresAtLeast - 1} then 'failing' end as because
           from webhook_endpoints o where o.id = $1 and o.state = 'enabled' for no key update) as moment
     where e.id = moment.id
     returning e.state, e.disabled_because as "disabledBecause", e.failed_attempts as "failedAttempts", moment.at`,
    [endpointId, statusCode === 410, statusCode === 429 ? wait : null],
  );
  if (endpoint?.state !== 'disabled') return;
  const { at, disabledBecause, failedAttempts } = endpoint;
  await appendEvents(tx, at, [
    {
      matterKind: 'webhook_endpoint',
      matterId: endpointId,
      type: 'webhook_endpoint.disabled',
      actor: systemActor,
      data: { because: disabledBecause, failedAttempts },
      audience: [organizationId],
    },
  ]);
}
