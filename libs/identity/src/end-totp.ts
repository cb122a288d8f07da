import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { Caller } from './domain/caller.js';
import { refusedCode } from './domain/refused-code.js';
import { spendCode } from './second-factor.js';

/**
 * Turns a member's own second factor off, by a code of the device or a recovery code.
 * @throws Problem `wrong_state` where none is on, `validation_failed`
 */
export async function endTotp(tx: Tx, sealingKey: Buffer, memberId: string, code: string, at: Date): Promise<void> {
  const [member] = await tx.query<Array<{ totp_secret: string }>>(
    'select totp_secret from members where id = $1 and totp_confirmed_at is not null for no key update',
    [memberId],
  );
  if (!member) throw new Problem('wrong_state', { detail: 'No second factor is on.' });
  const holder = { memberId, sealedSecret: member.totp_secret };
  if (!(await spendCode(tx, sealingKey, holder, code, at))) throw refusedCode();
  await forgetTotp(tx, memberId);
}

/**
 * An owner lets in a member of their organization who lost device and recovery codes. Not themselves: that takes the
 * code, or another owner.
 * @throws Problem `not_found`, `forbidden`
 */
export async function resetTotp(
  tx: Tx,
  caller: Pick<Caller, 'organizationId' | 'memberId'>,
  memberId: string,
): Promise<void> {
  const [member] = await tx.query<unknown[]>(
    'select 1 from members where id = $1 and organization_id = $2 and removed_at is null',
    [memberId, caller.organizationId],
  );
  if (!member) throw new Problem('not_found');
  if (memberId === caller.memberId) {
    throw new Problem('forbidden', { detail: 'Your own is turned off with a code: DELETE /v1/me/totp.' });
  }
  await forgetTotp(tx, memberId);
}

export async function forgetTotp(tx: Tx, memberId: string): Promise<void> {
  await tx.query(
    `with spent as (delete from recovery_codes where member_id = $1)
     update members set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = $1`,
    [memberId],
  );
}
