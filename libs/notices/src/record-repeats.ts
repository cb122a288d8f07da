import type { Tx } from '#database';
import { linkFiles } from '#evidence';
import type { Actor } from '#events';
import { newId } from '#kernel';
import { everyParty } from './attach-files.js';
import type { FiledEvidence } from './domain/complaint-document.js';
import { settleNotices } from './settle-notices.js';
import type { NoticeChange } from './settlement.js';

/** The complaint that says again what was said before; its proof goes to the notices that were answered. */
export interface RepeatingComplaint {
  id: string;
  number: string;
  organizationId: string;
  evidence: readonly FiledEvidence[];
}

/**
 * Filing again about what was answered is a report that it is still live, or the one appeal against a refusal, with the
 * proof that was filed. `repeats` comes from `claimCanonicalItems`, whose locks are held. A constant number of statements.
 */
export async function recordRepeats(
  tx: Tx,
  now: Date,
  actor: Actor,
  complaint: RepeatingComplaint,
  repeats: readonly NoticeChange[],
): Promise<void> {
  if (repeats.length === 0) return;
  const { id: complaintId, number, organizationId, evidence } = complaint;
  const changes = repeats.map(({ notice, items }) => ({
    notice,
    items: items.map((change) => ({ ...change, data: { complaintId } })),
  }));
  const said = changes.flatMap(({ notice, items }) =>
    items.map(({ item, event }) => ({ id: newId(), notice_id: notice.id, item_id: item.id, event })),
  );
  await tx.query(
    `with said as (select * from jsonb_to_recordset($1) as s(id uuid, notice_id uuid, item_id uuid, event text)),
     reported as (
       insert into still_live_reports (id, notice_id, item_id, text, reported_at)
       select id, notice_id, item_id, $2, $4 from said where event = 'report_still_live'
       on conflict (item_id) where settled_at is null do nothing
     )
     insert into appeals (item_id, notice_id, text, evidence, received_at)
     select item_id, notice_id, $2, $3, $4 from said where event = 'appeal'`,
    [JSON.stringify(said), number, JSON.stringify(evidence), now],
  );
  await linkFiles(tx, now, organizationId, linksOf(changes, evidence));
  await settleNotices(tx, now, actor, changes);
}

function linksOf(changes: readonly NoticeChange[], evidence: readonly FiledEvidence[]) {
  return changes.flatMap(({ notice }) =>
    evidence.flatMap(({ fileId, kind, forward }) =>
      fileId
        ? [{ fileId, matterKind: 'notice' as const, matterId: notice.id, kind, forward, readers: everyParty }]
        : [],
    ),
  );
}
