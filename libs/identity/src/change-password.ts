import type { Tx } from '#database';
import { Problem } from '#kernel';
import { endSessionsOfMember } from './sessions.js';

export interface PasswordChange {
  memberId: string;
  /** The session in which it is changed; all others end. */
  sessionId: string | null;
  /** The one that the shown password was right for. */
  currentHash: string;
  nextHash: string;
}

/**
 * Replaces a member's password; links that would set one are void from then on.
 * @throws Problem `wrong_state` where it was replaced meanwhile
 */
export async function changePassword(tx: Tx, { memberId, sessionId, currentHash, nextHash }: PasswordChange) {
  const [rows] = await tx.query<[unknown[], number]>(
    'update members set password_hash = $3 where id = $1 and password_hash = $2 returning 1',
    [memberId, currentHash, nextHash],
  );
  if (rows.length === 0) throw new Problem('wrong_state', { detail: 'The password was changed at the same moment.' });
  const at = new Date();
  await tx.query(
    `update mail_tokens set used_at = $2 where member_id = $1 and purpose = 'set_password' and used_at is null`,
    [memberId, at],
  );
  await endSessionsOfMember(tx, memberId, 'password_set', at, sessionId);
}
