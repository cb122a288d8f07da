import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { Locale } from './domain/letter.js';
import type { Role } from './domain/scopes.js';

export interface MemberRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  is_email_confirmed: boolean;
  is_disabled: boolean;
  has_totp: boolean;
  created_at: Date;
}

const columns = `id, email, name, role, locale, email_confirmed_at is not null as is_email_confirmed,
  disabled_at is not null as is_disabled, totp_confirmed_at is not null as has_totp, created_at`;

/** The members of an organization, oldest first, `after` an id; at most `limit`. */
export function membersOf(
  database: DataSource,
  organizationId: string,
  after: string | null,
  limit: number,
): Promise<MemberRow[]> {
  return database.query<MemberRow[]>(
    `select ${columns} from members
     where organization_id = $1 and removed_at is null and ($2::uuid is null or id > $2) order by id limit $3`,
    [organizationId, after, limit],
  );
}

/** One member that has not been removed. */
export async function memberById(database: DataSource | Tx, memberId: string): Promise<MemberRow | null> {
  const [row] = await database.query<MemberRow[]>(
    `select ${columns} from members where id = $1 and removed_at is null`,
    [memberId],
  );
  return row ?? null;
}
