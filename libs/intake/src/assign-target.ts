import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import { appendEvents, systemActor } from '#events';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import type { Deficiency } from './domain/filing.js';
import type { PlannedTarget } from './domain/plan-targets.js';
import { resumeFiling, type StoredComplaint } from './resume-filing.js';
import { complaintColumns, targetColumns } from './stored-targets.js';

export type Assignment = { platformId: string } | { noRespondent: true; reason: string };

/**
 * The operator says who answers for an address that nobody was registered for (待归属), and the notice goes out as if it
 * had been routed at once, from now; or that nobody does, with the reason, and the complainant sees it.
 */
export async function assignTarget(tx: Tx, now: Date, caller: Caller, targetId: string, assignment: Assignment) {
  const { target, complaint } = await lockWaiting(tx, targetId);
  const outcome =
    'platformId' in assignment
      ? await routeTo(tx, now, target, complaint, assignment.platformId)
      : await closeWithout(tx, targetId, assignment.reason);
  await tx.query('update targets set routed_at = $2, routed_by = $3 where id = $1', [targetId, now, caller.memberId]);
  await appendEvents(tx, now, [
    {
      matterKind: 'complaint',
      matterId: complaint.id,
      type: 'target.assigned',
      actor: actorOf(caller),
      data: {
        targetId,
        index: target.index,
        outcome: outcome.outcome,
        platformId: outcome.platformId,
        noticeId: outcome.noticeId,
      },
      audience: [complaint.organizationId],
    },
  ]);
  const { noticeId, itemId, code } = outcome;
  return { id: targetId, outcome: outcome.outcome, noticeId, itemId, code };
}

type Stored = StoredComplaint & { deficiencies: Deficiency[] };

async function lockWaiting(tx: Tx, targetId: string): Promise<{ target: PlannedTarget; complaint: Stored }> {
  const [found] = await tx.query<Array<{ complaintId: string }>>(
    'select complaint_id as "complaintId" from targets where id = $1',
    [targetId],
  );
  if (!found) throw new Problem('not_found');
  const [complaint] = await tx.query<Stored[]>(`select ${complaintColumns} from complaints where id = $1 for update`, [
    found.complaintId,
  ]);
  const [target] = await tx.query<PlannedTarget[]>(`select ${targetColumns} from targets where id = $1`, [targetId]);
  if (target!.outcome !== 'unrouted') {
    throw new Problem('wrong_state', {
      detail: 'This target was assigned or withdrawn before.',
      extra: { state: target!.outcome },
    });
  }
  return { target: target!, complaint: complaint! };
}

async function routeTo(tx: Tx, now: Date, target: PlannedTarget, complaint: Stored, platformId: string) {
  const snapshot = await directorySnapshot(tx);
  if (!snapshot.platforms.has(platformId)) {
    const detail = 'No such platform in the directory.';
    throw new Problem('validation_failed', {
      errors: [{ pointer: '#/platformId', code: 'dangling_reference', detail }],
    });
  }
  const routed = { ...target, platformId, matchedBy: 'operator', code: null, detail: null };
  // who reads the reason of a refusal is the complainant, in whatever language: that of the law
  const { targets } = await resumeFiling(tx, now, systemActor, complaint, [routed], complaint.deficiencies, 'zh');
  return targets[0]!;
}

async function closeWithout(tx: Tx, targetId: string, reason: string) {
  await tx.query(`update targets set outcome = 'no_respondent', code = 'no_respondent', detail = $2 where id = $1`, [
    targetId,
    reason,
  ]);
  const nothing = { platformId: null, noticeId: null, itemId: null };
  return { outcome: 'no_respondent' as const, code: 'no_respondent', ...nothing };
}
