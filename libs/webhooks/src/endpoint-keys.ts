import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { seal, unseal } from '#kernel';
import { Webhook } from 'standardwebhooks';

/** How messages to an endpoint are signed: always with the shared secret, and with a key of ours where it is wanted. */
export const signatureSchemes = ['v1', 'v1a'] as const;
export type SignatureScheme = (typeof signatureSchemes)[number];

/** What signs; both texts in the form of Standard Webhooks, `whsec_` and `whsk_`. */
export interface EndpointKeys {
  secret: string;
  signingKey: string | null;
}

/** The columns that hold the keys of an endpoint. */
export interface SealedKeys {
  secretSealed: string;
  signingKeySealed: string | null;
}

/** The same with the keys before the last rotation, as long as they still sign. */
export interface EndpointSealedKeys extends SealedKeys {
  previousSecretSealed: string | null;
  previousSigningKeySealed: string | null;
}

/** A new secret: `whsec_` and 32 random bytes in base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** A new Ed25519 key: `whsk_` and its seed, and what a receiver verifies with, `whpk_` and 32 bytes in base64. */
export function newSigningKey(): { signingKey: string; publicKey: string } {
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const base64 = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  return { signingKey: `whsk_${base64(d!)}`, publicKey: `whpk_${base64(x!)}` };
}

export function sealKey(sealingKey: Buffer, endpointId: string, text: string): string {
  return seal(sealingKey, endpointId, text);
}

export function unsealKeys(sealingKey: Buffer, endpointId: string, sealed: SealedKeys): EndpointKeys {
  const { secretSealed, signingKeySealed } = sealed;
  return {
    secret: unseal(sealingKey, endpointId, secretSealed),
    signingKey: signingKeySealed && unseal(sealingKey, endpointId, signingKeySealed),
  };
}

/** Every key that signs a message now, the present ones first. */
export function keysThatSign(sealingKey: Buffer, endpointId: string, sealed: EndpointSealedKeys): EndpointKeys[] {
  const { previousSecretSealed, previousSigningKeySealed } = sealed;
  const previous = previousSecretSealed && {
    secretSealed: previousSecretSealed,
    signingKeySealed: previousSigningKeySealed,
  };
  return (previous ? [sealed, previous] : [sealed]).map((one) => unsealKeys(sealingKey, endpointId, one));
}

// PKCS #8 around an Ed25519 seed (RFC 8410 §7)
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The signatures of one message, in the order of the keys: `v1,…` and, where there is a signing key, `v1a,…`. */
export function signaturesOf(keys: readonly EndpointKeys[], id: string, at: Date, body: string): string[] {
  const signed = Buffer.from(`${id}.${Math.floor(at.getTime() / 1000)}.${body}`);
  return keys.flatMap(({ secret, signingKey }) => [
    new Webhook(secret).sign(id, at, body),
    ...(signingKey ? [`v1a,${sign(null, signed, privateKeyOf(signingKey)).toString('base64')}`] : []),
  ]);
}

function privateKeyOf(signingKey: string) {
  const seed = Buffer.from(signingKey.replace(/^whsk_/, ''), 'base64');
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}
