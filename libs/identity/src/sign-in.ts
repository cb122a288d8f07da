import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import { normaliseEmail } from './domain/normalise.js';
import { isPasswordRight } from './passwords.js';
import { spendCode } from './second-factor.js';
import type { SignInLimits } from './sign-in-limits.js';

export interface Credentials {
  email: string;
  password: string;
  /** Of the member's device, or a recovery code; looked at where the member has a second factor. */
  otp?: string | undefined;
  /** From where they come. */
  address: string;
}

/**
 * The member that e-mail and password name. Unknown address, wrong password, no password yet and disabled member are
 * one answer of one duration. Not inside a transaction: hashing would hold its connection.
 * @throws Problem `bad_credentials`, `otp_required`, `bad_otp`, `rate_limited`
 */
export async function verifyCredentials(
  database: DataSource,
  limits: SignInLimits,
  sealingKey: Buffer,
  { email, password, otp, address }: Credentials,
): Promise<string> {
  const account = normaliseEmail(email);
  const attempt = await limits.countSignIn(address, account);
  const [member] = await database.query<
    Array<{ id: string; password_hash: string | null; totp_secret: string | null }>
  >(
    `select id, password_hash, case when totp_confirmed_at is not null then totp_secret end as totp_secret
     from members where email = $1 and disabled_at is null`,
    [account],
  );
  const isRight = await isPasswordRight(member?.password_hash ?? null, password);
  if (!member || !isRight) throw new Problem('bad_credentials');
  if (member.totp_secret !== null) {
    if (otp === undefined) {
      await attempt.withdrawn();
      throw new Problem('otp_required', { detail: 'Send otp: six digits from the device, or a recovery code.' });
    }
    const second = await limits.countSecondFactor(member.id);
    const holder = { memberId: member.id, sealedSecret: member.totp_secret };
    if (!(await spendCode(database, sealingKey, holder, otp, new Date()))) {
      throw new Problem('bad_otp', { detail: 'Each code opens once; wait for the next one.' });
    }
    await second.succeeded();
  }
  await attempt.succeeded();
  return member.id;
}
