import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { newId, Problem } from '#kernel';
import { type DraftedNotice, recordRepeats, type TargetEntity, writeFiling } from '#notices';
import { checkReferences } from './domain/check-references.js';
import { contentSha256 } from './domain/filed-content.js';
import type { Deficiency, Filing } from './domain/filing.js';
import { locationFault, planTargets } from './domain/plan-targets.js';
import { draftFiling, type Language } from './draft-filing.js';
import { readWith } from './resolve-targets.js';

export interface FiledComplaint {
  id: string;
  number: string;
  state: 'deficient' | 'filed';
  receivedAt: Date;
  completedAt: Date | null;
  deficiencies: Deficiency[];
  targets: Array<Pick<TargetEntity, 'index' | 'outcome' | 'code' | 'detail' | 'noticeId' | 'itemId' | 'platformId'>>;
  notices: Array<DraftedNotice & { number: string; platformName: string }>;
}

/**
 * One complaint becomes notices: texts are read, each target goes to the platform that answers for it, what is complete
 * is served in the same transaction, and every target ends in an outcome. Never all-or-nothing in the law, always
 * all-or-nothing in the database. Seven statements whatever the number of targets, works and platforms, three where
 * nothing goes out; two more each for a clientRef and for an authorization, a constant number more for what was answered
 * before and is filed again.
 */
export async function fileComplaint(
  tx: Tx,
  now: Date,
  caller: Caller,
  filing: Filing,
  language: Language = 'zh',
): Promise<FiledComplaint> {
  const { clientRef, ground, document } = filing;
  checkReferences(document.works, filing.targets);
  const { organizationId } = caller;
  const snapshot = await directorySnapshot(tx);
  const texts = filing.targets.map(({ text }) => text);
  const planned = planTargets(filing, await readWith(snapshot, texts));
  await refuseRepeatedReference(tx, organizationId, clientRef);
  const complaint = { id: newId(), organizationId, document, language };
  const drafted = await draftFiling(tx, now, complaint, planned, snapshot);
  const { targets, notices } = drafted;
  const deficiencies = [...locationFault(planned), ...drafted.deficiencies];
  const state = deficiencies.length === 0 || targets.some(hasGoneOut) ? 'filed' : 'deficient';
  const completedAt = deficiencies.length === 0 ? now : null;
  const { complaintNumber, noticeNumbers } = await writeFiling(tx, now, {
    complaintId: complaint.id,
    complainantOrganizationId: organizationId,
    targets,
    notices,
    complaint: {
      id: complaint.id,
      organizationId,
      clientRef,
      ground,
      state,
      document,
      deficiencies,
      targetCount: targets.length,
      receivedAt: now,
      completedAt,
      createdBy: caller.memberId,
      apiKeyId: caller.apiKeyId,
    },
  });
  const number = complaintNumber!;
  const repeating = { id: complaint.id, number, organizationId, evidence: document.evidence };
  await recordRepeats(tx, now, actorOf(caller), repeating, drafted.repeats);
  await appendEvents(tx, now, [
    filedEvent(complaint, state, caller, targets.length, notices, contentSha256(filing)),
    ...drafted.events,
  ]);
  return {
    id: complaint.id,
    number,
    state,
    receivedAt: now,
    completedAt,
    deficiencies,
    targets,
    notices: notices.map((notice) => ({
      ...notice,
      number: noticeNumbers.get(notice.id)!,
      platformName: snapshot.platforms.get(notice.platformId)!.name,
    })),
  };
}

/** Somebody was told: of a complaint of which something went out nobody says that it is deficient. */
export const outcomesThatWentOut: ReadonlyArray<TargetEntity['outcome']> = [
  'served',
  'awaiting_service',
  'reported_again',
];

function hasGoneOut({ outcome }: { outcome: TargetEntity['outcome'] }): boolean {
  return outcomesThatWentOut.includes(outcome);
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
    data: { targetCount, ...noticesMade(notices), contentSha256: content },
    audience: [complaint.organizationId],
  };
}

/** An event names at most a hundred notices, so that it stays small. */
export function noticesMade(notices: ReadonlyArray<{ id: string }>): { noticeIds: string[]; noticeCount: number } {
  return { noticeIds: notices.slice(0, 100).map(({ id }) => id), noticeCount: notices.length };
}
