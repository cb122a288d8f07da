import { inTransaction } from '#database';
import { nextSpan, type Trace } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Dispatcher } from 'undici';
import { claimDeliveries, type ClaimedDelivery } from './claim-deliveries.js';
import { isSuccess } from './domain/attempt.js';
import { readRetryAfter, waitAfter } from './domain/retry-schedule.js';
import { inBatches } from './in-batches.js';
import { postMessage } from './post-message.js';
import { type DeliverySuccess, recordFailure, recordSuccesses } from './record-attempt.js';
import { setDeliveriesAside } from './set-deliveries-aside.js';
import { signedHeaders } from './sign-message.js';

/** What attempts need of their process. */
export interface DeliveryMeans {
  database: DataSource;
  agent: Dispatcher;
  sealingKey: Buffer;
  /** From 0 to 1, where the jitter of a retry falls; random when left out. */
  chance?: () => number;
  /** What one attempt may take; 15 s when left out. */
  attemptMilliseconds?: number;
  /** Told of each attempt when it has ended. */
  tell?: (attempt: AttemptTold) => void;
}

/** Of an attempt, for the log: nothing of what was sent or answered. */
interface AttemptTold extends Trace {
  deliveryId: string;
  endpointId: string;
  attempt: number;
  statusCode: number | null;
  milliseconds: number;
}

/** The same, with the statements that attempts of one process share while they go on at the same time. */
export interface DeliveryContext extends DeliveryMeans {
  claim(deliveryId: string): Promise<ClaimedDelivery | null>;
  setAside(deliveryId: string): Promise<unknown>;
  succeed(success: DeliverySuccess): Promise<unknown>;
}

export function deliveryContext(means: DeliveryMeans): DeliveryContext {
  const { database, sealingKey } = means;
  return {
    ...means,
    claim: inBatches((ids) => claimDeliveries(database, sealingKey, ids)),
    setAside: inBatches(async (ids) => {
      await inTransaction(database, (tx) => setDeliveriesAside(tx, ids));
      return ids;
    }),
    succeed: inBatches(async (successes) => {
      await recordSuccesses(database, successes);
      return successes;
    }),
  };
}

/** A receiver that has not answered by then is slow: nobody waits for it any longer than it takes. */
const promptMilliseconds = 250;

/** How an attempt ended: `none` where there was nothing to send now. */
export type AttemptEnd = 'delivered' | 'failed' | 'none';

/**
 * One attempt: take the delivery, sign, send, record. Two statements when it succeeds, and none of them is open while
 * the network is asked. Running it again, or twice at once, or for a delivery that has ended, does no harm. What is not
 * recorded, because the database or this process is gone, goes out again when its lease has ended.
 * @param letGo called when the receiver is slow: whoever started the attempt may turn to something else
 */
export async function deliverWebhook(
  context: DeliveryContext,
  deliveryId: string,
  letGo: () => void = () => undefined,
): Promise<AttemptEnd> {
  const { database, agent, attemptMilliseconds, chance = Math.random } = context;
  const delivery = await context.claim(deliveryId);
  if (!delivery) {
    await context.setAside(deliveryId);
    return 'none';
  }
  const traceparent = nextSpan(delivery.traceparent);
  const { 'webhook-signature': signature, ...shown } = {
    'content-type': 'application/json',
    'user-agent': 'Tongshan-Webhooks/1',
    traceparent,
    ...signedHeaders(delivery.keys, `msg_${delivery.eventId}`, new Date(), delivery.body),
  };
  const headers = { ...shown, 'webhook-signature': signature };
  const patience = setTimeout(letGo, promptMilliseconds);
  const answer = await postMessage(agent, new URL(delivery.url), headers, delivery.body, attemptMilliseconds);
  clearTimeout(patience);
  const { retryAfter, ...outcome } = answer;
  context.tell?.({
    deliveryId,
    endpointId: delivery.endpointId,
    attempt: delivery.attemptCount + 1,
    statusCode: outcome.statusCode,
    milliseconds: outcome.durationMs,
    requestId: delivery.requestId,
    traceparent,
  });
  const attempt = { at: delivery.at.toISOString(), ...outcome, request: { url: delivery.url, headers: shown } };
  if (isSuccess(attempt)) {
    await context.succeed({ deliveryId, attempt });
    return 'delivered';
  }
  const isGone = attempt.statusCode === 410;
  const wait = isGone ? null : waitAfter(delivery.attemptCount + 1, readRetryAfter(retryAfter, Date.now()), chance());
  await inTransaction(database, (tx) => recordFailure(tx, delivery, attempt, wait));
  return 'failed';
}
