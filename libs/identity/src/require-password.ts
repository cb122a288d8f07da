import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import { isPasswordRight } from './passwords.js';
import type { SignInLimits } from './sign-in-limits.js';

/** Whoever changes how a person signs in shows the password again: an open session alone is not the person. */
export interface ShownPassword {
  memberId: string;
  password: string;
  /** From where it comes; failures count as those of a sign-in. */
  address: string;
}

/**
 * Returns the hash that the password was right for. Not inside a transaction.
 * @throws Problem `validation_failed` with the pointer of the password, `rate_limited`
 */
export async function requirePassword(
  database: DataSource,
  limits: SignInLimits,
  { memberId, password, address }: ShownPassword,
  pointer = '#/password',
): Promise<string> {
  const [member] = await database.query<Array<{ email: string; password_hash: string | null }>>(
    'select email, password_hash from members where id = $1',
    [memberId],
  );
  const { email, password_hash: hash } = member!;
  const attempt = await limits.countSignIn(address, email);
  if (!(await isPasswordRight(hash, password))) {
    const detail = 'This is not your password.';
    throw new Problem('validation_failed', { errors: [{ pointer, code: 'wrong_password', detail }] });
  }
  await attempt.succeeded();
  return hash!;
}
