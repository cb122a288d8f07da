import type { Tx } from '#database';
import { Problem, seal } from '#kernel';
import { newTotpSecret, totpUri } from './domain/totp.js';

export interface PendingTotp {
  /** For typing, where a camera does not help. */
  secret: string;
  uri: string;
}

/**
 * A secret for a member's device. It waits for the first right code; until then signing in is as before, and beginning
 * again replaces it.
 * @throws Problem `wrong_state` where a second factor is on
 */
export async function beginTotp(tx: Tx, sealingKey: Buffer, memberId: string): Promise<PendingTotp> {
  const secret = newTotpSecret();
  const [rows] = await tx.query<[Array<{ email: string }>, number]>(
    `update members set totp_secret = $2, totp_last_step = null where id = $1 and totp_confirmed_at is null
     returning email`,
    [memberId, seal(sealingKey, memberId, secret)],
  );
  if (!rows[0]) throw new Problem('wrong_state', { detail: 'A second factor is on. Turn it off before changing it.' });
  return { secret, uri: totpUri(secret, rows[0].email) };
}
