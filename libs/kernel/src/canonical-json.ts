import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** One text for one value (RFC 8785), so that a hash or a signature over it can be checked anywhere. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values have a canonical text');
  return text;
}

/** SHA-256 of the UTF-8 text, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
