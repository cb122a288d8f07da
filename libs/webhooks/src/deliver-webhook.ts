import { inTransaction } from '#database';
import { unseal } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Dispatcher } from 'undici';
import { claimDelivery, type ClaimedDelivery } from './claim-delivery.js';
import type { Attempt } from './domain/attempt.js';
import { readRetryAfter, waitAfter } from './domain/retry-schedule.js';
import { postMessage, type PostResult } from './post-message.js';
import { recordFailure, recordSuccess } from './record-attempt.js';
import { signedHeaders } from './sign-message.js';
import { setDeliveryAside } from './set-delivery-aside.js';

/** What a delivery needs besides its id; made once per process. */
export interface DeliveryContext {
  database: DataSource;
  agent: Dispatcher;
  sealingKey: Buffer;
  /** From 0 to 1, where the jitter of a retry falls; random when left out. */
  chance?: () => number;
  /** What one attempt may take; 15 s when left out. */
  attemptMilliseconds?: number;
}

/**
 * One attempt: take the delivery, sign, send, record. Two statements when it succeeds, and none of them is open while
 * the network is asked. Running it again, or twice at once, or for a delivery that has ended, does no harm.
 */
export async function deliverWebhook(context: DeliveryContext, deliveryId: string): Promise<void> {
  const delivery = await claimDelivery(context.database, deliveryId);
  if (!delivery) return inTransaction(context.database, (tx) => setDeliveryAside(tx, deliveryId));
  const url = new URL(delivery.url);
  const secret = unseal(context.sealingKey, delivery.endpointId, delivery.secretSealed);
  const { 'webhook-signature': signature, ...shown } = {
    'content-type': 'application/json',
    'user-agent': 'Tongshan-Webhooks/1',
    ...signedHeaders(secret, `msg_${delivery.eventId}`, new Date(), delivery.body),
  };
  const headers = { ...shown, 'webhook-signature': signature };
  const result = await postMessage(context.agent, url, headers, delivery.body, context.attemptMilliseconds);
  const { retryAfter, ...outcome } = result;
  await record(context, delivery, retryAfter, {
    at: delivery.at.toISOString(),
    ...outcome,
    request: { url: delivery.url, headers: shown },
  });
}

async function record(
  { database, chance = Math.random }: DeliveryContext,
  delivery: ClaimedDelivery,
  retryAfter: PostResult['retryAfter'],
  attempt: Attempt,
): Promise<void> {
  const { statusCode, error } = attempt;
  if (!error && statusCode! >= 200 && statusCode! < 300) return recordSuccess(database, delivery.id, attempt);
  const isGone = statusCode === 410;
  const wait = isGone ? null : waitAfter(delivery.attemptCount + 1, readRetryAfter(retryAfter, Date.now()), chance());
  await inTransaction(database, (tx) => recordFailure(tx, delivery, attempt, wait, isGone));
}
