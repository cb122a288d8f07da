import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#kernel';
import { exampleBody, largestBody } from './domain/message.js';
import type { ReceiverCheckName } from './domain/receiver-checks.js';
import { type EndpointKeys, newSecret } from './endpoint-keys.js';
import { signedHeaders } from './sign-message.js';

/** One request as it goes to the receiver that is checked. */
export interface CheckDelivery {
  headers: Record<string, string>;
  body: string | (() => Readable);
}

const lateMs = 600_000;
/** Between two bytes, longer within a character; after a while only there, for a receiver may be slow itself. */
const pauseMs = 4;
const pauseWithinCharacterMs = 20;
const slowMs = 1_500;

/**
 * The requests of one check; all but the first of `replayed` and `duplicated` are sent once. Every message is an
 * example (`isTest`) under an id of its own, so that nothing is done in anybody's matter.
 * @param keys the endpoint's own
 */
export function checkDelivery(
  name: ReceiverCheckName,
  keys: readonly EndpointKeys[],
  publicUrl: string,
): CheckDelivery {
  const id = `msg_${newId()}`;
  const now = new Date();
  const body = bodyOf(name, now, publicUrl);
  const stranger = { secret: newSecret(), signingKey: null };
  const by = (signers: readonly EndpointKeys[], at = now, text = body) => signedHeaders(signers, id, at, text);
  switch (name) {
    case 'late':
      return { headers: by(keys, new Date(now.getTime() - lateMs)), body };
    case 'tampered':
      return { headers: by(keys), body: body.replace('"sequence":1', '"sequence":2') };
    case 'wrongly_signed':
      return { headers: by([stranger]), body };
    case 'unsigned':
      return { headers: {}, body };
    case 'rotated':
      return { headers: by([stranger, ...keys]), body };
    case 'slow':
      return { headers: { ...by(keys), 'content-length': `${Buffer.byteLength(body)}` }, body: () => byteByByte(body) };
    default:
      return { headers: by(keys), body };
  }
}

/** The same message again, as a retry sends it: the id stays, moment and signature are fresh. */
export function retryOf({ headers, body }: CheckDelivery, keys: readonly EndpointKeys[]): CheckDelivery {
  return { headers: signedHeaders(keys, headers['webhook-id']!, new Date(), body as string), body };
}

function bodyOf(name: ReceiverCheckName, now: Date, publicUrl: string): string {
  const message = JSON.parse(exampleBody('notice.served', now, publicUrl)) as { type: string; data: object };
  if (name === 'unknown_event') return JSON.stringify({ ...message, type: 'check.unknown_event' });
  const withNote = (note: string) => JSON.stringify({ ...message, data: { note, ...message.data } });
  if (name === 'slow') return withNote('通删侵权通知');
  return name === 'large'
    ? withNote('a'.repeat(largestBody - Buffer.byteLength(withNote(''))))
    : JSON.stringify(message);
}

function byteByByte(body: string): Readable {
  return Readable.from(
    (async function* () {
      const end = performance.now() + slowMs;
      for (const byte of Buffer.from(body)) {
        yield Buffer.of(byte);
        if (byte > 127) await sleep(pauseWithinCharacterMs);
        else if (performance.now() < end) await sleep(pauseMs);
      }
    })(),
  );
}
