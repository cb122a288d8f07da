import type { Tx } from '#database';
import { Problem } from '#kernel';
import { hashOfRecoveryCode, newRecoveryCodes } from './domain/recovery-codes.js';
import { refusedCode } from './domain/refused-code.js';
import { spendCode } from './second-factor.js';

/**
 * Turns the second factor on by the first code of the device; returns the recovery codes, which nobody sees again.
 * @throws Problem `wrong_state` where none was begun or it is on, `validation_failed`
 */
export async function confirmTotp(
  tx: Tx,
  sealingKey: Buffer,
  memberId: string,
  code: string,
  at: Date,
): Promise<string[]> {
  const [member] = await tx.query<Array<{ totp_secret: string }>>(
    `select totp_secret from members
     where id = $1 and totp_secret is not null and totp_confirmed_at is null for no key update`,
    [memberId],
  );
  if (!member) throw new Problem('wrong_state', { detail: 'No second factor waits for its first code.' });
  const holder = { memberId, sealedSecret: member.totp_secret };
  if (!(await spendCode(tx, sealingKey, holder, code, at))) throw refusedCode();
  const codes = newRecoveryCodes();
  await tx.query('update members set totp_confirmed_at = $2 where id = $1', [memberId, at]);
  await tx.query('insert into recovery_codes (member_id, code_hash) select $1, unnest($2::text[])', [
    memberId,
    codes.map(hashOfRecoveryCode),
  ]);
  return codes;
}
