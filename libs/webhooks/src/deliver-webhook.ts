import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '#database';
import { enqueueJobs } from '#events';
import type { DataSource } from 'typeorm';
import type { Dispatcher } from 'undici';
import { claimDelivery, type ClaimedDelivery, leaseSeconds } from './claim-delivery.js';
import { deliveryJob } from './delivery-job.js';
import { type Attempt, isSuccess } from './domain/attempt.js';
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

/** A receiver that has not answered by then is slow: nobody waits for it any longer than it takes. */
const promptMilliseconds = 250;

/** How an attempt ended: `none` where there was nothing to send now. */
export type AttemptEnd = 'delivered' | 'failed' | 'none';

/**
 * One attempt: take the delivery, sign, send, record. Two statements when it succeeds, and none of them is open while
 * the network is asked. Running it again, or twice at once, or for a delivery that has ended, does no harm.
 * @param letGo called when the receiver is slow and a job stands by for the case that this process does not live to
 * record the answer: whoever started the attempt may turn to something else
 */
export async function deliverWebhook(
  context: DeliveryContext,
  deliveryId: string,
  letGo: () => void = () => undefined,
): Promise<AttemptEnd> {
  const { database, agent, attemptMilliseconds } = context;
  const delivery = await claimDelivery(database, context.sealingKey, deliveryId);
  if (!delivery) {
    await inTransaction(database, (tx) => setDeliveryAside(tx, deliveryId));
    return 'none';
  }
  const { 'webhook-signature': signature, ...shown } = {
    'content-type': 'application/json',
    'user-agent': 'Tongshan-Webhooks/1',
    ...signedHeaders(delivery.keys, `msg_${delivery.eventId}`, new Date(), delivery.body),
  };
  const headers = { ...shown, 'webhook-signature': signature };
  const answer = postMessage(agent, new URL(delivery.url), headers, delivery.body, attemptMilliseconds);
  if (!(await isPrompt(answer))) {
    const leaseEnd = new Date(delivery.claimedAt.getTime() + (leaseSeconds + 1) * 1_000);
    await inTransaction(database, (tx) => enqueueJobs(tx, [deliveryJob(delivery, leaseEnd)]));
    letGo();
  }
  const { retryAfter, ...outcome } = await answer;
  const request = { url: delivery.url, headers: shown };
  return record(context, delivery, retryAfter, { at: delivery.at.toISOString(), ...outcome, request });
}

async function isPrompt(answer: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController();
  const isLate = sleep(promptMilliseconds, false, { signal: patience.signal }).catch(() => false);
  const isIn = answer.then(() => true);
  return Promise.race([isIn, isLate]).finally(() => patience.abort());
}

async function record(
  { database, chance = Math.random }: DeliveryContext,
  delivery: ClaimedDelivery,
  retryAfter: PostResult['retryAfter'],
  attempt: Attempt,
): Promise<AttemptEnd> {
  if (isSuccess(attempt)) {
    await recordSuccess(database, delivery.id, attempt);
    return 'delivered';
  }
  const isGone = attempt.statusCode === 410;
  const wait = isGone ? null : waitAfter(delivery.attemptCount + 1, readRetryAfter(retryAfter, Date.now()), chance());
  await inTransaction(database, (tx) => recordFailure(tx, delivery, attempt, wait));
  return 'failed';
}
