import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { type FieldError, newId, Problem, unique } from '#kernel';
import { type AuthorizationDraft, authorizationFaults } from './domain/authorization-draft.js';
import { isSameName } from './domain/judge-authorization.js';
import { linkDocuments, requireOwnDocuments } from './link-documents.js';
import { vaultWorks } from './works.queries.js';

/** More links than this between an owner and an agent are a reason to ask the owner. */
const longestChain = 5;

/**
 * An agent puts an authorization on record; it may file under it at once, unverified, until an operator has decided. The
 * owner and the grantor that have an account here are told. 422 with pointers where something does not fit.
 */
export async function fileAuthorization(tx: Tx, now: Date, caller: Caller, draft: AuthorizationDraft): Promise<string> {
  const { organizationId } = caller;
  const workIds = unique(draft.workIds);
  const known = await vaultWorks(tx, organizationId, workIds);
  const references = await readReferences(tx, draft);
  const errors = [
    ...authorizationFaults(draft, now),
    ...draft.workIds.flatMap((id, place) => (known.has(id) ? [] : [unknownWork(place)])),
    ...ownerFaults(draft, references, organizationId),
    ...parentFaults(draft, references, organizationId),
  ];
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  await requireOwnDocuments(tx, organizationId, draft.documents);
  const id = newId();
  await insert(tx, now, id, organizationId, references.parentAgent, draft);
  await tx.query(
    `insert into authorization_works
       (authorization_id, work_id, title, normalised_title, category, registration_number, identifier_keys)
     select $1, id, title, normalised_title, category, registration_number, identifier_keys from works where id = any($2)`,
    [id, workIds],
  );
  await linkDocuments(tx, now, organizationId, { kind: 'authorization', id }, draft.documents);
  await appendEvents(tx, now, [
    {
      matterKind: 'authorization',
      matterId: id,
      opensMatter: true,
      type: 'authorization.submitted',
      actor: actorOf(caller),
      data: {
        authorizationId: id,
        rights: unique(draft.rights),
        validFrom: draft.validFrom,
        validUntil: draft.validUntil,
      },
      audience: [organizationId, draft.owner.organizationId, references.parentAgent].filter((each) => each !== null),
    },
  ]);
  return id;
}

interface References {
  ownerKind: string | null;
  parentAgent: string | null;
  parentOwner: string | null;
  parentPasses: boolean | null;
  parentDepth: number | null;
}

async function readReferences(tx: Tx, draft: AuthorizationDraft): Promise<References> {
  const [row] = await tx.query<References[]>(
    `with recursive above as (
       select parent_authorization_id as id from authorizations where id = $2
       union all select a.parent_authorization_id from above join authorizations a on a.id = above.id
     )
     select o.kind as "ownerKind", p.agent_organization_id as "parentAgent", p.owner_name as "parentOwner",
       p.allows_sublicence and p.state in ('pending', 'approved') as "parentPasses",
       (select count(*)::int from above) as "parentDepth"
     from (select) one left join organizations o on o.id = $1 left join authorizations p on p.id = $2`,
    [draft.owner.organizationId, draft.parentAuthorizationId],
  );
  return row!;
}

function unknownWork(place: number): FieldError {
  return { pointer: `#/workIds/${place}`, code: 'unknown_work', detail: 'There is no such work in your vault.' };
}

function ownerFaults({ owner }: AuthorizationDraft, { ownerKind }: References, agent: string): FieldError[] {
  if (owner.organizationId === null) return [];
  const fault = (code: string, detail: string) => [{ pointer: '#/owner/organizationId', code, detail }];
  if (owner.organizationId === agent)
    return fault('own_organization', 'For works of your own no authorization is needed.');
  const isOwner = ownerKind === 'rights_holder' || ownerKind === 'agent';
  return isOwner ? [] : fault('unknown_owner', 'There is no rights holder or agent with this id; leave it out.');
}

/** What is not there and what passes nothing on are told alike: the parent belongs to somebody else. */
function parentFaults(draft: AuthorizationDraft, found: References, agent: string): FieldError[] {
  if (draft.parentAuthorizationId === null) return [];
  const fault = (code: string, detail: string) => [{ pointer: '#/parentAuthorizationId', code, detail }];
  if (!found.parentPasses) {
    return fault('unknown_parent', 'There is no such authorization that stands and allows sub-licences.');
  }
  if (found.parentAgent === agent)
    return fault('own_organization', 'This is an authorization of your own; file under it.');
  if (!isSameName(found.parentOwner!, draft.owner.name)) {
    return fault('other_owner', 'A sub-licence is of the same owner as the authorization that it rests on.');
  }
  return found.parentDepth! >= longestChain ? fault('chain_too_long', `At most ${longestChain} links.`) : [];
}

async function insert(tx: Tx, now: Date, id: string, agent: string, grantor: string | null, draft: AuthorizationDraft) {
  await tx.query(
    `insert into authorizations (id, agent_organization_id, owner_name, owner_organization_id, covers_catalogue,
       title_patterns, rights, territories, valid_from, valid_until, allows_sublicence, parent_authorization_id,
       grantor_organization_id, documents, state, state_since, version, filed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'pending', $15, 1, $15)`,
    [
      id,
      agent,
      draft.owner.name.trim(),
      draft.owner.organizationId,
      draft.coversCatalogue,
      unique(draft.titlePatterns.map((pattern) => pattern.trim())),
      unique(draft.rights),
      unique(draft.territories),
      draft.validFrom,
      draft.validUntil,
      draft.allowsSublicence,
      draft.parentAuthorizationId,
      grantor,
      JSON.stringify(draft.documents),
      now,
    ],
  );
}
