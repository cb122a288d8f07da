import { Secret, TOTP } from 'otpauth';

// RFC 6238 as every authenticator app has it: SHA-1, six digits, half a minute
const settings = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** A code of the step before or after is taken too: clocks differ, and people type slowly. */
const window = 1;
const issuer = '通删 Tongshan';

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, email: string): string {
  return new TOTP({ ...settings, issuer, label: email, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step that a code belongs to; null where it is none of the three that are open at that moment. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = TOTP.validate({ ...settings, secret: Secret.fromBase32(secret), token: code, timestamp, window });
  return delta === null ? null : TOTP.counter({ period: settings.period, timestamp }) + delta;
}
