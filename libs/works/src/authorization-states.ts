import type { Tx } from '#database';
import { groupBy, isUuid, unique } from '#kernel';
import { categoryFamily } from './domain/category-family.js';
import {
  type AuthorizationFacts,
  judgeAuthorization,
  type Judgement,
  type Reliance,
} from './domain/judge-authorization.js';
import { keysOf, type WorkKeys } from './domain/same-work.js';

/** One thing that an agent relies on an authorization for. */
export interface AuthorizationCheck extends Omit<Reliance, 'agentOrganizationId' | 'work'> {
  authorizationId: string;
  /** As the complaint names it. A vault id alone proves nothing: the vault may have been rewritten since. */
  work: Reliance['work'] & { workId?: string | null };
}

/**
 * What authorizations were worth to this agent at an instant, in the order of the checks (domain.md §2.6). One of
 * another agent is `unknown`. Two statements whatever the number of checks, none where there are none.
 */
export async function authorizationStates(
  tx: Tx,
  at: Date,
  agentOrganizationId: string,
  checks: readonly AuthorizationCheck[],
): Promise<Judgement[]> {
  const chains = await readChains(
    tx,
    agentOrganizationId,
    unique(checks.map((check) => check.authorizationId).filter(isUuid)),
  );
  const links = [...chains.values()].flat();
  const listed = await readListedWorks(
    tx,
    unique(links.filter((link) => !link.coversCatalogue).map(({ id }) => id)),
    checks,
  );
  for (const link of links) link.works = listed.get(link.id) ?? [];
  return checks.map(({ authorizationId, ...reliance }) =>
    judgeAuthorization(chains.get(authorizationId.toLowerCase()) ?? [], { ...reliance, agentOrganizationId }, at),
  );
}

interface Link extends AuthorizationFacts {
  root: string;
  id: string;
  works: WorkKeys[];
}

/** Each authorization of the agent with those that it rests on, nearest first. A parent was there before: no circles. */
async function readChains(tx: Tx, agent: string, authorizationIds: string[]): Promise<Map<string, Link[]>> {
  if (authorizationIds.length === 0) return new Map();
  const rows = await tx.query<Link[]>(
    `with recursive chain as (
       select id as root, id, parent_authorization_id as parent, 0 as depth from authorizations
       where id = any($1) and agent_organization_id = $2
       union all
       select c.root, a.id, a.parent_authorization_id, c.depth + 1
       from chain c join authorizations a on a.id = c.parent
     )
     select c.root, a.id, a.agent_organization_id as "agentOrganizationId", a.owner_name as "ownerName",
       a.covers_catalogue as "coversCatalogue", a.title_patterns as "titlePatterns", a.rights, a.territories,
       a.valid_from::text as "validFrom", a.valid_until::text as "validUntil", a.allows_sublicence as "allowsSublicence",
       a.state, a.state_since as "stateSince", a.approved_at as "approvedAt", a.filed_at as "filedAt"
     from chain c join authorizations a on a.id = c.id order by c.root, c.depth`,
    [authorizationIds, agent],
  );
  return groupBy(rows, ({ root }) => root);
}

/** Of the works that these authorizations list, those that could be meant: a catalogue of thousands is not carried here. */
async function readListedWorks(
  tx: Tx,
  authorizationIds: string[],
  checks: readonly AuthorizationCheck[],
): Promise<Map<string, WorkKeys[]>> {
  if (authorizationIds.length === 0) return new Map();
  const keys = checks.map(({ work }) => keysOf(work));
  const rows = await tx.query<Array<Omit<WorkKeys, 'family'> & { authorizationId: string; category: string }>>(
    `select authorization_id as "authorizationId", normalised_title as "normalisedTitle", category,
       registration_number as "registrationNumber", identifier_keys as "identifierKeys"
     from authorization_works
     where authorization_id = any($1)
       and (normalised_title = any($2) or registration_number = any($3) or identifier_keys && $4)`,
    [
      authorizationIds,
      unique(keys.map((key) => key.normalisedTitle)),
      unique(keys.flatMap((key) => key.registrationNumber ?? [])),
      unique(keys.flatMap((key) => key.identifierKeys)),
    ],
  );
  const works = rows.map((row) => ({ ...row, family: categoryFamily(row.category) }));
  return groupBy(works, ({ authorizationId }) => authorizationId);
}
