import { prepared, type Tx } from '#database';
import { deadlineRecord, insertDeadlines } from '#deadlines';
import { year } from '#kernel';
import type { ComplaintEntity } from './complaint.entity.js';
import type { DraftedNotice } from './domain/draft-notices.js';
import type { TargetEntity } from './target.entity.js';

export interface FilingRows {
  complaint: Omit<ComplaintEntity, 'number' | 'withdrawnAt' | 'withdrawalReason'> | null;
  complaintId: string;
  complainantOrganizationId: string;
  targets: ReadonlyArray<Omit<TargetEntity, 'complaintId' | 'routedAt' | 'routedBy'>>;
  notices: readonly DraftedNotice[];
}

/**
 * Writes a complaint with its targets, notices, items and clocks in ONE statement, whatever their number; returns the
 * numbers that the sequences gave. Foreign keys are checked at its end, so the order inside does not matter.
 */
export async function writeFiling(
  tx: Tx,
  now: Date,
  rows: FilingRows,
): Promise<{ complaintNumber: string | null; noticeNumbers: Map<string, string> }> {
  const [written] = await prepared<{ complaint: string | null; notices: Record<string, string> | null }>(
    tx,
    writeRows,
    [
      year(now),
      JSON.stringify(rows.complaint ? [rows.complaint] : []),
      JSON.stringify(rows.targets.map((target) => ({ ...target, complaintId: rows.complaintId }))),
      JSON.stringify(rows.notices.map((notice) => noticeRecord(notice, rows, now))),
      JSON.stringify(
        rows.notices.flatMap((notice) =>
          notice.items.map(({ targetId: _target, ...item }, ordinal) => ({
            ...item,
            ordinal,
            noticeId: notice.id,
            state: notice.servedAt ? 'pending' : 'unserved',
          })),
        ),
      ),
      JSON.stringify(rows.notices.flatMap((notice) => notice.deadlines.map(deadlineRecord))),
    ],
  );
  return { complaintNumber: written!.complaint, noticeNumbers: new Map(Object.entries(written!.notices ?? {})) };
}

function noticeRecord(
  { items, deadlines: _deadlines, nextDue, ...notice }: DraftedNotice,
  rows: FilingRows,
  now: Date,
) {
  return {
    ...notice,
    complaintId: rows.complaintId,
    complainantOrganizationId: rows.complainantOrganizationId,
    itemCount: items.length,
    createdAt: now,
    nextDueAt: nextDue?.dueAt ?? 'infinity',
    nextDueRule: nextDue?.rule ?? null,
    dueSoonAt: nextDue?.dueSoonAt ?? 'infinity',
  };
}

const writeRows = `
  with new_complaint as (
    insert into complaints (id, number, organization_id, client_ref, ground, state, document, deficiencies, target_count,
      received_at, completed_at, created_by, api_key_id)
    select id, 'TS-' || $1 || '-' || readable(nextval('complaint_numbers')), "organizationId", "clientRef", ground, state, document,
      deficiencies, "targetCount", "receivedAt", "completedAt", "createdBy", "apiKeyId"
    from jsonb_to_recordset($2) as c(id uuid, "organizationId" uuid, "clientRef" text, ground text, state text, document jsonb,
      deficiencies jsonb, "targetCount" integer, "receivedAt" timestamptz, "completedAt" timestamptz, "createdBy" uuid, "apiKeyId" uuid)
    returning number
  ), new_targets as (
    insert into targets (id, complaint_id, index, ordinal, raw, url, host, platform_id, content_type, content_id, part,
      account_ref, access_code, canonical_key, matched_by, work_ref, "right", description, account, outcome, code, detail,
      notice_id, item_id)
    select id, "complaintId", index, ordinal, raw, url, host, "platformId", "contentType", "contentId", part,
      "accountRef", "accessCode", "canonicalKey", "matchedBy", "workRef", "right", description, account, outcome, code, detail,
      "noticeId", "itemId"
    from jsonb_to_recordset($3) as t(id uuid, "complaintId" uuid, index integer, ordinal integer, raw text, url text, host text,
      "platformId" uuid, "contentType" text, "contentId" text, part text, "accountRef" text, "accessCode" text,
      "canonicalKey" text, "matchedBy" text, "workRef" text, "right" text, description text, account jsonb, outcome text,
      code text, detail text, "noticeId" uuid, "itemId" uuid)
  ), new_notices as (
    insert into notices (id, number, complaint_id, complainant_organization_id, platform_id, platform_organization_id,
      region_code, regime, regime_version, title, state, item_count, created_at, served_at, next_due_at, next_due_rule, due_soon_at)
    select id, 'N-' || $1 || '-' || readable(nextval('notice_numbers')), "complaintId", "complainantOrganizationId", "platformId",
      "platformOrganizationId", "regionCode", regime, "regimeVersion", title, state, "itemCount", "createdAt", "servedAt",
      "nextDueAt", "nextDueRule", "dueSoonAt"
    from jsonb_to_recordset($4) as n(id uuid, "complaintId" uuid, "complainantOrganizationId" uuid, "platformId" uuid,
      "platformOrganizationId" uuid, "regionCode" text, regime text, "regimeVersion" integer, title text, state text,
      "itemCount" integer, "createdAt" timestamptz, "servedAt" timestamptz, "nextDueAt" timestamptz, "nextDueRule" text,
      "dueSoonAt" timestamptz)
    returning id, number
  ), new_items as (
    insert into items (id, notice_id, ordinal, canonical_item_id, claim_key, holder_key, state)
    select id, "noticeId", ordinal, "canonicalItemId", "claimKey", "holderKey", state
    from jsonb_to_recordset($5) as i(id uuid, "noticeId" uuid, ordinal integer, "canonicalItemId" uuid, "claimKey" text,
      "holderKey" text, state text)
  ), new_deadlines as (${insertDeadlines('$6')}
  )
  select (select number from new_complaint) as complaint, (select jsonb_object_agg(id, number) from new_notices) as notices`;
