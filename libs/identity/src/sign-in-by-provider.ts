import type { Tx } from '#database';
import { normaliseEmail } from './domain/normalise.js';

/** Whom an identity provider vouches for. */
export interface ProvidedIdentity {
  issuer: string;
  /** Who they are there, for good; an address can change hands. */
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
}

/**
 * The active member that a provider's word stands for; nobody becomes one by it. At first the verified address decides
 * and the subject is remembered; from then on the subject alone counts. An address that somebody registered with a
 * password and never confirmed is not theirs: its real owner must not be led into a stranger's account.
 */
export async function memberOfProvider(
  tx: Tx,
  now: Date,
  { issuer, subject, email, isEmailVerified }: ProvidedIdentity,
): Promise<string | null> {
  const [known] = await tx.query<Array<{ id: string; is_disabled: boolean }>>(
    `select id, disabled_at is not null as is_disabled from members where oidc_issuer = $1 and oidc_subject = $2`,
    [issuer, subject],
  );
  if (known) return known.is_disabled ? null : known.id;
  if (email === null || !isEmailVerified) return null;
  const [rows] = await tx.query<[Array<{ id: string }>, number]>(
    `update members set oidc_issuer = $2, oidc_subject = $3, email_confirmed_at = coalesce(email_confirmed_at, $4)
     where email = $1 and oidc_subject is null and disabled_at is null
       and (email_confirmed_at is not null or password_hash is null)
     returning id`,
    [normaliseEmail(email), issuer, subject, now],
  );
  return rows[0]?.id ?? null;
}
