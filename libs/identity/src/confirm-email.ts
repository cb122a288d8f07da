import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { IdentityLetter } from './domain/letter.js';
import { letterWithToken, useMailToken } from './mail-tokens.js';

/** @throws Problem `validation_failed` where the token does not open */
export async function confirmEmail(tx: Tx, now: Date, token: string): Promise<void> {
  const memberId = await useMailToken(tx, token, 'confirm_email');
  await tx.query('update members set email_confirmed_at = coalesce(email_confirmed_at, $2) where id = $1', [
    memberId,
    now,
  ]);
}

/**
 * A new letter with a new link; the older link is void.
 * @throws Problem `wrong_state` where the address is confirmed
 */
export async function resendConfirmation(tx: Tx, memberId: string): Promise<IdentityLetter> {
  const [member] = await tx.query<Array<{ is_confirmed: boolean }>>(
    'select email_confirmed_at is not null as is_confirmed from members where id = $1 for update',
    [memberId],
  );
  if (member!.is_confirmed) throw new Problem('wrong_state', { detail: 'This address is already confirmed.' });
  return letterWithToken(tx, memberId, 'confirm_email');
}
