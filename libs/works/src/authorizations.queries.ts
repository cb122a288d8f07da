import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { AuthorizationShownState } from './domain/authorization-acts.js';
import type { AuthorizationStoredState } from './domain/judge-authorization.js';
import type { ProofDocument } from './domain/proof-document.js';
import { shanghaiDay } from './domain/shanghai-day.js';

/** An authorization with the names that people read. */
export interface AuthorizationRow {
  id: string;
  agentOrganizationId: string;
  agentName: string;
  ownerName: string;
  ownerOrganizationId: string | null;
  grantorOrganizationId: string | null;
  coversCatalogue: boolean;
  titlePatterns: string[];
  workCount: number;
  rights: string[];
  territories: string[];
  validFrom: string;
  validUntil: string | null;
  allowsSublicence: boolean;
  parentAuthorizationId: string | null;
  documents: ProofDocument[];
  /** As stored; see `shownState`. */
  state: AuthorizationStoredState;
  stateSince: Date;
  stateReason: string | null;
  approvedAt: Date | null;
  version: number;
  filedAt: Date;
}

const columns = `a.id, a.agent_organization_id as "agentOrganizationId", o.name as "agentName",
  a.owner_name as "ownerName", a.owner_organization_id as "ownerOrganizationId",
  a.grantor_organization_id as "grantorOrganizationId", a.covers_catalogue as "coversCatalogue",
  a.title_patterns as "titlePatterns",
  (select count(*)::int from authorization_works w where w.authorization_id = a.id) as "workCount",
  a.rights, a.territories, a.valid_from::text as "validFrom", a.valid_until::text as "validUntil",
  a.allows_sublicence as "allowsSublicence", a.parent_authorization_id as "parentAuthorizationId", a.documents, a.state,
  a.state_since as "stateSince", a.state_reason as "stateReason", a.approved_at as "approvedAt", a.version,
  a.filed_at as "filedAt"`;
const authorizations = 'authorizations a join organizations o on o.id = a.agent_organization_id';

/** The operator reads every authorization, for it approves them; others read those that they are party to. */
export type AuthorizationReader = { isOperator: true } | { isOperator: false; organizationId: string };

/** Newest first, before an id; at most `limit`. The state is that of the instant: what has run out is `expired`. */
export function listAuthorizations(
  db: Tx | DataSource,
  now: Date,
  reader: AuthorizationReader,
  state: AuthorizationShownState | null,
  page: { before: string | null; limit: number },
): Promise<AuthorizationRow[]> {
  const today = shanghaiDay(now);
  const stored = state === 'expired' ? ['pending', 'approved'] : state && [state];
  const isShown = `($1::uuid is null or id < $1) and ($2::text[] is null or state = any($2))
    and ($3::text is null
      or (state in ('pending', 'approved') and coalesce(valid_until < $4::date, false)) = ($3 = 'expired'))`;
  const newest = (party: string) =>
    `(select id from authorizations where ${party} and ${isShown} order by id desc limit $5)`;
  const ids = reader.isOperator
    ? newest('true')
    : `${newest('agent_organization_id = $6')} union ${newest('owner_organization_id = $6')}
       union ${newest('grantor_organization_id = $6')}`;
  return db.query<AuthorizationRow[]>(
    `select ${columns} from ${authorizations} where a.id in (${ids}) order by a.id desc limit $5`,
    [page.before, stored, state, today, page.limit, ...(reader.isOperator ? [] : [reader.organizationId])],
  );
}

/** One authorization; null also for who is not party to it. */
export async function findAuthorization(
  db: Tx | DataSource,
  reader: AuthorizationReader,
  authorizationId: string,
): Promise<AuthorizationRow | null> {
  const [row] = await db.query<AuthorizationRow[]>(
    `select ${columns} from ${authorizations}
     where a.id = $1 and ($2::uuid is null
       or $2 in (a.agent_organization_id, a.owner_organization_id, a.grantor_organization_id))`,
    [authorizationId, reader.isOperator ? null : reader.organizationId],
  );
  return row ?? null;
}

/** A work that an authorization lists, as it was at filing. */
export interface ListedWork {
  workId: string;
  title: string;
  category: string;
  registrationNumber: string | null;
}

export function worksOfAuthorization(db: Tx | DataSource, authorizationId: string): Promise<ListedWork[]> {
  return db.query<ListedWork[]>(
    `select work_id as "workId", title, category, registration_number as "registrationNumber"
     from authorization_works where authorization_id = $1 order by work_id`,
    [authorizationId],
  );
}
