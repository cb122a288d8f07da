import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { Problem, unique } from '#kernel';
import { transition } from './domain/transition.js';
import { lockHolds, releaseWhileHeld } from './holds.js';
import { lockNotices, moveFacts } from './lock-notice.js';
import { settleExpired } from './settle-expired.js';
import { settleNotices } from './settle-notices.js';
import type { ItemChange } from './settlement.js';

/**
 * The complainant takes a complaint back, whole or for some items. What was down comes back, by a clock of its own
 * (电子商务法 第43条 by analogy); what was pending is no longer owed. Returns how many items were withdrawn.
 */
export async function withdrawComplaint(
  tx: Tx,
  now: Date,
  caller: Caller,
  complaintId: string,
  input: { itemIds?: readonly string[]; reason: string },
): Promise<{ withdrawn: number }> {
  const [complaint] = await tx.query<Array<{ organizationId: string; state: string }>>(
    `select organization_id as "organizationId", state from complaints where id = $1 for update`,
    [complaintId],
  );
  if (!complaint || complaint.organizationId !== caller.organizationId) throw new Problem('not_found');
  if (complaint.state === 'withdrawn')
    throw new Problem('wrong_state', { detail: 'The complaint was withdrawn before.', extra: { state: 'withdrawn' } });
  const known = await tx.query<Array<{ id: string; noticeId: string }>>(
    `select i.id, i.notice_id as "noticeId" from items i join notices n on n.id = i.notice_id where n.complaint_id = $1`,
    [complaintId],
  );
  const wanted = wantedItems(known, input.itemIds);
  const itemIds = [...wanted];
  await settleExpired(tx, now, { noticeIds: unique(known.map(({ noticeId }) => noticeId)) }, itemIds);
  await lockHolds(tx, { itemIds });
  const notices = await lockNotices(tx, [
    ...new Set(known.filter(({ id }) => wanted.has(id)).map(({ noticeId }) => noticeId)),
  ]);
  const leaving = notices.flatMap((notice) =>
    notice.items.flatMap((item): ItemChange[] => {
      if (!wanted.has(item.id)) return [];
      const to = transition(item.state, 'withdraw', 'complainant', moveFacts(notice, item));
      return to ? [{ item, event: 'withdraw', to }] : [];
    }),
  );
  if (input.itemIds && leaving.length < wanted.size) {
    throw new Problem('wrong_state', {
      detail: 'Some of these items were restored or withdrawn before; nothing was changed.',
    });
  }
  const changes = await releaseWhileHeld(tx, leaving);
  await closeCounters(tx, now, changes);
  const actor = actorOf(caller);
  await settleNotices(
    tx,
    now,
    actor,
    notices
      .map((notice) => ({ notice, items: changes.filter(({ item }) => notice.items.includes(item)) }))
      .filter(({ items }) => items.length > 0),
  );
  await tx.query('update complaints set withdrawal_reason = $2 where id = $1', [complaintId, input.reason]);
  if (!input.itemIds) {
    await tx.query(`update complaints set state = 'withdrawn', withdrawn_at = $2 where id = $1`, [complaintId, now]);
    await tx.query(
      `update targets set outcome = 'no_respondent', code = 'withdrawn', routed_at = $2 where complaint_id = $1 and outcome = 'unrouted'`,
      [complaintId, now],
    );
    await appendEvents(tx, now, [
      {
        matterKind: 'complaint',
        matterId: complaintId,
        type: 'complaint.withdrawn',
        actor,
        data: {},
        audience: [caller.organizationId],
      },
    ]);
  }
  return { withdrawn: changes.length };
}

/** The complaint that the user's statement answers is no more. */
async function closeCounters(tx: Tx, now: Date, changes: readonly ItemChange[]): Promise<void> {
  const ids = changes.flatMap(({ item }) => item.counterNoticeId ?? []);
  if (ids.length === 0) return;
  await tx.query(`update counter_notices set state = 'closed', ended_at = $2 where id = any($1)`, [ids, now]);
  for (const { item } of changes) item.isCounterOpen = false;
}

function wantedItems(known: ReadonlyArray<{ id: string }>, itemIds: readonly string[] | undefined): Set<string> {
  const own = new Set(known.map(({ id }) => id));
  const foreign = itemIds?.findIndex((id) => !own.has(id)) ?? -1;
  if (foreign >= 0) {
    const detail = 'No such item in this complaint.';
    throw new Problem('validation_failed', {
      errors: [{ pointer: `#/itemIds/${foreign}`, code: 'unknown_item', detail }],
    });
  }
  return new Set(itemIds ?? own);
}
