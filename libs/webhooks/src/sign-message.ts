import { type EndpointKeys, signaturesOf } from './endpoint-keys.js';

/**
 * The headers that prove who sent the body and when; `id` is the same on every try, the moment is not (real time).
 * Of several keys (an endpoint that is being rotated) each signs: a receiver takes the message when one of them fits.
 */
export function signedHeaders(keys: readonly EndpointKeys[], id: string, at: Date, body: string) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signaturesOf(keys, id, at, body).join(' '),
  };
}
