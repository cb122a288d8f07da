import type { DataSource } from 'typeorm';
import type { OrganizationKind } from './domain/scopes.js';

export interface DemoPersonRow {
  email: string;
  name: string;
  organization_name: string;
  organization_kind: OrganizationKind;
}

/** Those of the named addresses that can sign in. By exact address: in a sandbox anyone may register under its domain. */
export function demoPeopleAmong(database: DataSource, emails: readonly string[]): Promise<DemoPersonRow[]> {
  return database.query<DemoPersonRow[]>(
    `select m.email, m.name, o.name as organization_name, o.kind as organization_kind
     from members m join organizations o on o.id = m.organization_id
     where m.email = any($1) and m.disabled_at is null and m.password_hash is not null
     order by array_position($1, m.email)`,
    [emails],
  );
}
