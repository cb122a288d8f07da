import type { NoticeState } from './domain/aggregate-notice.js';
import type { ItemState } from './domain/item-states.js';

/** Whose list it is: a platform's inbox, a complainant's own, the matters that reached a regulator. */
export type NoticeReader = { side: 'platform' | 'complainant' | 'regulator'; organizationId: string };

/** What a list can be asked for by what items wait for. */
export const waitingItemStates = ['supplement_requested', 'contested', 'waiting', 'restore_due'] as const;
/** Within so many days a clock of the complainant's own is near. */
export const ownDueSoonDays = 3;

/** What a pasted address names: its key is the platform's own. Null where the directory knows nobody at that host. */
export interface Thing {
  platformId: string | null;
  canonicalKey: string;
}

export interface NoticeFilter {
  /** Any of these. */
  states?: readonly NoticeState[] | undefined;
  /** `own_due_soon`: of the complainant, three days or less. */
  deadline?: 'running' | 'due_soon' | 'breached' | 'own_due_soon' | undefined;
  /** A member's id, or `none` for what nobody has taken. */
  assignee?: string | undefined;
  platformId?: string | undefined;
  regime?: string | undefined;
  /** At least one item is in it. */
  itemState?: Extract<ItemState, (typeof waitingItemStates)[number]> | undefined;
  /** The platform has asked for a supplement and waits for it; or has it, and owes a decision. */
  supplement?: 'requested' | 'answered' | undefined;
  /** Items that carry this address or id on a platform, or a number, or words of the title. */
  search?: { number: string } | { things: Thing[] } | { title: string } | undefined;
}

type Bind = (value: unknown) => string;

const ownedBy = {
  platform: (own: string) => `n.platform_organization_id = ${own} and n.state <> 'awaiting_service'`,
  complainant: (own: string) => `n.complainant_organization_id = ${own}`,
  regulator: (own: string) => `n.regulator_organization_ids @> array[${own}::uuid]`,
} as const;

/** What a notice `n` must be to stand in the reader's list; the counts of the workbench ask the same. */
export function noticeConditions(reader: NoticeReader, filter: NoticeFilter, now: Date, bind: Bind): string[] {
  const where = [ownedBy[reader.side](bind(reader.organizationId))];
  const { states, platformId, assignee, regime, itemState, deadline, supplement, search } = filter;
  if (states?.length === 1) where.push(`n.state = ${bind(states[0])}`);
  else if (states) where.push(`n.state = any(${bind(states)})`);
  if (platformId) where.push(`n.platform_id = ${bind(platformId)}`);
  if (regime) where.push(`n.regime = ${bind(regime)}`);
  if (assignee === 'none') where.push('n.assignee_member_id is null');
  else if (assignee) where.push(`n.assignee_member_id = ${bind(assignee)}`);
  if (itemState) where.push(`n.id in (select notice_id from items where ${waiting(itemState)})`);
  if (deadline) where.push(deadlineCondition(deadline, now, bind));
  if (supplement) where.push(supplementConditions[supplement]);
  if (search) where.push(searchCondition(search, bind));
  return where;
}

/** Written out, not bound, so that the index of what waits is seen to hold it. */
const waiting = (state: (typeof waitingItemStates)[number]) =>
  `state = '${state}' and state in ('supplement_requested', 'contested', 'waiting', 'restore_due')`;

function deadlineCondition(deadline: NonNullable<NoticeFilter['deadline']>, now: Date, bind: Bind): string {
  const at = bind(now);
  switch (deadline) {
    case 'running':
      return `n.next_due_at > ${at} and n.next_due_at < 'infinity'`;
    case 'due_soon':
      return `n.next_due_at > ${at} and n.next_due_at < 'infinity' and n.due_soon_at <= ${at}`;
    case 'breached':
      return `n.next_due_at <= ${at}`;
    case 'own_due_soon':
      return `n.complainant_due_at > ${at} and n.complainant_due_at <= ${at}::timestamptz + interval '${ownDueSoonDays} days'`;
  }
}

const supplementConditions = {
  requested: `n.supplement_requested_at is not null
    and exists (select from items i where i.notice_id = n.id and i.state = 'supplement_requested')`,
  answered: `n.supplement_requested_at is not null and n.state in ('served', 'acknowledged')
    and exists (select from supplements s where s.notice_id = n.id)
    and not exists (select from items i where i.notice_id = n.id and i.state = 'supplement_requested')`,
} as const;

function searchCondition(search: NonNullable<NoticeFilter['search']>, bind: Bind): string {
  if ('number' in search) {
    const number = bind(search.number);
    return `n.id in (select id from notices where number = ${number}
      union all select o.id from complaints c join notices o on o.complaint_id = c.id where c.number = ${number})`;
  }
  if ('things' in search) return `n.id in (${noticesAbout(bind(JSON.stringify(search.things)))})`;
  return `n.title ilike ${bind(`%${search.title.replace(/[\\%_]/g, '\\$&')}%`)}`;
}

/**
 * The ids of notices about things, a query; `things` is a parameter of JSON. At a host that the directory does not know,
 * an operator can have named any platform by hand: each is asked, on the index of its keys.
 */
export function noticesAbout(things: string): string {
  return `select t.notice_id
    from jsonb_to_recordset(${things}::jsonb) as k("platformId" uuid, "canonicalKey" text)
    join platforms p on p.id = coalesce(k."platformId", p.id)
    join targets t on t.platform_id = p.id and t.canonical_key = k."canonicalKey"`;
}
