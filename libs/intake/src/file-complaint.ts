import type { Tx } from '#database';
import { calendarsInForce } from '#deadlines';
import { directorySnapshot } from '#directory';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { newId, Problem } from '#kernel';
import { claimCanonicalItems, draftNotices, type DraftedNotice, type TargetEntity, writeFiling } from '#notices';
import { checkReferences } from './domain/check-references.js';
import { contentSha256 } from './domain/filed-content.js';
import type { Deficiency, Filing } from './domain/filing.js';
import { type FilingPlan, planFiling } from './domain/plan-filing.js';
import { readWith } from './resolve-targets.js';

export interface FiledComplaint {
  id: string;
  number: string;
  state: 'deficient' | 'filed';
  receivedAt: Date;
  deficiencies: Deficiency[];
  targets: Array<Pick<TargetEntity, 'index' | 'outcome' | 'code' | 'detail' | 'noticeId' | 'itemId' | 'platformId'>>;
  notices: Array<DraftedNotice & { number: string; platformName: string }>;
}

/**
 * One complaint becomes notices: texts are read, each target goes to the platform that answers for it, what is complete
 * is served in the same transaction, and every target ends in an outcome. Never all-or-nothing in the law, always
 * all-or-nothing in the database. Seven statements whatever the number of targets, works and platforms.
 */
export async function fileComplaint(tx: Tx, now: Date, caller: Caller, filing: Filing): Promise<FiledComplaint> {
  checkReferences(filing.document.works, filing.targets);
  const snapshot = await directorySnapshot(tx);
  const calendars = await calendarsInForce(tx);
  const { organizationId } = caller;
  const texts = filing.targets.map(({ text }) => text);
  const plan = planFiling(filing, await readWith(snapshot, texts), organizationId, snapshot);
  await refuseRepeatedReference(tx, organizationId, filing.clientRef);
  const claims = await claimCanonicalItems(tx, claimedTargets(plan));
  const complaint = { id: newId(), organizationId };
  const drafted = draftNotices(now, complaint, plan.groups, claims, calendars);
  const targets = plan.targets.map((target) => ({
    ...target,
    ...(drafted.outcomes.get(target.id) as { outcome: TargetEntity['outcome'] }),
  }));
  const isWaiting = targets.some(({ outcome }) => outcome === 'unrouted' || outcome === 'duplicate');
  const state = drafted.notices.length > 0 || (isWaiting && plan.deficiencies.length === 0) ? 'filed' : 'deficient';
  const { complaintNumber, noticeNumbers } = await writeFiling(tx, now, {
    complaintId: complaint.id,
    complainantOrganizationId: organizationId,
    targets,
    notices: drafted.notices,
    complaint: {
      id: complaint.id,
      organizationId,
      clientRef: filing.clientRef,
      ground: filing.ground,
      state,
      document: filing.document,
      deficiencies: plan.deficiencies,
      targetCount: targets.length,
      receivedAt: now,
      completedAt: plan.deficiencies.length === 0 ? now : null,
      createdBy: caller.memberId,
      apiKeyId: caller.apiKeyId,
    },
  });
  await appendEvents(tx, now, [
    filedEvent(complaint, state, caller, targets.length, drafted.notices, contentSha256(filing)),
    ...drafted.events,
  ]);
  return {
    id: complaint.id,
    number: complaintNumber!,
    state,
    receivedAt: now,
    deficiencies: plan.deficiencies,
    targets,
    notices: drafted.notices.map((notice) => ({
      ...notice,
      number: noticeNumbers.get(notice.id)!,
      platformName: snapshot.platforms.get(notice.platformId)!.name,
    })),
  };
}

export function claimedTargets(plan: Pick<FilingPlan, 'groups' | 'targets'>) {
  const targets = new Map(plan.targets.map((target) => [target.id, target]));
  return plan.groups.flatMap(({ platform, targets: own }) =>
    own.map(({ id, claimKey }) => ({
      targetId: id,
      platformId: platform.id,
      canonicalKey: targets.get(id)!.canonicalKey!,
      claimKey,
    })),
  );
}

/** A partner's own number is used once: 409 with the complaint that has it. */
async function refuseRepeatedReference(tx: Tx, organizationId: string, clientRef: string | null): Promise<void> {
  if (clientRef === null) return;
  // two requests with one reference at the same time: the second waits here for the first, then finds it
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${organizationId} ${clientRef}`]);
  const [existing] = await tx.query<Array<{ id: string; number: string }>>(
    'select id, number from complaints where organization_id = $1 and client_ref = $2',
    [organizationId, clientRef],
  );
  if (!existing) return;
  const detail = `clientRef "${clientRef}" was used for ${existing.number}; nothing was filed again.`;
  throw new Problem('already_exists', {
    detail,
    extra: { existing },
    errors: [{ pointer: '#/clientRef', code: 'already_exists', detail }],
  });
}

function filedEvent(
  complaint: { id: string; organizationId: string },
  state: 'deficient' | 'filed',
  caller: Caller,
  targetCount: number,
  notices: readonly DraftedNotice[],
  content: string,
) {
  return {
    matterKind: 'complaint' as const,
    matterId: complaint.id,
    opensMatter: true,
    type: state === 'filed' ? 'complaint.filed' : 'complaint.deficient',
    actor: actorOf(caller),
    // the digest is what the receipt says was received, whatever is supplemented later
    data: {
      targetCount,
      noticeIds: notices.slice(0, 100).map(({ id }) => id),
      noticeCount: notices.length,
      contentSha256: content,
    },
    audience: [complaint.organizationId],
  };
}
