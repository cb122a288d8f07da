import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import { normaliseEmail } from './domain/normalise.js';
import { isPasswordRight } from './passwords.js';
import type { SignInLimits } from './sign-in-limits.js';

/**
 * The member that e-mail and password name. Unknown address, wrong password, no password yet and disabled member are
 * one answer of one duration. Not inside a transaction: hashing would hold its connection.
 * @throws Problem `bad_credentials`, `rate_limited`
 */
export async function verifyCredentials(
  database: DataSource | Tx,
  limits: SignInLimits,
  input: { email: string; password: string; address: string },
): Promise<string> {
  const email = normaliseEmail(input.email);
  const attempt = await limits.countSignIn(input.address, email);
  const [member] = await database.query<Array<{ id: string; password_hash: string | null }>>(
    'select id, password_hash from members where email = $1 and disabled_at is null',
    [email],
  );
  const isRight = await isPasswordRight(member?.password_hash ?? null, input.password);
  if (!member || !isRight) throw new Problem('bad_credentials');
  await attempt.succeeded();
  return member.id;
}
