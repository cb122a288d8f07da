import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import { type Actor, appendEvents, type NewEvent } from '#events';
import { type ComplaintDetail, recordRepeats, type TargetEntity, writeFiling } from '#notices';
import type { Deficiency } from './domain/filing.js';
import type { PlannedTarget } from './domain/plan-targets.js';
import { draftFiling, type Language } from './draft-filing.js';
import { noticesMade, outcomesThatWentOut } from './file-complaint.js';

/** A complaint that was filed before, its row locked. */
export type StoredComplaint = Pick<
  ComplaintDetail,
  'id' | 'number' | 'organizationId' | 'document' | 'state' | 'targetCount'
>;

export interface Resumed {
  targets: Array<PlannedTarget & { outcome: TargetEntity['outcome'] }>;
  noticeIds: string[];
  noticeCount: number;
  deficiencies: Deficiency[];
}

/**
 * Targets of a complaint that waited go on as if they had just been filed: for an operator who assigned them, for a
 * complainant who completed them. Their clocks run from now. `otherDeficiencies` are those of targets that are not
 * among them. Of a complaint of which something went out the log says `complaint.filed` once, whenever that was.
 */
export async function resumeFiling(
  tx: Tx,
  now: Date,
  actor: Actor,
  complaint: StoredComplaint,
  waiting: readonly PlannedTarget[],
  otherDeficiencies: readonly Deficiency[],
  language: Language,
): Promise<Resumed> {
  const { id, number, organizationId, document } = complaint;
  const routed = waiting.map((target) => ({ ...target, outcome: 'routed' as PlannedTarget['outcome'] }));
  const snapshot = await directorySnapshot(tx);
  const { targets, notices, events, deficiencies, repeats } = await draftFiling(
    tx,
    now,
    { id, organizationId, document, language },
    routed,
    snapshot,
  );
  const rows = { complaint: null, complaintId: id, complainantOrganizationId: organizationId, targets: [], notices };
  await writeFiling(tx, now, rows);
  await writeOutcomes(tx, targets);
  await recordRepeats(tx, now, actor, { id, number, organizationId, evidence: document.evidence }, repeats);
  await appendEvents(tx, now, events);
  const made = noticesMade(notices);
  await noteChange(tx, now, actor, complaint, [...otherDeficiencies, ...deficiencies], made);
  return { targets, ...made, deficiencies };
}

async function writeOutcomes(tx: Tx, targets: Resumed['targets']): Promise<void> {
  const rows = targets.map(({ id, outcome, platformId, code, detail, noticeId, itemId }) => ({
    id,
    outcome,
    platform: platformId,
    code,
    detail,
    notice: noticeId,
    item: itemId,
  }));
  await tx.query(
    `update targets t set outcome = r.outcome, platform_id = r.platform, code = r.code, detail = r.detail,
       notice_id = r.notice, item_id = r.item
     from jsonb_to_recordset($1) as r(id uuid, outcome text, platform uuid, code text, detail text, notice uuid, item uuid)
     where t.id = r.id`,
    [JSON.stringify(rows)],
  );
}

/** A complaint that lacks something, and of which nothing went out, is deficient; any other is filed. */
async function noteChange(
  tx: Tx,
  now: Date,
  actor: Actor,
  complaint: StoredComplaint,
  deficiencies: readonly Deficiency[],
  made: { noticeIds: string[]; noticeCount: number },
): Promise<void> {
  const [[after]] = await tx.query<[Array<{ state: string }>, number]>(
    `update complaints c set deficiencies = $2,
       state = case when c.state in ('withdrawn', 'frozen') then c.state
         when $3 or exists (select from targets t where t.complaint_id = c.id and t.outcome = any($4)) then 'filed'
         else 'deficient' end,
       completed_at = case when $3 then coalesce(completed_at, $5) end
     where id = $1 returning state`,
    [complaint.id, JSON.stringify(deficiencies), deficiencies.length === 0, outcomesThatWentOut, now],
  );
  const { state } = after!;
  if (state === complaint.state || (state === 'filed' && (await wasFiledBefore(tx, complaint.id)))) return;
  const event: NewEvent = {
    matterKind: 'complaint',
    matterId: complaint.id,
    type: state === 'filed' ? 'complaint.filed' : 'complaint.deficient',
    actor,
    data: { targetCount: complaint.targetCount, ...made },
    audience: [complaint.organizationId],
  };
  await appendEvents(tx, now, [event]);
}

async function wasFiledBefore(tx: Tx, complaintId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select from events where matter_id = $1 and type = 'complaint.filed' limit 1`,
    [complaintId],
  );
  return rows.length > 0;
}
