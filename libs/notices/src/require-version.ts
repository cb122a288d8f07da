import type { Tx } from '#database';
import { type Caller, can } from '#identity';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import { lockHolds } from './holds.js';
import { factsOf } from './lock-notice.js';
import { findNotice } from './notices.queries.js';

/**
 * For a caller who says which version of a notice it has read: the notice is locked with all its things and items, and
 * where more has happened since, that is told and nothing is done. `id` is the notice's or that of anything inside it;
 * of what the caller may not read nothing is told here.
 */
export async function requireNoticeVersion(tx: Tx, caller: Caller, id: string, expected: number): Promise<void> {
  const [found] = await tx.query<Array<{ noticeId: string; itemIds: string[] }>>(
    `select notice_id as "noticeId", array_agg(id) as "itemIds" from items
     where notice_id in (
       select id from notices where id = $1
       union all select notice_id from items where id = $1
       union all select notice_id from counter_notices where id = $1
       union all select notice_id from proceedings where id = $1
       union all select notice_id from orders where id = $1
       union all select notice_id from still_live_reports where id = $1)
     group by notice_id`,
    [id],
  );
  if (!found) return;
  await lockHolds(tx, { itemIds: found.itemIds, noticeIds: [found.noticeId] });
  const notice = (await findNotice(tx, found.noticeId))!;
  if (can(caller, 'read_notice', factsOf(notice))) refuseOther(notice.state, notice.sequence, expected);
}

/** The same of a complaint; its version rises with every event of its own and of its notices. */
export async function requireComplaintVersion(tx: Tx, caller: Caller, id: string, expected: number): Promise<void> {
  const [complaint] = await tx.query<Array<{ state: string; organizationId: string }>>(
    'select state, organization_id as "organizationId" from complaints where id = $1 for update',
    [id],
  );
  if (complaint?.organizationId !== caller.organizationId) return;
  refuseOther(complaint.state, await complaintVersion(tx, id), expected);
}

export async function complaintVersion(db: Tx | DataSource, complaintId: string): Promise<number> {
  const [row] = await db.query<Array<{ version: number }>>(
    `select sum(last_sequence)::int as version from event_chains
     where matter_id = $1 or matter_id in (select id from notices where complaint_id = $1)`,
    [complaintId],
  );
  return row!.version;
}

function refuseOther(state: string, version: number, expected: number): void {
  if (version === expected) return;
  throw new Problem('stale_version', {
    detail: `Version ${expected} was read, and more has happened since; read it again. It is now version ${version}.`,
    extra: { state, version },
  });
}
