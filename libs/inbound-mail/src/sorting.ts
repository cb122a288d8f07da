import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { Message } from './domain/message.js';
import type { Authenticity, MailFinding, MailKind } from './domain/words.js';

/** A message that nobody has looked at yet. */
export interface UnsortedMail {
  id: string;
  raw: Buffer;
  isWhole: boolean;
  authenticity: Authenticity | null;
}

/** What sorting found out. */
export interface Sorted {
  kind: MailKind;
  finding: MailFinding;
  /** Nothing is left to do for a person. */
  isFiled: boolean;
  noticeId?: string;
  organizationId?: string;
  draftId?: string;
  /** Why it could not be read or taken, for the operator. */
  note?: string;
}

/** Null where it was sorted before. */
export async function findUnsorted(database: DataSource, mailId: string): Promise<UnsortedMail | null> {
  const [row] = await database.query<UnsortedMail[]>(
    `select id, raw, is_whole as "isWhole", authenticity from inbound_mail where id = $1 and state = 'received'`,
    [mailId],
  );
  return row ?? null;
}

/** Takes the message for this transaction alone; false where another has sorted it meanwhile. */
export async function lockUnsorted(tx: Tx, mailId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(`select 1 from inbound_mail where id = $1 and state = 'received' for update`, [
    mailId,
  ]);
  return rows.length > 0;
}

/** Writes down what a message is and what came of it; what it says, as far as it could be read. */
export async function recordSorting(
  tx: Tx,
  now: Date,
  mailId: string,
  sorted: Sorted,
  told: { message: Message | null; authenticity: Authenticity | null },
): Promise<void> {
  const { message, authenticity } = told;
  await tx.query(
    `update inbound_mail set state = $2, filed_at = $3, kind = $4, finding = $5, authenticity = $6, sender = $7,
       recipients = $8, subject = $9, message_id = $10, body = $11, attachments = $12, notice_id = $13,
       organization_id = $14, draft_id = $15, note = $16
     where id = $1`,
    [
      mailId,
      sorted.isFiled ? 'filed' : 'open',
      sorted.isFiled ? now : null,
      sorted.kind,
      sorted.finding,
      authenticity,
      message?.sender ?? null,
      message?.recipients.join(', ').slice(0, 2_000) ?? null,
      message?.subject ?? null,
      message?.messageId ?? null,
      message?.text ?? null,
      message
        ? JSON.stringify(message.attachments.map(({ name, mediaType, size }) => ({ name, mediaType, size })))
        : null,
      sorted.noticeId ?? null,
      sorted.organizationId ?? null,
      sorted.draftId ?? null,
      sorted.note?.slice(0, 500) ?? null,
    ],
  );
}
