import { Secret } from 'otpauth';
import { hashOfSecret } from './secrets.js';

const howMany = 10;

/** Codes for a lost device: 80 random bits each, in groups of four that can be written down. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => new Secret({ size: 10 }).base32.match(/.{4}/g)!.join('-'));
}

/** However it was written down: without regard to case, dashes and spaces. */
export function hashOfRecoveryCode(code: string): string {
  return hashOfSecret(code.replace(/[\s-]/g, '').toUpperCase());
}
