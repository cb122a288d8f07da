import type { Tx } from '#database';
import type { Profile } from './domain/profile.js';

/** Null empties a field of the profile; what is not named stays. */
export interface OrganizationChange {
  name?: string;
  profile?: { [F in keyof Profile]: string | null };
}

/** Changes an organization's own name and profile. */
export async function amendOrganization(tx: Tx, organizationId: string, change: OrganizationChange): Promise<void> {
  await tx.query(
    `update organizations set name = coalesce($2, name), profile = jsonb_strip_nulls(profile || $3::jsonb) where id = $1`,
    [organizationId, change.name ?? null, JSON.stringify(change.profile ?? {})],
  );
}
