import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import type { ComplaintDocument } from '#notices';
import { checkCompleted } from './domain/check-references.js';
import { documentSha256 } from './domain/filed-content.js';
import type { PlannedTarget } from './domain/plan-targets.js';
import type { Language } from './draft-filing.js';
import { resumeFiling, type StoredComplaint } from './resume-filing.js';
import { complaintColumns, targetColumns } from './stored-targets.js';

/** What takes the place of parts of a complaint; evidence is added to what there is. */
export type Supplement = Partial<Omit<ComplaintDocument, 'demand'>>;

/**
 * 补正: the complainant completes what was missing. Until then the notice counts as not sent (互联网著作权行政保护办法
 * 第8–10条), so what is complete now is served now and its clocks run from now; what still lacks something waits with
 * the new list. Notices that were made before stay as they were.
 */
export async function supplementComplaint(
  tx: Tx,
  now: Date,
  caller: Caller,
  complaintId: string,
  supplement: Supplement,
  language: Language,
): Promise<void> {
  const complaint = await lockComplaint(tx, caller, complaintId);
  const targets = await tx.query<PlannedTarget[]>(
    `select ${targetColumns} from targets where complaint_id = $1 order by ordinal`,
    [complaintId],
  );
  const deficient = targets.filter(({ outcome }) => outcome === 'deficient');
  if (deficient.length === 0) throw nothingToComplete(complaint);
  const document = merged(complaint.document, supplement);
  checkCompleted(document, targets);
  const made = await tx.query<Array<{ id: string }>>(
    'select id from notices where complaint_id = $1 and document is null',
    [complaintId],
  );
  await tx.query('update complaints set document = $2 where id = $1', [complaintId, JSON.stringify(document)]);
  const actor = actorOf(caller);
  const completing = { ...complaint, document };
  const { deficiencies, ...resumed } = await resumeFiling(tx, now, actor, completing, deficient, [], language);
  // only now, because things are locked before notices
  await tx.query('update notices set document = $2 where id = any($1)', [
    made.map(({ id }) => id),
    JSON.stringify(complaint.document),
  ]);
  await appendEvents(tx, now, [
    {
      matterKind: 'complaint',
      matterId: complaintId,
      type: 'complaint.supplemented',
      actor,
      data: {
        parts: Object.keys(supplement).sort(),
        evidenceCount: supplement.evidence?.length ?? 0,
        deficiencyCount: deficiencies.length,
        noticeIds: resumed.noticeIds,
        noticeCount: resumed.noticeCount,
        documentSha256: documentSha256(document),
      },
      audience: [complaint.organizationId],
    },
  ]);
}

async function lockComplaint(tx: Tx, caller: Caller, complaintId: string): Promise<StoredComplaint> {
  const [complaint] = await tx.query<StoredComplaint[]>(
    `select ${complaintColumns} from complaints where id = $1 for update`,
    [complaintId],
  );
  if (!complaint || complaint.organizationId !== caller.organizationId) throw new Problem('not_found');
  const { state } = complaint;
  if (state === 'withdrawn' || state === 'frozen') {
    throw new Problem('wrong_state', { detail: `The complaint is ${state}; file a new one.`, extra: { state } });
  }
  return complaint;
}

function merged(document: ComplaintDocument, { evidence = [], ...parts }: Supplement): ComplaintDocument {
  return { ...document, ...parts, evidence: [...document.evidence, ...evidence] };
}

function nothingToComplete({ state }: StoredComplaint): Problem {
  const detail =
    'No target of this complaint waits for a missing element. To say something new about another address, or about one ' +
    'that could not be read, file a new complaint; to add proof to a notice that a platform asked about, supplement the notice.';
  return new Problem('wrong_state', { detail, extra: { state } });
}
