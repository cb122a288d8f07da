import { createPublicKey, verify } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { WebhookEvent } from './client-types.js';

type ReceivedHeaders = Headers | Readonly<Record<string, string | string[] | undefined>>;

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const toleranceSeconds = 300;

/**
 * The message, if it comes from the installation, is whole and is fresh; otherwise answer 4xx and do nothing. A message
 * comes more than once: `webhook-id` tells.
 * @param body as it came, to the byte, never parsed and written again
 * @param key the endpoint's secret (`whsec_…`), or its public key (`whpk_…`), with which nobody can sign in our name
 * @throws WebhookVerificationError
 */
export function verifyWebhook(body: string | Uint8Array, headers: ReceivedHeaders, key: string): WebhookEvent {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  const told = Object.fromEntries(names.map((name) => [name, headerOf(headers, name)]));
  if (!key.startsWith('whpk_')) return new Webhook(key).verify(text, told) as WebhookEvent;
  verifyPublicly(text, told, key);
  return JSON.parse(text) as WebhookEvent;
}

/** `v1a`: Ed25519 over the same text as `v1` signs; of several signatures one that fits is enough. */
function verifyPublicly(text: string, told: Record<string, string>, publicKey: string): void {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = told;
  if (!id || !timestamp || !signatures) throw new WebhookVerificationError('Missing required headers');
  const age = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || age > toleranceSeconds) {
    throw new WebhookVerificationError('Message timestamp too old or too new');
  }
  const x = Buffer.from(publicKey.slice('whpk_'.length), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signed = Buffer.from(`${id}.${timestamp}.${text}`);
  const fits = signatures
    .split(' ')
    .some((one) => one.startsWith('v1a,') && verify(null, signed, key, Buffer.from(one.slice(4), 'base64')));
  if (!fits) throw new WebhookVerificationError('No matching signature found');
}

function headerOf(headers: ReceivedHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
