import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { newId, Problem } from '#kernel';
import { attachFiles, everyParty } from './attach-files.js';
import { lockItemFor, moveOrRefuse } from './lock-item.js';
import { settleNotices } from './settle-notices.js';

/**
 * The complainant sees an item that was reported as down: the stop of its clock is void and the original period applies,
 * with no breach before 24 hours have passed. A new upload is another item.
 */
export async function reportStillLive(
  tx: Tx,
  now: Date,
  caller: Caller,
  itemId: string,
  input: { text: string | null; fileId: string | null },
): Promise<{ id: string; reportedAt: Date }> {
  const locked = await lockItemFor(tx, now, caller, itemId);
  if (locked.party !== 'complainant') throw new Problem('forbidden');
  const { notice, item } = locked;
  const to = moveOrRefuse(locked, 'report_still_live', 'only what was reported as down can be reported as still live.');
  await attachFiles(tx, now, caller, notice, [{ fileId: input.fileId, pointer: '#/fileId', readers: everyParty }]);
  const id = newId();
  await tx.query(
    'insert into still_live_reports (id, notice_id, item_id, text, file_id, reported_at) values ($1, $2, $3, $4, $5, $6)',
    [id, notice.id, itemId, input.text, input.fileId, now],
  );
  const data = { reportId: id };
  await settleNotices(tx, now, actorOf(caller), [{ notice, items: [{ item, event: 'report_still_live', to, data }] }]);
  return { id, reportedAt: now };
}

/** The platform answers, with proof, that it is down: the earlier stop stands again. */
export async function disputeReport(
  tx: Tx,
  now: Date,
  caller: Caller,
  reportId: string,
  input: { note: string; fileId: string | null },
): Promise<{ disputedAt: Date }> {
  const [report] = await tx.query<Array<{ itemId: string; settledAt: Date | null }>>(
    'select item_id as "itemId", settled_at as "settledAt" from still_live_reports where id = $1',
    [reportId],
  );
  if (!report) throw new Problem('not_found');
  const locked = await lockItemFor(tx, now, caller, report.itemId);
  if (locked.party !== 'platform') throw new Problem('forbidden');
  const { notice, item } = locked;
  const to = moveOrRefuse(locked, 'dispute_report', 'the report has been answered.');
  const [[answered]] = await tx.query<[Array<{ id: string }>, number]>(
    `update still_live_reports set disputed_at = $2, settled_at = $2, dispute_note = $3, dispute_file_id = $4
     where id = $1 and settled_at is null returning id`,
    [reportId, now, input.note, input.fileId],
  );
  if (!answered) throw new Problem('wrong_state', { detail: 'The report has been answered.' });
  await attachFiles(tx, now, caller, notice, [{ fileId: input.fileId, pointer: '#/fileId', readers: everyParty }]);
  const data = { reportId };
  await settleNotices(tx, now, actorOf(caller), [{ notice, items: [{ item, event: 'dispute_report', to, data }] }]);
  return { disputedAt: now };
}
