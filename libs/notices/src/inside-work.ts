import type { Tx } from '#database';
import type { Caller } from '#identity';
import { addMilliseconds, newId, Problem } from '#kernel';
import type { RefusalTemplateEntity } from './inside-work.entity.js';
import { type LockedNotice, lockNoticeFor } from './lock-notice.js';

/** How long a claim holds unless renewed: long enough to read, short enough not to block a colleague. */
export const claimLease = 10 * 60_000;

/** Gives a notice to a member of the platform, or to nobody (null). Immediate, reversible, not part of the record. */
export async function assignNotice(tx: Tx, caller: Caller, noticeId: string, memberId: string | null): Promise<void> {
  const notice = await lockNoticeFor(tx, noticeId, caller, 'work_on_notice');
  if (memberId !== null && !(await isColleague(tx, notice, memberId))) {
    const detail = 'No such active member in your organization.';
    throw new Problem('validation_failed', { errors: [{ pointer: '#/memberId', code: 'dangling_reference', detail }] });
  }
  await tx.query('update notices set assignee_member_id = $2 where id = $1', [noticeId, memberId]);
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
  await tx.query('update notices set claimed_by_member_id = $2, claim_expires_at = $3 where id = $1', [
    noticeId,
    claimedBy,
    claimExpiresAt,
  ]);
  return { claimedBy, claimExpiresAt };
}

/** Writes an internal comment; only the platform's own people ever read it. */
export async function noteNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  text: string,
): Promise<{ id: string; createdAt: Date }> {
  await lockNoticeFor(tx, noticeId, caller, 'work_on_notice');
  const id = newId();
  await tx.query(
    `insert into notice_notes (id, notice_id, organization_id, member_id, text, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, noticeId, caller.organizationId, caller.responsibleMemberId, text, now],
  );
  return { id, createdAt: now };
}

async function isColleague(tx: Tx, notice: LockedNotice, memberId: string): Promise<boolean> {
  const [member] = await tx.query<unknown[]>(
    'select 1 from members where id = $1 and organization_id = $2 and disabled_at is null',
    [memberId, notice.platformOrganizationId],
  );
  return member !== undefined;
}

export interface NoticeNote {
  id: string;
  text: string;
  memberId: string | null;
  memberName: string | null;
  createdAt: Date;
}

/** The notes of one organization on one notice, oldest first; keyset [id]. */
export function notesOfNotice(
  tx: Pick<Tx, 'query'>,
  { noticeId, organizationId }: { noticeId: string; organizationId: string },
  page: { after: readonly string[] | null; limit: number },
): Promise<NoticeNote[]> {
  return tx.query<NoticeNote[]>(
    `select n.id, n.text, n.member_id as "memberId", m.name as "memberName", n.created_at as "createdAt"
     from notice_notes n left join members m on m.id = n.member_id
     where n.notice_id = $1 and n.organization_id = $2 and ($3::uuid is null or n.id > $3) order by n.id limit $4`,
    [noticeId, organizationId, page.after?.[0] ?? null, page.limit + 1],
  );
}

/** One note as its writer reads it back. */
export async function findNote(tx: Pick<Tx, 'query'>, id: string): Promise<NoticeNote> {
  const [note] = await tx.query<NoticeNote[]>(
    `select n.id, n.text, n.member_id as "memberId", m.name as "memberName", n.created_at as "createdAt"
     from notice_notes n left join members m on m.id = n.member_id where n.id = $1`,
    [id],
  );
  return note!;
}

/** Prepared refusals of one organization, by name, which each has for itself alone; keyset [name]. */
export function templatesOf(
  tx: Pick<Tx, 'query'>,
  organizationId: string,
  page: { after: readonly string[] | null; limit: number },
): Promise<RefusalTemplateEntity[]> {
  return tx.query<RefusalTemplateEntity[]>(
    `select id, organization_id as "organizationId", name, reason_code as "reasonCode", text, created_at as "createdAt"
     from refusal_templates where organization_id = $1 and ($2::text is null or name > $2) order by name limit $3`,
    [organizationId, page.after?.[0] ?? null, page.limit + 1],
  );
}
