import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson, sha256Hex } from '#kernel';

/** A public key of the installation as it publishes it: a JWK (RFC 8037) with the time in which it signed. */
export interface PublishedKey {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
  /** The same key for `openssl`. */
  pem: string;
  validFrom: string;
  validUntil: string | null;
}

/** A receipt with its signature, as the API gives it. What is left out is not checked. */
export interface ReceiptToCheck {
  receipt: Record<string, unknown>;
  signature: string;
  keyId: string;
  sha256?: string;
  /** What was received, where the holder wants it held against the receipt. */
  content?: unknown;
}

export const receiptFaults = {
  unknown_key: 'No published key has this keyId: the receipt is not of this installation, or the keys are incomplete.',
  malformed_signature: 'The signature is not 64 bytes in base64.',
  signature_mismatch: 'The signature does not hold over the receipt: it was changed, or another key signed it.',
  outside_validity: 'The key did not sign at the time at which the receipt says that it was issued.',
  digest_mismatch: 'sha256 is not the digest of the receipt.',
  content_mismatch: 'The content is not what was received: its digest is not contentSha256.',
} as const;
export type ReceiptFault = keyof typeof receiptFaults;

/** Null for a receipt that proves what it says; otherwise the first thing that is wrong. Needs no database. */
export function checkReceipt(signed: ReceiptToCheck, keys: readonly PublishedKey[]): ReceiptFault | null {
  const { receipt, signature, keyId, sha256, content } = signed;
  const key = keys.find(({ kid }) => kid === keyId);
  if (!key) return 'unknown_key';
  const bytes = /^[A-Za-z0-9+/]{86}==$/.test(signature) ? Buffer.from(signature, 'base64') : null;
  if (!bytes) return 'malformed_signature';
  const text = canonicalJson(receipt);
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' });
  if (!verify(null, Buffer.from(text, 'utf8'), publicKey, bytes)) return 'signature_mismatch';
  const issuedAt = Date.parse(String(receipt['issuedAt']));
  const until = key.validUntil === null ? Infinity : Date.parse(key.validUntil);
  if (!(issuedAt >= Date.parse(key.validFrom) && issuedAt <= until)) return 'outside_validity';
  if (sha256 !== undefined && sha256Hex(text) !== sha256) return 'digest_mismatch';
  if (content !== undefined && content !== null && sha256Hex(canonicalJson(content)) !== receipt['contentSha256'])
    return 'content_mismatch';
  return null;
}
