import type { DataSource } from 'typeorm';
import type { Caller } from './domain/caller.js';
import type { OrganizationKind, Role, Scope } from './domain/scopes.js';
import { scopesOf } from './domain/scopes.js';
import { hashOfSecret } from './domain/secrets.js';

interface SessionRow {
  session_id: string;
  last_seen_at: Date;
  member_id: string;
  role: Role;
  is_email_confirmed: boolean;
  organization_id: string;
  kind: OrganizationKind;
  region_code: string | null;
}

const openSessions = `select s.id as session_id, s.last_seen_at, m.id as member_id, m.role,
    m.email_confirmed_at is not null as is_email_confirmed, o.id as organization_id, o.kind, o.region_code
  from sessions s join members m on m.id = s.member_id join organizations o on o.id = m.organization_id
  where s.ended_at is null and s.expires_at > $2 and m.disabled_at is null`;

/** The signed-in member behind a session, as of now; null where the session ended or the member may not enter. */
export async function callerOfSession(database: DataSource, sessionId: string, at: Date): Promise<Caller | null> {
  const [row] = await database.query<SessionRow[]>(`${openSessions} and s.id = $1`, [sessionId, at]);
  return row ? callerOf(row) : null;
}

/** The same for the secret in a browser's cookie, and when that browser was last noted. */
export async function callerOfBrowser(
  database: DataSource,
  secret: string,
  at: Date,
): Promise<{ caller: Caller; lastSeenAt: Date } | null> {
  const [row] = await database.query<SessionRow[]>(`${openSessions} and s.secret_hash = $1`, [
    hashOfSecret(secret),
    at,
  ]);
  return row ? { caller: callerOf(row), lastSeenAt: row.last_seen_at } : null;
}

function callerOf(row: SessionRow): Caller {
  return {
    organizationId: row.organization_id,
    organizationKind: row.kind,
    regionCode: row.region_code,
    memberId: row.member_id,
    responsibleMemberId: row.member_id,
    role: row.role,
    apiKeyId: null,
    sessionId: row.session_id,
    scopes: new Set(scopesOf(row.kind, row.role)),
    isEmailConfirmed: row.is_email_confirmed,
  };
}

interface KeyRow {
  id: string;
  created_by: string;
  scopes: Scope[];
  allowed_cidrs: string[];
  is_usable: boolean;
  is_email_confirmed: boolean;
  organization_id: string;
  kind: OrganizationKind;
  region_code: string | null;
}

export interface KeyHolder {
  caller: Caller;
  /** False once expired or revoked. */
  isUsable: boolean;
  allowedCidrs: string[];
}

/**
 * The organization behind an API key; null where there is no such key. The key outlives its maker's membership, but
 * what the maker never confirmed it has not confirmed either.
 */
export async function holderOfKey(database: DataSource, keyHash: string, at: Date): Promise<KeyHolder | null> {
  const [row] = await database.query<KeyRow[]>(
    `select k.id, k.created_by, k.scopes, k.allowed_cidrs,
            k.revoked_at is null and (k.expires_at is null or k.expires_at > $2) as is_usable,
            m.email_confirmed_at is not null as is_email_confirmed,
            o.id as organization_id, o.kind, o.region_code
     from api_keys k join organizations o on o.id = k.organization_id join members m on m.id = k.created_by
     where k.key_hash = $1`,
    [keyHash, at],
  );
  if (!row) return null;
  const caller: Caller = {
    organizationId: row.organization_id,
    organizationKind: row.kind,
    regionCode: row.region_code,
    memberId: null,
    responsibleMemberId: row.created_by,
    role: null,
    apiKeyId: row.id,
    sessionId: null,
    scopes: new Set(row.scopes),
    isEmailConfirmed: row.is_email_confirmed,
  };
  return { caller, isUsable: row.is_usable, allowedCidrs: row.allowed_cidrs };
}
