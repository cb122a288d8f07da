import type { Tx } from '#database';
import { useMailToken } from './mail-tokens.js';
import { endSessionsOfMember } from './sessions.js';

/**
 * Sets the password by the token of a letter. The letter having arrived, the address is confirmed; sessions that were
 * opened with an older password end.
 * @throws Problem `validation_failed` where the token does not open
 */
export async function setPassword(tx: Tx, now: Date, input: { token: string; passwordHash: string }): Promise<void> {
  const memberId = await useMailToken(tx, input.token, 'set_password');
  await tx.query(
    'update members set password_hash = $2, email_confirmed_at = coalesce(email_confirmed_at, $3) where id = $1',
    [memberId, input.passwordHash, now],
  );
  await endSessionsOfMember(tx, memberId, 'password_set', new Date());
}
