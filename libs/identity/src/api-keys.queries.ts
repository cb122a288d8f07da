import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { KeyMode } from './domain/api-key-text.js';
import type { Scope } from './domain/scopes.js';

/** A key as lists show it: everything but the key. */
export interface ApiKeyRow {
  id: string;
  organization_id: string;
  name: string;
  prefix: string;
  mode: KeyMode;
  scopes: Scope[];
  allowed_cidrs: string[];
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
  replaced_by: string | null;
}

const columns = `id, organization_id, name, prefix, mode, scopes, allowed_cidrs, created_by, created_at, expires_at, last_used_at,
  revoked_at, replaced_by`;

/** The keys of an organization, newest first, ended ones too; at most `limit`. */
export function apiKeysOf(
  database: DataSource,
  organizationId: string,
  before: string | null,
  limit: number,
): Promise<ApiKeyRow[]> {
  return database.query<ApiKeyRow[]>(
    `select ${columns} from api_keys
     where organization_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [organizationId, before, limit],
  );
}

export async function apiKeyById(database: DataSource | Tx, id: string): Promise<ApiKeyRow | null> {
  const [row] = await database.query<ApiKeyRow[]>(`select ${columns} from api_keys where id = $1`, [id]);
  return row ?? null;
}
