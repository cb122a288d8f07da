import type { Tx } from '#database';
import { unseal } from '#kernel';
import type { DataSource } from 'typeorm';
import { hashOfRecoveryCode } from './domain/recovery-codes.js';
import { stepOfCode } from './domain/totp.js';

/** A member whose sign-in takes a second factor; `sealedSecret` is what the database keeps of it. */
export interface TotpHolder {
  memberId: string;
  sealedSecret: string;
}

/**
 * Whether a code opens, as a code of the device or a recovery code. It is spent by that: of two who bring the same one
 * at the same instant one is refused.
 */
export async function spendCode(
  database: Tx | DataSource,
  sealingKey: Buffer,
  { memberId, sealedSecret }: TotpHolder,
  code: string,
  at: Date,
): Promise<boolean> {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return spendRecoveryCode(database, memberId, code);
  const step = stepOfCode(unseal(sealingKey, memberId, sealedSecret), digits, at);
  if (step === null) return false;
  const [rows] = await database.query<[unknown[], number]>(
    `update members set totp_last_step = $2 where id = $1 and coalesce(totp_last_step, 0) < $2 returning 1`,
    [memberId, step],
  );
  return rows.length > 0;
}

async function spendRecoveryCode(database: Tx | DataSource, memberId: string, code: string): Promise<boolean> {
  const [rows] = await database.query<[unknown[], number]>(
    'delete from recovery_codes where member_id = $1 and code_hash = $2 returning 1',
    [memberId, hashOfRecoveryCode(code)],
  );
  return rows.length > 0;
}
