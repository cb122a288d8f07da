import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';
import { Problem } from '#kernel';
import { normalisePassword } from './domain/normalise.js';

/** RFC 9106 §4, second recommendation (64 MiB, three passes) on one lane: some 50 ms. Argon2id is the default kind. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } satisfies Options;

// Hashing runs in libuv's pool of four threads, which DNS and files need too: at most two at a time, a bounded queue.
const atOnce = 2;
const longestQueue = 200;
let running = 0;
const waiting: Array<() => void> = [];

const randomBase64 = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
/** Costs as much to check as a stored hash, and no password is known to match it. */
const decoy = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=1$${randomBase64(16)}$${randomBase64(32)}`;

/** The stored form of a password. */
export function hashPassword(password: string): Promise<string> {
  return withSlot(() => hash(normalisePassword(password), cost));
}

/** Takes the same time where there is no such account: it then checks against a hash that nothing matches. */
export async function isPasswordRight(storedHash: string | null, password: string): Promise<boolean> {
  const against = storedHash ?? decoy;
  return (await withSlot(() => verify(against, normalisePassword(password)))) && storedHash !== null;
}

async function withSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) {
      throw new Problem('rate_limited', { detail: 'Too many sign-ins at this moment.', retryAfterSeconds: 2 });
    }
    // whoever leaves hands its slot over, so that the number running never rises above the bound
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
