import type { Tx } from '#database';
import { type Caller, can, type MatterAction, type MatterFacts } from '#identity';
import { groupBy, Problem } from '#kernel';
import { type Regime, type RegimeId, regimeOf } from '#law';
import { type Condition, conditionsOf, type ItemFacts } from './domain/conditions.js';
import type { ItemState, Party } from './domain/item-states.js';
import type { MoveFacts } from './domain/transition.js';
import type { NoticeState } from './domain/aggregate-notice.js';

export interface LockedItem extends ItemFacts {
  id: string;
  ordinal: number;
  canonicalItemId: string;
  state: ItemState;
  /** The statement of the user that is open against it. */
  counterNoticeId: string | null;
  /** A takedown clock of its own runs: it was appealed, reported as still live, or ordered down. */
  hasOwnTakedown: boolean;
  isForwarded: boolean;
}

export interface LockedNotice {
  id: string;
  number: string;
  complaintId: string;
  platformId: string;
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
  regulatorOrganizationIds: string[];
  regime: string;
  regimeVersion: number;
  state: NoticeState;
  servedAt: Date | null;
  acknowledgedAt: Date | null;
  isSupplementUsed: boolean;
  items: LockedItem[];
}

/** What `can()` needs to know of a notice. */
export function factsOf(notice: {
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
  regulatorOrganizationIds: readonly string[];
  servedAt: Date | null;
}): MatterFacts {
  return { ...notice, isServed: notice.servedAt !== null };
}

/** On which side of a notice a caller may act; null for those who only read. */
export function partyOf(caller: Caller, matter: MatterFacts): Party | null {
  if (can(caller, 'act_on_notice', matter)) return 'platform';
  if (can(caller, 'pursue_notice', matter)) return 'complainant';
  return can(caller, 'order_on_notice', matter) ? 'regulator' : null;
}

/** Everybody who may learn what happens to a notice. */
export function audienceOf(notice: Omit<Parameters<typeof factsOf>[0], 'servedAt'>): string[] {
  const { complainantOrganizationId, platformOrganizationId, regulatorOrganizationIds } = notice;
  return [
    complainantOrganizationId,
    ...(platformOrganizationId ? [platformOrganizationId] : []),
    ...regulatorOrganizationIds,
  ];
}

/** The law under which a notice runs, in the version that it was served under. */
export function regimeOfNotice({ regime, regimeVersion }: Pick<LockedNotice, 'regime' | 'regimeVersion'>): Regime {
  return regimeOf(regime as RegimeId, regimeVersion);
}

/** What decides the next move of an item, with the conditions that only the event itself knows. */
export function moveFacts(notice: LockedNotice, item: LockedItem, ofEvent: readonly Condition[] = []): MoveFacts {
  return { before: item.before, conditions: conditionsOf(item, regimeOfNotice(notice), notice, ofEvent) };
}

/**
 * Locks notices and their items, in that order and by id, for one writer at a time; two statements for any number.
 * Where a change can let an item come back, the canonical items are locked before (`lockHolds`).
 */
export async function lockNotices(tx: Tx, noticeIds: readonly string[]): Promise<LockedNotice[]> {
  const notices = await tx.query<LockedNotice[]>(
    `select id, number, complaint_id as "complaintId", platform_id as "platformId",
       complainant_organization_id as "complainantOrganizationId", platform_organization_id as "platformOrganizationId",
       regulator_organization_ids as "regulatorOrganizationIds", regime, regime_version as "regimeVersion", state,
       served_at as "servedAt", acknowledged_at as "acknowledgedAt", supplement_requested_at is not null as "isSupplementUsed"
     from notices where id = any($1) order by id for update`,
    [noticeIds],
  );
  const items = await tx.query<Array<LockedItem & { noticeId: string }>>(lockItems, [noticeIds]);
  const byNotice = groupBy(items, (item) => item.noticeId);
  return notices.map((notice) => ({
    ...notice,
    items: (byNotice.get(notice.id) ?? []).sort((a, b) => a.ordinal - b.ordinal),
  }));
}

/** What `conditionsOf` needs to know of an item `i`, beside its own columns. */
export const itemFactColumns = `
    i.state_before_order as before, i.appealed_at is not null as "isAppealUsed",
    exists (select from orders o where o.canonical_item_id = i.canonical_item_id and o.direction = 'takedown'
      and o.ended_at is null) as "isOrdered",
    (select count(*)::int from proceedings p where p.item_id = i.id and p.counts and p.ended_at is null) as "openProceedings",
    u.id as "counterNoticeId", u.id is not null as "isCounterOpen", u.forwarded_at is not null as "isCounterForwarded"`;
export const openCounterOfItem = `left join counter_notices u on u.item_id = i.id and u.state in ('received', 'forwarded')`;

/** The notices are locked already: what is asked here of other tables is as their last writer left it. */
const lockItems = `
  select i.id, i.notice_id as "noticeId", i.ordinal, i.canonical_item_id as "canonicalItemId", i.state, i.disposition,
    ${itemFactColumns},
    i.id in (select d.subject_id from deadlines d where d.notice_id = any($1) and d.subject_kind = 'item'
      and d.kind in ('takedown', 'decide') and d.stopped_at is null) as "hasOwnTakedown",
    i.id in (select unnest(f.item_ids) from forwardings f where f.notice_id = any($1)) as "isForwarded"
  from items i ${openCounterOfItem}
  where i.notice_id = any($1) order by i.id for update of i`;

/** One notice, locked, for a caller who may do this to it. What the caller may not even read is not found. */
export async function lockNoticeFor(
  tx: Tx,
  noticeId: string,
  caller: Caller,
  action: MatterAction,
): Promise<LockedNotice> {
  const [notice] = await lockNotices(tx, [noticeId]);
  if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
  if (!can(caller, action, factsOf(notice))) throw new Problem('forbidden');
  return notice;
}
