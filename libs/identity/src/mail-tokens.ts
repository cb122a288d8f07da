import type { Tx } from '#database';
import { addMilliseconds, instant, Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import type { IdentityLetter, Locale } from './domain/letter.js';
import { hashOfSecret, newSecret } from './domain/secrets.js';
import { mailTokenSeconds } from './domain/sign-in-rules.js';

export type MailTokenPurpose = keyof typeof mailTokenSeconds;

/**
 * Mints the token of a letter to a member and returns that letter; tokens that the member was sent before for the same
 * purpose are void from then on. Real time, not the domain's.
 */
export async function letterWithToken(tx: Tx, memberId: string, purpose: MailTokenPurpose): Promise<IdentityLetter> {
  const token = newSecret();
  const at = new Date();
  const expiresAt = addMilliseconds(at, mailTokenSeconds[purpose] * 1000);
  const [member] = await tx.query<Array<{ email: string; name: string; locale: Locale; organization_id: string }>>(
    `with voided as (
       update mail_tokens set used_at = $5 where member_id = $2 and purpose = $3 and used_at is null
     ), minted as (
       insert into mail_tokens (token_hash, member_id, purpose, expires_at) values ($1, $2, $3, $4)
     )
     select email, name, locale, organization_id from members where id = $2`,
    [hashOfSecret(token), memberId, purpose, expiresAt, at],
  );
  return {
    template: purpose,
    organizationId: member!.organization_id,
    recipient: member!.email,
    locale: member!.locale,
    data: { name: member!.name, token, expiresAt: instant(expiresAt) },
  };
}

/**
 * Asked before a password is hashed, so that a made-up token costs nothing.
 * @throws Problem `validation_failed`
 */
export async function requireOpenMailToken(
  database: Tx | DataSource,
  token: string,
  purpose: MailTokenPurpose,
): Promise<void> {
  const rows = await database.query<unknown[]>(
    'select 1 from mail_tokens where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3',
    [hashOfSecret(token), purpose, new Date()],
  );
  if (rows.length === 0) throw notValid();
}

/**
 * Uses up a token from a letter and returns the member it was sent to.
 * @throws Problem `validation_failed` where it is unknown, used, void or too old
 */
export async function useMailToken(tx: Tx, token: string, purpose: MailTokenPurpose): Promise<string> {
  const [rows] = await tx.query<[Array<{ member_id: string }>, number]>(
    `update mail_tokens t set used_at = $3 from members m
     where t.token_hash = $1 and t.purpose = $2 and t.used_at is null and t.expires_at > $3
       and m.id = t.member_id and m.disabled_at is null
     returning t.member_id`,
    [hashOfSecret(token), purpose, new Date()],
  );
  if (!rows[0]) throw notValid();
  return rows[0].member_id;
}

function notValid(): Problem {
  const detail = 'This link was used, replaced by a newer one, or is too old. Ask for another.';
  return new Problem('validation_failed', { errors: [{ pointer: '#/token', code: 'token_not_valid', detail }] });
}
