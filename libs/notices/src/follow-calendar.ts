import type { Tx } from '#database';
import {
  deadlinesToRederive,
  type MovedDeadline,
  papersInForce,
  rederiveDeadlines,
  type RederiveDeadlinesPayload,
} from '#deadlines';
import { appendEvents, systemActor } from '#events';
import { unique } from '#kernel';
import { audienceOf } from './lock-notice.js';
import { refreshNextDue } from './refresh-next-due.js';

/**
 * A new paper came: the next clocks that counted one of its days are derived again, their notices follow, and the log
 * of each says what moved. Locks as every writer of a notice does: notices, clocks, chains. A constant number of
 * statements for `limit` clocks.
 * @param after where the batch before ended; null for the first
 * @returns where this batch ended, null after the last; and how many clocks moved
 */
export async function followCalendar(
  tx: Tx,
  now: Date,
  span: RederiveDeadlinesPayload,
  after: string | null,
  limit: number,
): Promise<{ after: string | null; moved: number }> {
  const { papers, version } = await papersInForce(tx);
  const open = await deadlinesToRederive(tx, now, span, version, after, limit);
  if (open.length === 0) return { after: null, moved: 0 };
  const notices = await tx.query<Array<{ id: string } & Parameters<typeof audienceOf>[0]>>(
    `select id, complainant_organization_id as "complainantOrganizationId", platform_organization_id as "platformOrganizationId",
       regulator_organization_ids as "regulatorOrganizationIds"
     from notices where id = any($1) order by id for update`,
    [unique(open.map(({ noticeId }) => noticeId))],
  );
  const moved = await rederiveDeadlines(
    tx,
    now,
    open.map(({ id }) => id),
    papers,
  );
  if (moved.length > 0) {
    await refreshNextDue(tx, unique(moved.map(({ noticeId }) => noticeId)));
    const audiences = new Map(notices.map((notice) => [notice.id, audienceOf(notice)]));
    await appendEvents(
      tx,
      now,
      moved.map((deadline) => movedEvent(deadline, audiences.get(deadline.noticeId) ?? [])),
    );
  }
  return { after: open.length < limit ? null : open.at(-1)!.id, moved: moved.length };
}

function movedEvent({ noticeId, subjectKind, subjectId, from, to, ...facts }: MovedDeadline, audience: string[]) {
  return {
    matterKind: 'notice' as const,
    matterId: noticeId,
    type: 'deadline.moved',
    actor: systemActor,
    itemIds: subjectKind === 'item' ? [subjectId] : [],
    data: { ...facts, from: from.toISOString(), to: to.toISOString() },
    audience,
  };
}
