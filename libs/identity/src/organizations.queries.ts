import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { Profile } from './domain/profile.js';
import type { OrganizationKind } from './domain/scopes.js';

export interface OrganizationRow {
  id: string;
  kind: OrganizationKind;
  name: string;
  region_code: string | null;
  profile: Profile;
  created_at: Date;
}

const columns = 'id, kind, name, region_code, profile, created_at';

/** All organizations that have joined, newest first, `before` an id; at most `limit`. Stand-ins have nobody to join. */
export function organizations(
  database: DataSource,
  kind: OrganizationKind | null,
  before: string | null,
  limit: number,
): Promise<OrganizationRow[]> {
  return database.query<OrganizationRow[]>(
    `select ${columns} from organizations
     where stands_in_for is null and ($1::text is null or kind = $1) and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [kind, before, limit],
  );
}

export async function organizationById(database: DataSource | Tx, id: string): Promise<OrganizationRow | null> {
  const [row] = await database.query<OrganizationRow[]>(`select ${columns} from organizations where id = $1`, [id]);
  return row ?? null;
}

/** An organization that there is, which stays as it is until the end of the transaction. */
export async function lockOrganization(tx: Tx, id: string): Promise<OrganizationRow> {
  const [row] = await tx.query<OrganizationRow[]>(`select ${columns} from organizations where id = $1 for update`, [
    id,
  ]);
  return row!;
}
