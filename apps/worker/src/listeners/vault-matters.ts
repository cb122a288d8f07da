import type { Tx } from '#database';
import type { RecordedEvent } from '#events';
import { groupBy } from '#kernel';
import { dutiesOf } from '#works';
import type { Matter } from './matter.js';

const decisions: Readonly<Record<string, { zh: string; en: string }>> = {
  'authorization.approved': { zh: '已核准', en: 'approved' },
  'authorization.rejected': { zh: '未获核准', en: 'rejected' },
  'authorization.frozen': { zh: '已冻结', en: 'frozen' },
  'authorization.revoked': { zh: '已撤销', en: 'revoked' },
};

/** What letters say of authorizations and warning lists, by event. At most two statements. */
export async function readVaultMatters(
  tx: Tx,
  byKind: ReadonlyMap<string, readonly RecordedEvent[]>,
): Promise<Array<[eventId: string, Matter]>> {
  const aboutAuthorizations = byKind.get('authorization') ?? [];
  const aboutLists = byKind.get('warning_list') ?? [];
  const [authorizations, lists] = [await readAuthorizations(tx, aboutAuthorizations), await readLists(tx, aboutLists)];
  return [
    ...aboutAuthorizations.flatMap((event): Array<[string, Matter]> => {
      const row = authorizations.get(event.matterId);
      return row ? [[event.id, authorizationMatter(event, row)]] : [];
    }),
    ...aboutLists.flatMap((event): Array<[string, Matter]> => {
      const row = lists.get(event.matterId);
      return row ? [[event.id, listMatter(row)]] : [];
    }),
  ];
}

interface AuthorizationFacts {
  id: string;
  agent: string;
  agentName: string;
  ownerName: string;
  validUntil: string | null;
  reason: string | null;
}

function authorizationMatter({ type, data }: RecordedEvent, row: AuthorizationFacts): Matter {
  const { id, agent, agentName, ownerName, validUntil, reason } = row;
  const daysLeft = Number(data['daysLeft'] ?? 0);
  return {
    path: `/vault/authorizations/${id}`,
    number: id,
    title: ownerName,
    complainantOrganizationId: agent,
    othersReadAs: 'owner',
    authorization: { agentName, ownerName, validUntil, decision: decisions[type], reason, daysLeft },
  };
}

async function readAuthorizations(tx: Tx, events: readonly RecordedEvent[]): Promise<Map<string, AuthorizationFacts>> {
  if (events.length === 0) return new Map();
  const rows = await tx.query<AuthorizationFacts[]>(
    `select a.id, a.agent_organization_id as agent, o.name as "agentName", a.owner_name as "ownerName",
       a.valid_until::text as "validUntil", a.state_reason as reason
     from authorizations a join organizations o on o.id = a.agent_organization_id where a.id = any($1)`,
    [events.map(({ matterId }) => matterId)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

interface ListFacts {
  id: string;
  year: number;
  batch: number;
  title: string;
  count: number;
}

function listMatter({ id, year, batch, title, count }: ListFacts): Matter {
  return {
    path: `/vault/warning-lists/${id}`,
    number: `${year}-${batch}`,
    title,
    complainantOrganizationId: null,
    othersReadAs: 'platform',
    warningList: { batch: { zh: `${year} 年第 ${batch} 批`, en: `batch ${batch} of ${year}` }, count },
  };
}

async function readLists(tx: Tx, events: readonly RecordedEvent[]): Promise<Map<string, ListFacts>> {
  if (events.length === 0) return new Map();
  const rows = await tx.query<ListFacts[]>(
    'select id, year, batch, title, work_count as count from warning_lists where id = any($1)',
    [events.map(({ matterId }) => matterId)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What warning lists ask of the platforms of each organization that is told of one. One statement, none without a list. */
export async function dutiesByOrganization(
  tx: Tx,
  events: readonly RecordedEvent[],
): Promise<Map<string, Array<{ zh: string; en: string }>>> {
  const told = events.filter(({ matterKind }) => matterKind === 'warning_list').flatMap(({ audience }) => audience);
  if (told.length === 0) return new Map();
  const rows = await tx.query<Array<{ organizationId: string; serviceType: string }>>(
    `select distinct organization_id as "organizationId", service_type as "serviceType" from platforms
     where organization_id = any($1) and joined_at is not null`,
    [told],
  );
  const byOrganization = groupBy(rows, ({ organizationId }) => organizationId);
  return new Map(
    [...byOrganization].map(([organizationId, own]) => [
      organizationId,
      dutiesOf(own.map(({ serviceType }) => serviceType)).map(({ detail }) => detail),
    ]),
  );
}
