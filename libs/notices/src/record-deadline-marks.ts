import type { Tx } from '#database';
import type { DueMark } from '#deadlines';
import { appendEvents, systemActor } from '#events';
import { clockRule } from '#law';
import { audienceOf } from './lock-notice.js';

/**
 * Puts reached marks into the logs of their notices: a reminder at 50 and 80 %, a breach at 100 %, or at 100 % once
 * more a reminder where the clock is contractual. Three statements for any number of marks.
 */
export async function recordDeadlineMarks(tx: Tx, now: Date, marks: readonly DueMark[]): Promise<void> {
  if (marks.length === 0) return;
  const notices = await tx.query<Array<{ id: string } & Parameters<typeof audienceOf>[0]>>(
    `select id, complainant_organization_id as "complainantOrganizationId", platform_organization_id as "platformOrganizationId",
       regulator_organization_ids as "regulatorOrganizationIds"
     from notices where id = any($1)`,
    [[...new Set(marks.map(({ noticeId }) => noticeId))]],
  );
  const audiences = new Map(notices.map((notice) => [notice.id, audienceOf(notice)]));
  await appendEvents(
    tx,
    now,
    marks.map((mark) => ({
      matterKind: 'notice',
      matterId: mark.noticeId,
      type: mark.mark === 100 && mark.atExpiry === 'breach' ? 'deadline.breached' : 'deadline.reminder',
      actor: systemActor,
      itemIds: mark.subjectKind === 'item' ? [mark.subjectId] : [],
      data: {
        deadlineId: mark.deadlineId,
        rule: mark.rule,
        kind: mark.kind,
        basis: clockRule(mark.rule)?.basis ?? null,
        owedBy: mark.owedBy,
        percent: mark.mark,
        reachedAt: mark.reachedAt.toISOString(),
        dueAt: mark.dueAt.toISOString(),
      },
      audience: audiences.get(mark.noticeId) ?? [],
    })),
  );
}
