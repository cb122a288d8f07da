import { createHmac, timingSafeEqual } from 'node:crypto';
import { type MailKind, mailKinds } from '#identity';
import { isUuid } from '#kernel';

/**
 * What a letter's link to the choice of mail carries: the member, the kind, and a seal over both. It opens nothing but
 * this choice, so it needs no end and no row.
 * @param key 32 bytes, of the installation
 */
export function choicesToken(key: Buffer, memberId: string, kind: MailKind): string {
  return `${memberId}.${kind}.${sealOf(key, memberId, kind)}`;
}

/** Null for whatever we did not make. */
export function readChoicesToken(key: Buffer, token: string): { memberId: string; kind: MailKind } | null {
  const [memberId = '', name = '', seal = '', ...rest] = token.split('.');
  const kind = mailKinds.find((one) => one === name);
  if (rest.length > 0 || !kind || !isUuid(memberId)) return null;
  const expected = Buffer.from(sealOf(key, memberId, kind));
  const given = Buffer.from(seal);
  return given.length === expected.length && timingSafeEqual(given, expected) ? { memberId, kind } : null;
}

function sealOf(key: Buffer, memberId: string, kind: MailKind): string {
  return createHmac('sha256', key).update(`${memberId}.${kind}`).digest('base64url');
}
