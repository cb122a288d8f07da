import { prepared } from '#database';
import type { DataSource } from 'typeorm';

/** A delivery that this process alone may send until its lease ends. */
export interface ClaimedDelivery {
  id: string;
  eventId: string;
  body: string;
  attemptCount: number;
  endpointId: string;
  url: string;
  secretSealed: string;
  /** The domain's time of the claim. */
  at: Date;
}

/** Longer than an attempt can take (15 s and the bookkeeping), short enough that a killed worker delays little. */
const leaseSeconds = 20;

/**
 * Loads a due delivery with its endpoint and takes it, in one statement: of two processes with the same job one gets a
 * row. Job keys alone do not ensure that, for a job that is running leaves its key free to the next. Null when there is
 * nothing to send now.
 *
 * The claim is not flushed to disk by itself: a database that crashes may forget it together with everything after it,
 * and then the delivery is merely due again.
 */
export async function claimDelivery(database: DataSource, deliveryId: string): Promise<ClaimedDelivery | null> {
  const rows = await prepared<ClaimedDelivery>(
    database,
    `update webhook_deliveries d
     set leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
     from webhook_endpoints e, (select domain_now() as at, set_config('synchronous_commit', 'off', true)) as moment
     where d.id = $1 and d.state = 'pending' and d.next_attempt_at <= moment.at
       and (d.leased_until is null or d.leased_until < clock_timestamp())
       and e.id = d.endpoint_id and e.state = 'enabled'
     returning d.id, d.event_id as "eventId", d.body, d.attempt_count as "attemptCount", e.id as "endpointId", e.url,
       e.secret_sealed as "secretSealed", moment.at`,
    [deliveryId],
  );
  return rows[0] ?? null;
}
