import type { Tx } from '#database';
import type { Caller } from '#identity';
import { addMilliseconds, Problem } from '#kernel';
import { tellColleagues } from './inside-work-changes.js';
import { lockNoticeFor } from './lock-notice.js';

/** How long a claim holds unless renewed: long enough to read, short enough not to block a colleague. */
export const claimLease = 10 * 60_000;

const changed = 'select organization_id, notice_id from changed';
const whose = 'platform_organization_id as organization_id, id as notice_id';

/** Gives a notice to a member of the platform, or to nobody (null). Immediate, reversible, not part of the record. */
export async function assignNotice(tx: Tx, caller: Caller, noticeId: string, memberId: string | null): Promise<void> {
  await lockNoticeFor(tx, noticeId, caller, 'work_on_notice');
  await requireColleague(tx, caller, memberId);
  await tx.query(
    `with changed as (update notices set assignee_member_id = $2 where id = $1 returning ${whose}) ${tellColleagues(changed)}`,
    [noticeId, memberId],
  );
}

/**
 * Gives many notices to one member, or to nobody; returns those that were given. What the caller's platform was not
 * served is passed over, as if it were not there. Two statements whatever the number.
 */
export async function assignNotices(
  tx: Tx,
  caller: Caller,
  noticeIds: readonly string[],
  memberId: string | null,
): Promise<Set<string>> {
  await requireColleague(tx, caller, memberId);
  const rows = await tx.query<Array<{ notice_id: string }>>(
    `with own as (
       select id from notices
       where id = any($1) and platform_organization_id = $2 and served_at is not null order by id for update
     ), changed as (
       update notices set assignee_member_id = $3 where id in (select id from own) returning ${whose}
     ), told as (${tellColleagues(changed)})
     select notice_id from changed`,
    [noticeIds, caller.organizationId, memberId],
  );
  return new Set(rows.map((row) => row.notice_id));
}

/**
 * Takes a notice in hand for ten minutes, visibly; again to renew. Held by somebody else: 409 with the holder, unless
 * `takeOver` (接管). `release` lets go.
 */
export async function claimNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  input: { takeOver?: boolean; release?: boolean },
): Promise<{ claimedBy: string | null; claimExpiresAt: Date | null }> {
  await lockNoticeFor(tx, noticeId, caller, 'work_on_notice');
  const [held] = await tx.query<Array<{ id: string | null; name: string | null; expiresAt: Date | null }>>(
    `select m.id, m.name, n.claim_expires_at as "expiresAt" from notices n left join members m on m.id = n.claimed_by_member_id where n.id = $1`,
    [noticeId],
  );
  const isOthers = held?.id && held.id !== caller.responsibleMemberId && held.expiresAt! > now;
  if (isOthers && !input.takeOver) {
    throw new Problem('claimed_by_other', {
      detail: `${held.name} holds it; send {"takeOver": true} to take it over.`,
      extra: { claimedBy: { id: held.id, name: held.name }, claimExpiresAt: held.expiresAt },
    });
  }
  const claimedBy = input.release ? null : caller.responsibleMemberId;
  const claimExpiresAt = input.release ? null : addMilliseconds(now, claimLease);
  await tx.query(
    `with changed as (
       update notices set claimed_by_member_id = $2, claim_expires_at = $3 where id = $1 returning ${whose}
     ) ${tellColleagues(changed)}`,
    [noticeId, claimedBy, claimExpiresAt],
  );
  return { claimedBy, claimExpiresAt };
}

async function requireColleague(tx: Tx, caller: Caller, memberId: string | null): Promise<void> {
  if (memberId === null) return;
  const [member] = await tx.query<unknown[]>(
    'select 1 from members where id = $1 and organization_id = $2 and disabled_at is null',
    [memberId, caller.organizationId],
  );
  if (member) return;
  const detail = 'No such active member in your organization.';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/memberId', code: 'dangling_reference', detail }] });
}
