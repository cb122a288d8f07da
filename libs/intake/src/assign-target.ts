import type { Tx } from '#database';
import { calendarsInForce } from '#deadlines';
import { directorySnapshot } from '#directory';
import { appendEvents, systemActor } from '#events';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { claimCanonicalItems, type ComplaintDocument, draftNotices, type TargetEntity, writeFiling } from '#notices';
import { groupTargets } from './domain/plan-filing.js';
import { claimedTargets } from './file-complaint.js';

export type Assignment = { platformId: string } | { noRespondent: true; reason: string };

interface WaitingTarget extends Omit<TargetEntity, 'routedAt' | 'routedBy'> {
  organizationId: string;
  document: ComplaintDocument;
  complaintState: string;
}

/**
 * The operator says who answers for an address that nobody was registered for (待归属), and the notice goes out as if it
 * had been routed at once, from now; or that nobody does, with the reason, and the complainant sees it.
 */
export async function assignTarget(tx: Tx, now: Date, caller: Caller, targetId: string, assignment: Assignment) {
  const target = await lockWaiting(tx, targetId);
  const outcome =
    'platformId' in assignment
      ? await routeTo(tx, now, target, assignment.platformId)
      : {
          outcome: 'no_respondent' as const,
          platformId: null,
          code: 'no_respondent',
          detail: assignment.reason,
          noticeId: null,
          itemId: null,
        };
  await tx.query(
    `update targets set outcome = $2, platform_id = $3, code = $4, detail = $5, notice_id = $6, item_id = $7,
       routed_at = $8, routed_by = $9 where id = $1`,
    [
      targetId,
      outcome.outcome,
      outcome.platformId,
      outcome.code,
      outcome.detail,
      outcome.noticeId,
      outcome.itemId,
      now,
      caller.memberId,
    ],
  );
  await appendEvents(tx, now, [
    {
      matterKind: 'complaint',
      matterId: target.complaintId,
      type: 'target.assigned',
      actor: actorOf(caller),
      data: {
        targetId,
        index: target.index,
        outcome: outcome.outcome,
        platformId: outcome.platformId,
        noticeId: outcome.noticeId,
      },
      audience: [target.organizationId],
    },
  ]);
  return {
    id: targetId,
    outcome: outcome.outcome,
    noticeId: outcome.noticeId,
    itemId: outcome.itemId,
    code: outcome.code,
  };
}

async function lockWaiting(tx: Tx, targetId: string): Promise<WaitingTarget> {
  const [target] = await tx.query<WaitingTarget[]>(
    `select t.id, t.complaint_id as "complaintId", t.index, t.ordinal, t.raw, t.url, t.host, t.platform_id as "platformId",
       t.content_type as "contentType", t.content_id as "contentId", t.part, t.account_ref as "accountRef",
       t.access_code as "accessCode", t.canonical_key as "canonicalKey", t.matched_by as "matchedBy", t.work_ref as "workRef",
       t."right", t.description, t.account, t.outcome, t.code, t.detail, t.notice_id as "noticeId", t.item_id as "itemId",
       c.organization_id as "organizationId", c.document, c.state as "complaintState"
     from targets t join complaints c on c.id = t.complaint_id where t.id = $1 for update`,
    [targetId],
  );
  if (!target) throw new Problem('not_found');
  if (target.outcome !== 'unrouted') {
    throw new Problem('wrong_state', {
      detail: 'This target was assigned or withdrawn before.',
      extra: { state: target.outcome },
    });
  }
  return target;
}

async function routeTo(tx: Tx, now: Date, target: WaitingTarget, platformId: string) {
  const snapshot = await directorySnapshot(tx);
  if (!snapshot.platforms.has(platformId)) {
    const detail = 'No such platform in the directory.';
    throw new Problem('validation_failed', {
      errors: [{ pointer: '#/platformId', code: 'dangling_reference', detail }],
    });
  }
  const routed = {
    ...target,
    platformId,
    outcome: 'routed' as TargetEntity['outcome'] | 'routed',
    matchedBy: 'operator',
  };
  const complaint = { id: target.complaintId, organizationId: target.organizationId };
  const { groups, deficiencies } = groupTargets(target.document, [routed], target.organizationId, snapshot);
  const claims = await claimCanonicalItems(tx, claimedTargets({ groups, targets: [routed] }));
  const drafted = draftNotices(now, complaint, groups, claims, await calendarsInForce(tx));
  await writeFiling(tx, now, {
    complaint: null,
    complaintId: complaint.id,
    complainantOrganizationId: complaint.organizationId,
    targets: [],
    notices: drafted.notices,
  });
  await appendEvents(tx, now, drafted.events);
  await noteChange(tx, now, target, deficiencies, drafted.notices.length > 0);
  const became = drafted.outcomes.get(target.id) ?? { outcome: 'deficient' as const, noticeId: null, itemId: null };
  return { ...became, platformId, code: null, detail: null };
}

/**
 * What the assignment showed to be missing joins the complaint's list. A complaint of which something went out is filed;
 * one that lacks something, and of which nothing went out, is deficient.
 */
async function noteChange(
  tx: Tx,
  now: Date,
  target: WaitingTarget,
  deficiencies: readonly object[],
  hasNotice: boolean,
): Promise<void> {
  if (deficiencies.length === 0 && !(hasNotice && target.complaintState === 'deficient')) return;
  const [[after]] = await tx.query<[Array<{ state: string; targetCount: number }>]>(
    `update complaints c set deficiencies = deficiencies || $2::jsonb,
       state = case when $3 or exists (select from notices n where n.complaint_id = c.id) then 'filed' else 'deficient' end,
       completed_at = case when $4 then coalesce(completed_at, $5) end
     where id = $1 returning state, target_count as "targetCount"`,
    [target.complaintId, JSON.stringify(deficiencies), hasNotice, deficiencies.length === 0, now],
  );
  if (after!.state !== 'deficient' || target.complaintState === 'deficient') return;
  await appendEvents(tx, now, [
    {
      matterKind: 'complaint',
      matterId: target.complaintId,
      type: 'complaint.deficient',
      actor: systemActor,
      data: { targetCount: after!.targetCount, noticeIds: [], noticeCount: 0 },
      audience: [target.organizationId],
    },
  ]);
}
