import type { Tx } from '#database';
import { newId, Problem } from '#kernel';
import type { Locale } from './domain/letter.js';
import { normaliseEmail } from './domain/normalise.js';
import type { Role } from './domain/scopes.js';
import { hashPassword } from './passwords.js';

export interface NewMember {
  organizationId: string;
  email: string;
  name: string;
  role: Role;
  locale?: Locale;
  /** Neither of both: the member sets a password by the link in a letter. Hashing takes some 50 ms. */
  password?: string;
  passwordHash?: string;
  isEmailConfirmed: boolean;
}

/**
 * Makes a member of an organization; returns its id. An address belongs to one member of the installation.
 * @throws Problem `already_exists` where the address is taken; the transaction stays usable
 */
export async function createMember(tx: Tx, now: Date, member: NewMember): Promise<string> {
  const passwordHash = member.passwordHash ?? (member.password ? await hashPassword(member.password) : null);
  const [row] = await tx.query<Array<{ id: string }>>(
    `insert into members (id, organization_id, email, name, role, locale, password_hash, email_confirmed_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (email) do nothing returning id`,
    [
      newId(),
      member.organizationId,
      normaliseEmail(member.email),
      member.name,
      member.role,
      member.locale ?? 'zh',
      passwordHash,
      member.isEmailConfirmed ? now : null,
      now,
    ],
  );
  if (!row) throw new Problem('already_exists', { detail: 'This e-mail address already has an account.' });
  return row.id;
}
