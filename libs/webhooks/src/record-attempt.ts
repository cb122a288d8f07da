import { prepared, type Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds } from '#kernel';
import type { DataSource } from 'typeorm';
import type { ClaimedDelivery } from './claim-deliveries.js';
import { countFailure } from './count-failure.js';
import { deliveryJob } from './delivery-job.js';
import type { Attempt } from './domain/attempt.js';

/** Attempts kept per delivery; the schedule makes ten. */
const attemptsKept = 20;

const appended = (attempt: string) =>
  `case when jsonb_array_length(attempts) >= ${attemptsKept} then attempts - 0 else attempts end || ${attempt}`;

/** What a receiver took. */
export interface DeliverySuccess {
  deliveryId: string;
  attempt: Attempt;
}

/**
 * Their receivers have them: the attempts and the ends of the deliveries, in one statement, and with it what the
 * endpoints had failed before is forgotten. Not flushed to disk by itself: a database that crashes in the next moment
 * may forget it, and then a delivery goes out again under the same id.
 */
export async function recordSuccesses(database: DataSource, successes: readonly DeliverySuccess[]): Promise<void> {
  await prepared(
    database,
    `with delivered as (
       update webhook_deliveries d
       set attempts = ${appended('given.attempt')}, attempt_count = attempt_count + 1, leased_until = null,
         state = 'delivered', next_attempt_at = null, ended_at = moment.at
       from jsonb_to_recordset($1) as given("deliveryId" uuid, attempt jsonb),
         (select domain_now() as at, set_config('synchronous_commit', 'off', true)) as moment
       where d.id = given."deliveryId" and d.state = 'pending'
       returning d.endpoint_id
     ), failing as (
       -- in one order, so that two processes do not wait for each other
       select id from webhook_endpoints
       where id in (select endpoint_id from delivered) and failing_since is not null order by id for no key update
     )
     update webhook_endpoints e set failing_since = null, failed_attempts = 0 from failing where e.id = failing.id`,
    [JSON.stringify(successes)],
  );
}

/**
 * It failed: the attempt, and with it either the next try and its job (`wait` milliseconds from now, in the domain's
 * time on the row and in real time on the job) or, where `wait` is null, the end. What it means for the endpoint comes
 * first: whoever changes an endpoint locks it before its deliveries.
 */
export async function recordFailure(
  tx: Tx,
  delivery: ClaimedDelivery,
  attempt: Attempt,
  wait: number | null,
): Promise<void> {
  await countFailure(tx, delivery, attempt.statusCode, wait);
  const [rows] = await tx.query<[Array<{ now: Date }>, number]>(
    `update webhook_deliveries
     set attempts = ${appended('$2::jsonb')}, attempt_count = attempt_count + 1, leased_until = null,
       state = case when $3::bigint is null then 'exhausted' else 'pending' end,
       next_attempt_at = domain_now() + $3 * interval '1 millisecond',
       ended_at = case when $3::bigint is null then domain_now() end
     where id = $1 and state = 'pending'
     returning clock_timestamp() as now`,
    [delivery.id, JSON.stringify(attempt), wait],
  );
  // The database's own clock on both sides: a process whose clock is off neither comes early nor late.
  if (rows[0] && wait !== null) await enqueueJobs(tx, [deliveryJob(delivery, addMilliseconds(rows[0].now, wait))]);
}
