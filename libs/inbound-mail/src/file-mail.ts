import type { Tx } from '#database';
import { Problem } from '#kernel';

/**
 * The operator is done with a message: what was made of it stands in the note. Filed again, the newer note stands.
 * @throws Problem `not_found`; `validation_failed` where there is no such notice
 */
export async function fileMail(
  tx: Tx,
  now: Date,
  memberId: string,
  mailId: string,
  input: { note: string; noticeId?: string },
): Promise<void> {
  const { note, noticeId } = input;
  if (noticeId !== undefined) await requireNotice(tx, noticeId);
  const [rows] = await tx.query<[unknown[], number]>(
    `update inbound_mail set state = 'filed', filed_at = $2, filed_by = $3, note = $4, notice_id = coalesce($5, notice_id)
     where id = $1 and state <> 'received' returning id`,
    [mailId, now, memberId, note, noticeId ?? null],
  );
  if (rows.length === 0) throw new Problem('not_found');
}

/** It is open again; what the note said stays until it is filed anew. @throws Problem `not_found` */
export async function reopenMail(tx: Tx, mailId: string): Promise<void> {
  const [rows] = await tx.query<[unknown[], number]>(
    `update inbound_mail set state = 'open', filed_at = null, filed_by = null where id = $1 and state <> 'received' returning id`,
    [mailId],
  );
  if (rows.length === 0) throw new Problem('not_found');
}

async function requireNotice(tx: Tx, noticeId: string): Promise<void> {
  const rows = await tx.query<unknown[]>('select 1 from notices where id = $1', [noticeId]);
  if (rows.length > 0) return;
  const detail = 'There is no such notice.';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/noticeId', code: 'unknown_reference', detail }] });
}
