import type { Tx } from '#database';
import { createMember } from './create-member.js';
import { createOrganization } from './create-organization.js';
import type { IdentityLetter, Locale } from './domain/letter.js';
import { normaliseEmail } from './domain/normalise.js';
import { letterWithToken } from './mail-tokens.js';

export interface Registration {
  kind: 'rights_holder' | 'agent';
  organizationName: string;
  name: string;
  email: string;
  /** Hashed before the transaction, and also where the address is taken: both ways take the same time. */
  passwordHash: string;
  locale: Locale;
}

/**
 * A new organization with its first owner, who must confirm the address. Where the address is taken nothing is made and
 * its holder is told by letter: whoever asked learns nothing.
 */
export async function register(tx: Tx, now: Date, registration: Registration): Promise<IdentityLetter> {
  const email = normaliseEmail(registration.email);
  // two registrations of one address at the same instant: the second waits and finds the first
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('registration ' || $1, 0))`, [email]);
  const taken = await letterToHolder(tx, email);
  if (taken) return taken;
  const organizationId = await createOrganization(tx, now, {
    kind: registration.kind,
    name: registration.organizationName,
  });
  const memberId = await createMember(tx, now, {
    organizationId,
    email,
    name: registration.name,
    role: 'owner',
    locale: registration.locale,
    passwordHash: registration.passwordHash,
    isEmailConfirmed: false,
  });
  return letterWithToken(tx, memberId, 'confirm_email');
}

async function letterToHolder(tx: Tx, email: string): Promise<IdentityLetter | null> {
  const [holder] = await tx.query<Array<{ name: string; locale: Locale; organization_id: string }>>(
    'select name, locale, organization_id from members where email = $1',
    [email],
  );
  if (!holder) return null;
  return {
    template: 'already_registered',
    organizationId: holder.organization_id,
    recipient: email,
    locale: holder.locale,
    data: { name: holder.name },
  };
}
