import type { Tx } from '#database';
import { type Caller, can, type MatterAction, type MatterFacts } from '#identity';
import { groupBy, Problem } from '#kernel';
import type { ItemState } from './domain/lifecycle.js';
import type { NoticeState } from './domain/aggregate-notice.js';

export interface LockedItem {
  id: string;
  ordinal: number;
  canonicalItemId: string;
  state: ItemState;
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
  state: NoticeState;
  servedAt: Date | null;
  acknowledgedAt: Date | null;
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

/** Everybody who may learn what happens to a notice. */
export function audienceOf(notice: Omit<Parameters<typeof factsOf>[0], 'servedAt'>): string[] {
  const { complainantOrganizationId, platformOrganizationId, regulatorOrganizationIds } = notice;
  return [
    complainantOrganizationId,
    ...(platformOrganizationId ? [platformOrganizationId] : []),
    ...regulatorOrganizationIds,
  ];
}

/**
 * Locks notices and their items, in that order and by id, for one writer at a time; two statements for any number.
 * Where a change can let an item come back, the canonical items are locked before (`lockHolds`).
 */
export async function lockNotices(tx: Tx, noticeIds: readonly string[]): Promise<LockedNotice[]> {
  const notices = await tx.query<LockedNotice[]>(
    `select id, number, complaint_id as "complaintId", platform_id as "platformId",
       complainant_organization_id as "complainantOrganizationId", platform_organization_id as "platformOrganizationId",
       regulator_organization_ids as "regulatorOrganizationIds", regime, state,
       served_at as "servedAt", acknowledged_at as "acknowledgedAt"
     from notices where id = any($1) order by id for update`,
    [noticeIds],
  );
  const items = await tx.query<Array<LockedItem & { noticeId: string }>>(
    `select id, notice_id as "noticeId", ordinal, canonical_item_id as "canonicalItemId", state
     from items where notice_id = any($1) order by id for update`,
    [noticeIds],
  );
  const byNotice = groupBy(items, (item) => item.noticeId);
  return notices.map((notice) => ({
    ...notice,
    items: (byNotice.get(notice.id) ?? []).sort((a, b) => a.ordinal - b.ordinal),
  }));
}

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
