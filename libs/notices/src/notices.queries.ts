import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { NoticeOutcome, NoticeState } from './domain/aggregate-notice.js';
import type { ComplaintDocument } from './domain/complaint-document.js';
import type { ItemFacts } from './domain/conditions.js';
import type { ItemState } from './domain/item-states.js';
import { filedDocument, isVerified } from './filed-document.js';
import { keepsDown } from './holds.js';
import { type Looking, lookingNow } from './inside-work-presence.js';
import { itemFactColumns, openCounterOfItem } from './lock-notice.js';
import { noticeConditions, type NoticeFilter, type NoticeReader } from './notice-filter.js';

export interface NoticeListRow {
  id: string;
  number: string;
  complaintId: string;
  platformId: string;
  platformName: string;
  complainantName: string;
  /** Whether the authorization of an agent stands approved; null where the holder files. */
  isVerified: boolean | null;
  title: string;
  regime: string;
  state: NoticeState;
  outcome: NoticeOutcome | null;
  itemCount: number;
  createdAt: Date;
  servedAt: Date | null;
  acknowledgedAt: Date | null;
  /** Null where no clock of the platform is open. */
  nextDueAt: Date | null;
  nextDueRule: string | null;
  dueSoonAt: Date | null;
  /** The nearest clock that the complainant owes. */
  complainantDueAt: Date | null;
  complainantDueRule: string | null;
  /** Keyset of the order by due: the raw text, `infinity` included. */
  dueKey: string;
  assigneeId: string | null;
  assigneeName: string | null;
  claimHolderId: string | null;
  claimHolderName: string | null;
  claimExpiresAt: Date | null;
  /** Of the platform's own people, for them alone. */
  looking: Looking[];
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
  regulatorOrganizationIds: string[];
  regimeVersion: number;
  isSupplementUsed: boolean;
}

/** Who may do what about a notice `n`, and under which version of its law. */
const actingColumns = `n.complainant_organization_id as "complainantOrganizationId",
  n.platform_organization_id as "platformOrganizationId", n.regulator_organization_ids as "regulatorOrganizationIds",
  n.regime_version as "regimeVersion", n.supplement_requested_at is not null as "isSupplementUsed"`;

/**
 * One page of notices: by nearest unmet clock, or newest first. Keyset (`after`): [dueKey, id] or [id]. Rows hold one
 * more than `limit` when there is a next page. One statement, on an index of its own for each reader.
 */
export function listNotices(
  db: Tx | DataSource,
  reader: NoticeReader,
  filter: NoticeFilter,
  page: { sort: 'due' | 'newest'; after: readonly string[] | null; limit: number; now: Date },
): Promise<NoticeListRow[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = noticeConditions(reader, filter, page.now, bind);
  const due = reader.side === 'complainant' ? 'n.complainant_due_at' : 'n.next_due_at';
  if (page.after) {
    const [first, second] = page.after;
    where.push(
      page.sort === 'due'
        ? `(${due}, n.id) > (${bind(first)}::timestamptz, ${bind(second)}::uuid)`
        : `n.id < ${bind(first)}::uuid`,
    );
  }
  const order = page.sort === 'due' ? `${due}, n.id` : 'n.id desc';
  return db.query<NoticeListRow[]>(
    `with page as materialized (
       select n.* from notices n where ${where.join(' and ')} order by ${order} limit ${bind(page.limit + 1)}
     )
     select n.id, n.number, n.complaint_id as "complaintId", n.platform_id as "platformId", p.name as "platformName",
       coalesce(${filedDocument} #>> '{onBehalfOf,name}', ${filedDocument} #>> '{complainant,name}', '') as "complainantName",
       ${isVerified} as "isVerified",
       n.title, n.regime, n.state, n.outcome, n.item_count as "itemCount", n.created_at as "createdAt",
       n.served_at as "servedAt", n.acknowledged_at as "acknowledgedAt",
       nullif(n.next_due_at, 'infinity') as "nextDueAt", n.next_due_rule as "nextDueRule",
       nullif(n.due_soon_at, 'infinity') as "dueSoonAt", ${due}::text as "dueKey",
       nullif(n.complainant_due_at, 'infinity') as "complainantDueAt", n.complainant_due_rule as "complainantDueRule",
       n.assignee_member_id as "assigneeId", a.name as "assigneeName",
       n.claimed_by_member_id as "claimHolderId", h.name as "claimHolderName", n.claim_expires_at as "claimExpiresAt",
       ${reader.side === 'platform' ? lookingNow : `'[]'::jsonb`} as looking, ${actingColumns}
     from page n
     join platforms p on p.id = n.platform_id
     join complaints c on c.id = n.complaint_id
     left join members a on a.id = n.assignee_member_id
     left join members h on h.id = n.claimed_by_member_id
     order by ${order}`,
    values,
  );
}

export interface NoticeDetail extends NoticeListRow {
  decidedAt: Date | null;
  closedAt: Date | null;
  acknowledgementReference: string | null;
  ground: string;
  complaintNumber: string;
  receivedAt: Date;
  document: ComplaintDocument;
  /** Rises with every event of the matter: the version of the resource. */
  sequence: number;
}

/** One notice whole, with the complaint that it was made of; null where there is none. One statement. */
export async function findNotice(db: Tx | DataSource, noticeId: string): Promise<NoticeDetail | null> {
  const [row] = await db.query<NoticeDetail[]>(
    `select n.id, n.number, n.complaint_id as "complaintId", n.platform_id as "platformId", p.name as "platformName",
       coalesce(${filedDocument} #>> '{onBehalfOf,name}', ${filedDocument} #>> '{complainant,name}', '') as "complainantName",
       ${isVerified} as "isVerified",
       n.title, n.regime, n.state, n.outcome, n.item_count as "itemCount",
       n.created_at as "createdAt", n.served_at as "servedAt", n.acknowledged_at as "acknowledgedAt",
       n.acknowledgement_reference as "acknowledgementReference", n.decided_at as "decidedAt", n.closed_at as "closedAt",
       nullif(n.next_due_at, 'infinity') as "nextDueAt", n.next_due_rule as "nextDueRule",
       nullif(n.due_soon_at, 'infinity') as "dueSoonAt", n.next_due_at::text as "dueKey",
       nullif(n.complainant_due_at, 'infinity') as "complainantDueAt", n.complainant_due_rule as "complainantDueRule",
       n.assignee_member_id as "assigneeId", a.name as "assigneeName",
       n.claimed_by_member_id as "claimHolderId", h.name as "claimHolderName", n.claim_expires_at as "claimExpiresAt",
       ${lookingNow} as looking, ${actingColumns},
       c.ground, c.number as "complaintNumber", c.received_at as "receivedAt", ${filedDocument} as document, e.last_sequence as sequence
     from notices n
     join platforms p on p.id = n.platform_id
     join complaints c on c.id = n.complaint_id
     join event_chains e on e.matter_id = n.id
     left join members a on a.id = n.assignee_member_id
     left join members h on h.id = n.claimed_by_member_id
     where n.id = $1`,
    [noticeId],
  );
  return row ?? null;
}

export interface ItemRow extends Omit<ItemFacts, 'disposition'> {
  id: string;
  noticeId: string;
  state: ItemState;
  disposition: string | null;
  reasonCode: string | null;
  note: string | null;
  actedAt: Date | null;
  decidedAt: Date | null;
  restoredAt: Date | null;
  /** The statement of the user that is open against it. */
  counterNoticeId: string | null;
  /** Complaints and orders that keep the canonical item down, this one among them. */
  holds: number;
  raw: string;
  url: string | null;
  host: string | null;
  contentType: string | null;
  contentId: string | null;
  part: string | null;
  accountRef: string | null;
  accessCode: string | null;
  workRef: string;
  right: string | null;
  description: string | null;
  account: { handle?: string; url?: string } | null;
}

/** The items of a notice in the order of their targets, or one of them. One statement. */
export function itemsOfNotice(db: Tx | DataSource, noticeId: string, itemId?: string): Promise<ItemRow[]> {
  return itemsOfNotices(db, [noticeId], itemId);
}

/** The same of several notices, notice by notice. */
export function itemsOfNotices(db: Tx | DataSource, noticeIds: readonly string[], itemId?: string): Promise<ItemRow[]> {
  return db.query<ItemRow[]>(
    `select i.id, i.notice_id as "noticeId", i.state, i.disposition, i.reason_code as "reasonCode", i.note,
       i.acted_at as "actedAt", i.decided_at as "decidedAt", i.restored_at as "restoredAt",
       (select count(*)::int from items h where h.canonical_item_id = i.canonical_item_id and h.state <> 'restore_due'
         and ${keepsDown}) + (select count(*)::int from orders o where o.canonical_item_id = i.canonical_item_id
         and o.direction = 'takedown' and o.ended_at is null) as holds,
       ${itemFactColumns},
       t.raw, t.url, t.host, t.content_type as "contentType", t.content_id as "contentId", t.part,
       t.account_ref as "accountRef", t.access_code as "accessCode", t.work_ref as "workRef", t."right", t.description, t.account
     from items i join targets t on t.item_id = i.id and t.notice_id = i.notice_id
       and t.outcome not in ('duplicate', 'reported_again')
     ${openCounterOfItem}
     where i.notice_id = any($1) and ($2::uuid is null or i.id = $2) order by i.notice_id, i.ordinal`,
    [noticeIds, itemId ?? null],
  );
}

/** Forwardings of a notice, oldest first. */
export function forwardingsOfNotice(db: Tx | DataSource, noticeId: string) {
  return db.query<
    Array<{ id: string; itemIds: string[]; method: string; url: string | null; at: Date; receivedAt: Date }>
  >(
    `select id, item_ids as "itemIds", method, url, forwarded_at as at, received_at as "receivedAt"
     from forwardings where notice_id = $1 order by id`,
    [noticeId],
  );
}
