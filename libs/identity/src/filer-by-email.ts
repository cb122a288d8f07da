import type { Tx } from '#database';
import { normaliseEmail } from './domain/normalise.js';
import { type OrganizationKind, type Role, scopesOf } from './domain/scopes.js';
import type { Locale } from './domain/letter.js';

/** Somebody who files complaints, and for whom. */
export interface Filer {
  organizationId: string;
  organizationName: string;
  email: string;
  locale: Locale;
}

/** The member behind an address, where it was confirmed and they may file complaints; null for everybody else. */
export async function filerByEmail(tx: Tx, email: string): Promise<Filer | null> {
  const [row] = await tx.query<Array<Filer & { kind: OrganizationKind; role: Role }>>(
    `select m.organization_id as "organizationId", o.name as "organizationName", m.email, m.locale, m.role, o.kind
     from members m join organizations o on o.id = m.organization_id
     where m.email = $1 and m.email_confirmed_at is not null and m.disabled_at is null`,
    [normaliseEmail(email)],
  );
  if (!row) return null;
  const { kind, role, ...filer } = row;
  return scopesOf(kind, role).includes('complaints:write') ? filer : null;
}
