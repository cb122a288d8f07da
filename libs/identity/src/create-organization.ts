import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Profile } from './domain/profile.js';
import type { OrganizationKind } from './domain/scopes.js';

export interface NewOrganization {
  kind: OrganizationKind;
  name: string;
  /** Code of the region that a regulator or a platform's organization belongs to. */
  regionCode?: string | null;
  profile?: Profile;
}

/** Makes an organization without members; returns its id. */
export async function createOrganization(tx: Tx, now: Date, organization: NewOrganization): Promise<string> {
  const id = newId();
  await tx.query(
    'insert into organizations (id, kind, name, region_code, profile, created_at) values ($1, $2, $3, $4, $5, $6)',
    [id, organization.kind, organization.name, organization.regionCode ?? null, organization.profile ?? {}, now],
  );
  return id;
}
