import type { Tx } from '#database';
import { NATIONAL_REGION } from '#directory';
import type { Caller, OrganizationKind, Scope } from '#identity';
import { noticeConditions, type NoticeFilter, type NoticeReader } from '#notices';
import type { DataSource } from 'typeorm';

/** A count stops here: who has more than a thousand waiting needs no exact figure, and no query that counts them. */
export const countedUpTo = 1_000;

/** For whom is counted: a caller, or a member to whom a summary is written. */
export type WaitedFor = Pick<Caller, 'organizationId' | 'organizationKind' | 'responsibleMemberId' | 'scopes'>;

interface Asking {
  caller: WaitedFor;
  now: Date;
  /** The organization that reads every region's escalations. */
  national: string | null;
  bind: (value: unknown) => string;
}

/** Something that waits for an organization: which list shows it, and the same as a query without its columns. */
interface Waiting {
  key: string;
  scope: Scope;
  list: string;
  from: (asking: Asking) => string;
}

const notices =
  (side: NoticeReader['side'], filter: NoticeFilter) =>
  ({ caller, now, bind }: Asking): string => {
    const own = filter.assignee === 'me' ? { ...filter, assignee: caller.responsibleMemberId } : filter;
    const reader = { side, organizationId: caller.organizationId };
    return `notices n where ${noticeConditions(reader, own, now, bind).join(' and ')}`;
  };

const inbox = (key: string, list: string, filter: NoticeFilter): Waiting => ({
  key,
  scope: 'notices:read',
  list: `/v1/notices?${list}`,
  from: notices('platform', filter),
});

const counterNotices =
  (column: 'platform_organization_id' | 'complainant_organization_id', state: 'received' | 'forwarded') =>
  ({ caller, bind }: Asking): string =>
    `counter_notices c where c.${column} = ${bind(caller.organizationId)} and c.state = '${state}'`;

const escalations = ({ caller, national, bind }: Asking): string =>
  caller.organizationId === national
    ? 'escalations e where true'
    : `escalations e where e.regulator_organization_id = ${bind(caller.organizationId)}`;

const platform: Waiting[] = [
  inbox('unacknowledged', 'state=served', { states: ['served'] }),
  inbox('undecided', 'state=served,acknowledged', { states: ['served', 'acknowledged'] }),
  inbox('dueSoon', 'deadline=due_soon', { deadline: 'due_soon' }),
  inbox('overdue', 'deadline=breached', { deadline: 'breached' }),
  inbox('assignedToMe', 'assignee=me&state=served,acknowledged', {
    assignee: 'me',
    states: ['served', 'acknowledged'],
  }),
  inbox('restoreDue', 'itemState=restore_due', { itemState: 'restore_due' }),
  {
    key: 'counterToForward',
    scope: 'notices:read',
    list: '/v1/counter-notices?state=received',
    from: counterNotices('platform_organization_id', 'received'),
  },
  inbox('supplementAnswered', 'supplement=answered', { supplement: 'answered' }),
];

const complainant: Waiting[] = [
  {
    key: 'deficient',
    scope: 'complaints:read',
    list: '/v1/complaints?state=deficient',
    from: ({ caller, bind }) =>
      `complaints c where c.organization_id = ${bind(caller.organizationId)} and c.state = 'deficient'`,
  },
  {
    key: 'supplementRequested',
    scope: 'notices:read',
    list: '/v1/notices?supplement=requested',
    from: notices('complainant', { supplement: 'requested' }),
  },
  {
    key: 'counterNotices',
    scope: 'notices:read',
    list: '/v1/counter-notices?state=forwarded',
    from: counterNotices('complainant_organization_id', 'forwarded'),
  },
  {
    key: 'dueSoon',
    scope: 'notices:read',
    list: '/v1/notices?deadline=own_due_soon&sort=due',
    from: notices('complainant', { deadline: 'own_due_soon' }),
  },
  {
    key: 'unrouted',
    scope: 'complaints:read',
    list: '/v1/complaints?outcome=unrouted',
    from: ({ caller, bind }) => `complaints c where c.organization_id = ${bind(caller.organizationId)}
      and c.id in (select t.complaint_id from targets t where t.outcome = 'unrouted')`,
  },
];

const waitingFor: Record<OrganizationKind, readonly Waiting[]> = {
  platform,
  rights_holder: complainant,
  agent: complainant,
  regulator: [
    {
      key: 'open',
      scope: 'escalations:read',
      list: '/v1/escalations?state=open',
      from: (asking) => `${escalations(asking)} and e.state = 'open'`,
    },
    {
      key: 'claimedByMe',
      scope: 'escalations:read',
      list: '/v1/escalations?state=claimed&claimedBy=me',
      from: (asking) =>
        `${escalations(asking)} and e.state = 'claimed' and e.claimed_by_member_id = ${asking.bind(asking.caller.responsibleMemberId)}`,
    },
    {
      key: 'overdue',
      scope: 'notices:read',
      list: '/v1/notices?deadline=breached&sort=due',
      from: notices('regulator', { deadline: 'breached' }),
    },
  ],
  operator: [
    {
      key: 'unrouted',
      scope: 'directory:manage',
      list: '/v1/unrouted-targets',
      from: () => `targets t where t.outcome = 'unrouted'`,
    },
  ],
};

export const workbenchKeys: readonly string[] = Object.values(waitingFor).flatMap((entries) =>
  entries.map(({ key }) => key),
);

export interface WaitingCount {
  key: string;
  count: number;
  isMore: boolean;
  list: string;
}

/** What waits for the caller's organization, of what the caller may read. Two statements, each count on an index. */
export async function countWaiting(database: DataSource | Tx, caller: WaitedFor): Promise<WaitingCount[]> {
  const entries = waitingFor[caller.organizationKind].filter(({ scope }) => caller.scopes.has(scope));
  if (entries.length === 0) return [];
  const [clock] = await database.query<Array<{ now: Date; national: string | null }>>(
    `select domain_now() as now, (select regulator_organization_id from regions where code = '${NATIONAL_REGION}') as national`,
  );
  const values: unknown[] = [];
  const asking: Asking = { ...clock!, caller, bind: (value) => `$${values.push(value)}` };
  const counts = entries.map(
    ({ from }, place) =>
      `select ${place} as place, count(*)::int as count from (select 1 from ${from(asking)} limit ${countedUpTo + 1}) q`,
  );
  const rows = await database.query<Array<{ place: number; count: number }>>(counts.join(' union all '), values);
  const countOf = new Map(rows.map(({ place, count }) => [place, count]));
  return entries.map(({ key, list }, place) => {
    const count = countOf.get(place)!;
    return { key, count: Math.min(count, countedUpTo), isMore: count > countedUpTo, list };
  });
}
