import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { ComplaintEntity } from './complaint.entity.js';
import type { TargetOutcome } from './target.entity.js';

export type ComplaintListRow = Pick<
  ComplaintEntity,
  'id' | 'number' | 'clientRef' | 'ground' | 'state' | 'targetCount' | 'receivedAt' | 'withdrawnAt'
> & { title: string; noticeCount: number };

/** A complainant's complaints, newest first; keyset [id]; one more than `limit` where a page follows. */
export function listComplaints(
  db: Tx | DataSource,
  organizationId: string,
  filter: { state?: string; clientRef?: string; outcome?: 'unrouted'; q?: string },
  page: { after: readonly string[] | null; limit: number },
): Promise<ComplaintListRow[]> {
  return db.query<ComplaintListRow[]>(
    `select c.id, c.number, c.client_ref as "clientRef", c.ground, c.state, c.target_count as "targetCount",
       c.received_at as "receivedAt", c.withdrawn_at as "withdrawnAt",
       coalesce(c.document #>> '{works,0,title}', '') as title,
       (select count(*)::int from notices n where n.complaint_id = c.id) as "noticeCount"
     from complaints c
     where c.organization_id = $1 and ($2::text is null or c.state = $2) and ($3::text is null or c.client_ref = $3)
       and ($4::uuid is null or c.id < $4)
       and ($6::text is null or exists (
         select from targets t where t.complaint_id = c.id and t.outcome = 'unrouted'))
       and ($7::text is null or c.number = upper($7) or c.client_ref = $7
         or position(lower($7) in lower(c.document #>> '{works,0,title}')) > 0)
     order by c.id desc limit $5`,
    [
      organizationId,
      filter.state ?? null,
      filter.clientRef ?? null,
      page.after?.[0] ?? null,
      page.limit + 1,
      filter.outcome ?? null,
      filter.q ?? null,
    ],
  );
}

export interface ComplaintDetail extends ComplaintEntity {
  targets: ComplaintTarget[];
  notices: ComplaintNotice[];
}

export interface ComplaintTarget {
  index: number;
  outcome: TargetOutcome;
  code: string | null;
  detail: string | null;
  raw: string;
  url: string | null;
  host: string | null;
  contentType: string | null;
  contentId: string | null;
  platformId: string | null;
  platformName: string | null;
  noticeId: string | null;
  itemId: string | null;
  itemState: string | null;
}

export interface ComplaintNotice {
  id: string;
  number: string;
  platformId: string;
  platformName: string;
  state: string;
  outcome: string | null;
  regime: string;
  itemCount: number;
  nextDueAt: Date | null;
  nextDueRule: string | null;
  dueSoonAt: Date | null;
}

/** One complaint with what became of every target; null where there is none. Three statements. */
export async function findComplaint(db: Tx | DataSource, complaintId: string): Promise<ComplaintDetail | null> {
  const [complaint] = await db.query<ComplaintEntity[]>(
    `select id, number, organization_id as "organizationId", client_ref as "clientRef", ground, state, document, deficiencies,
       target_count as "targetCount", received_at as "receivedAt", completed_at as "completedAt", withdrawn_at as "withdrawnAt",
       withdrawal_reason as "withdrawalReason", created_by as "createdBy", api_key_id as "apiKeyId"
     from complaints where id = $1`,
    [complaintId],
  );
  if (!complaint) return null;
  const targets = await db.query<ComplaintTarget[]>(
    `select t.index, t.outcome, t.code, t.detail, t.raw, t.url, t.host, t.content_type as "contentType", t.content_id as "contentId",
       t.platform_id as "platformId", p.name as "platformName", t.notice_id as "noticeId", t.item_id as "itemId", i.state as "itemState"
     from targets t left join platforms p on p.id = t.platform_id left join items i on i.id = t.item_id
     where t.complaint_id = $1 order by t.ordinal`,
    [complaintId],
  );
  const notices = await db.query<ComplaintNotice[]>(
    `select n.id, n.number, n.platform_id as "platformId", p.name as "platformName", n.state, n.outcome, n.regime,
       n.item_count as "itemCount", nullif(n.next_due_at, 'infinity') as "nextDueAt", n.next_due_rule as "nextDueRule",
       nullif(n.due_soon_at, 'infinity') as "dueSoonAt"
     from notices n join platforms p on p.id = n.platform_id where n.complaint_id = $1 order by n.id`,
    [complaintId],
  );
  return { ...complaint, targets, notices };
}

export interface UnroutedTarget {
  id: string;
  complaintId: string;
  complaintNumber: string;
  index: number;
  raw: string;
  url: string | null;
  host: string | null;
  contentType: string | null;
  detail: string | null;
  workTitle: string | null;
  receivedAt: Date;
}

/** The operator's 待归属 queue, oldest first; keyset [id]. Nothing personal but the pasted text itself. */
export function listUnroutedTargets(
  db: Tx | DataSource,
  filter: { host?: string },
  page: { after: readonly string[] | null; limit: number },
): Promise<UnroutedTarget[]> {
  return db.query<UnroutedTarget[]>(
    `select t.id, t.complaint_id as "complaintId", c.number as "complaintNumber", t.index, t.raw, t.url, t.host,
       t.content_type as "contentType", t.detail, c.received_at as "receivedAt",
       (select w ->> 'title' from jsonb_array_elements(c.document -> 'works') w where w ->> 'ref' = t.work_ref limit 1) as "workTitle"
     from targets t join complaints c on c.id = t.complaint_id
     where t.outcome = 'unrouted' and ($1::uuid is null or t.id > $1) and ($2::text is null or t.host = $2)
     order by t.id limit $3`,
    [page.after?.[0] ?? null, filter.host ?? null, page.limit + 1],
  );
}
