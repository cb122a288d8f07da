import type { Dispatcher } from 'undici';
import { checkDelivery, type CheckDelivery, retryOf } from './check-deliveries.js';
import {
  expectedAnswers,
  isKnown,
  isRefused,
  isTaken,
  type ReceiverAnswer,
  type ReceiverCheckName,
  receiverCheckNames,
  receiverChecks,
  type SeenAnswer,
} from './domain/receiver-checks.js';
import type { EndpointKeys } from './endpoint-keys.js';
import { postMessage } from './post-message.js';

/** What a receiver did with one kind of message. */
export interface ReceiverCheck {
  name: ReceiverCheckName;
  passed: boolean;
  expected: string;
  got: string;
  /** Why it matters and how to mend it. */
  advice: { zh: string; en: string };
}

export interface ReceiverToCheck {
  url: URL;
  /** The endpoint's own keys. */
  keys: readonly EndpointKeys[];
}

export interface CheckContext {
  /** The guarded one: a receiver that is checked is called by the same rules as one that is told. */
  agent: Dispatcher;
  publicUrl: string;
  /** What one request may take; 5 s when left out. */
  requestMilliseconds?: number;
  /** What the whole may take; 25 s when left out. */
  totalMilliseconds?: number;
}

type Send = (delivery: CheckDelivery) => Promise<SeenAnswer>;

const notTried: SeenAnswer = { statusCode: null, answer: null, error: { code: 'not tried' } };

/**
 * Sends a receiver what it will meet one day, one after the other, and says what it made of it. Nothing is stored. When
 * the good message is not answered at all, or the time is over, the rest is not tried and counts as failed.
 */
export async function checkReceiver(receiver: ReceiverToCheck, context: CheckContext): Promise<ReceiverCheck[]> {
  const { agent, publicUrl, requestMilliseconds = 5_000, totalMilliseconds = 25_000 } = context;
  const end = performance.now() + totalMilliseconds;
  let isAnswering = true;
  const send: Send = async ({ headers, body }) => {
    const left = Math.min(requestMilliseconds, end - performance.now());
    if (!isAnswering || left <= 0) return notTried;
    const whole = { 'content-type': 'application/json', 'user-agent': 'Tongshan-Webhooks/1', ...headers };
    return postMessage(agent, receiver.url, whole, typeof body === 'string' ? body : body(), left);
  };
  const checks: ReceiverCheck[] = [];
  for (const name of receiverCheckNames) {
    const { seen, passed } = await tried(name, receiver.keys, publicUrl, send);
    if (name === 'good') isAnswering = seen[0]!.statusCode !== null;
    const { answer, advice } = receiverChecks[name];
    checks.push({ name, passed, expected: expectedAnswers[answer], got: seen.map(told).join(', then '), advice });
  }
  return checks;
}

async function tried(
  name: ReceiverCheckName,
  keys: readonly EndpointKeys[],
  publicUrl: string,
  send: Send,
): Promise<{ seen: SeenAnswer[]; passed: boolean }> {
  const delivery = checkDelivery(name, keys, publicUrl);
  if (name === 'replayed') {
    const first = await send(delivery);
    const again = await send(retryOf(delivery, keys));
    return { seen: [first, again], passed: isTaken(first) && !isKnown(first) && isKnown(again) };
  }
  if (name === 'duplicated') {
    const both = await Promise.all([send(delivery), send(delivery)]);
    return { seen: both, passed: both.every(isTaken) && both.filter(isKnown).length === 1 };
  }
  const seen = await send(delivery);
  return { seen: [seen], passed: is[receiverChecks[name].answer](seen) };
}

const is: Readonly<Record<ReceiverAnswer, (seen: SeenAnswer) => boolean>> = {
  taken: isTaken,
  refused: isRefused,
  known: isKnown,
};

/** Status and, of a repetition, whether it was known; or the fault. */
function told(seen: SeenAnswer): string {
  const fault = seen.error?.code;
  const status = seen.statusCode === null ? 'no answer' : `${seen.statusCode}${isKnown(seen) ? ' (known)' : ''}`;
  return fault ? `${status}: ${fault}` : status;
}
