import type { Tx } from '#database';
import type { Caller } from '#identity';
import { newId, Problem } from '#kernel';
import { tellColleagues } from './inside-work-changes.js';
import { lockNoticeFor } from './lock-notice.js';

/** How long its writer can take a note back. */
export const noteUndo = 10 * 60_000;

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
    `with note as (
       insert into notice_notes (id, notice_id, organization_id, member_id, text, created_at)
       values ($1, $2, $3, $4, $5, $6) returning organization_id, notice_id
     ) ${tellColleagues('select organization_id, notice_id from note')}`,
    [id, noticeId, caller.organizationId, caller.responsibleMemberId, text, now],
  );
  return { id, createdAt: now };
}

/** Takes back what one has just written oneself: 403 where a colleague wrote it, 409 `undo_over` after ten minutes. */
export async function takeBackNote(
  tx: Tx,
  now: Date,
  caller: Caller,
  { noticeId, noteId }: { noticeId: string; noteId: string },
): Promise<void> {
  await lockNoticeFor(tx, noticeId, caller, 'work_on_notice');
  const [note] = await tx.query<Array<{ memberId: string | null; createdAt: Date }>>(
    `select member_id as "memberId", created_at as "createdAt" from notice_notes
     where id = $1 and notice_id = $2 and organization_id = $3`,
    [noteId, noticeId, caller.organizationId],
  );
  if (!note) throw new Problem('not_found');
  if (note.memberId !== caller.responsibleMemberId) throw new Problem('forbidden', { detail: 'A colleague wrote it.' });
  if (now.getTime() - note.createdAt.getTime() > noteUndo) {
    throw new Problem('undo_over', { detail: 'A note stands after ten minutes; write another.' });
  }
  await tx.query(
    `with note as (delete from notice_notes where id = $1 returning organization_id, notice_id)
     ${tellColleagues('select organization_id, notice_id from note')}`,
    [noteId],
  );
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
