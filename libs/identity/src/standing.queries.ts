import type { DataSource } from 'typeorm';
import { type OrganizationKind, type Role, type Scope, scopesOf } from './domain/scopes.js';

/**
 * Of these sessions and keys the ones that still open the door, each with what it may do now. For connections that
 * outlive the request that was let in. One statement.
 */
export async function standingOf(
  database: DataSource,
  { sessionIds, apiKeyIds }: { sessionIds: readonly string[]; apiKeyIds: readonly string[] },
  at: Date,
): Promise<Map<string, ReadonlySet<Scope>>> {
  type Row = { id: string; kind: OrganizationKind; role: Role; scopes: Scope[] | null };
  const rows = await database.query<Row[]>(
    `select s.id, o.kind, m.role, null::text[] as scopes
     from sessions s join members m on m.id = s.member_id join organizations o on o.id = m.organization_id
     where s.id = any($1) and s.ended_at is null and s.expires_at > $3 and m.disabled_at is null
     union all
     select k.id, null, null, k.scopes from api_keys k
     where k.id = any($2) and k.revoked_at is null and (k.expires_at is null or k.expires_at > $3)`,
    [sessionIds, apiKeyIds, at],
  );
  return new Map(rows.map(({ id, kind, role, scopes }) => [id, new Set(scopes ?? scopesOf(kind, role))]));
}
