import { createHash, randomBytes } from 'node:crypto';

/** What the database keeps. 256 random bits need no salt and no slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** A one-time secret for a refresh or a letter: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
