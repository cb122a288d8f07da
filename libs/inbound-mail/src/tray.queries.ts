import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { InboundMailEntity } from './inbound-mail.entity.js';
import type { MailKind, MailState } from './domain/words.js';

/** A message as the list of the tray shows it: header and finding, never what it says. */
export interface TrayRow extends Omit<InboundMailEntity, 'raw' | 'body' | 'attachments'> {
  noticeNumber: string | null;
  organizationName: string | null;
  filerName: string | null;
}

export interface TrayEntry extends TrayRow {
  body: string | null;
  attachments: Array<{ name: string; mediaType: string; size: number }> | null;
}

const columns = `m.id, m.sha256, m.size, m.is_whole as "isWhole", m.received_at as "receivedAt", m.state, m.kind, m.finding,
  m.authenticity, m.sender, m.recipients, m.subject, m.message_id as "messageId", m.notice_id as "noticeId",
  m.organization_id as "organizationId", m.draft_id as "draftId", m.filed_at as "filedAt", m.filed_by as "filedBy", m.note,
  n.number as "noticeNumber", o.name as "organizationName", f.name as "filerName"`;
const sources = `inbound_mail m left join notices n on n.id = m.notice_id left join organizations o on o.id = m.organization_id
  left join members f on f.id = m.filed_by`;

/** The tray: what is open or what was filed, newest first, keyset [id]. */
export function listTray(
  database: DataSource,
  filter: { state: Exclude<MailState, 'received'>; kind?: MailKind },
  page: { after: readonly string[] | null; limit: number },
): Promise<TrayRow[]> {
  return database.query<TrayRow[]>(
    `select ${columns} from ${sources}
     where m.state = $1 and ($2::text is null or m.kind = $2) and ($3::uuid is null or m.id < $3)
     order by m.id desc limit $4`,
    [filter.state, filter.kind ?? null, page.after?.[0] ?? null, page.limit],
  );
}

/** One message with what it says; null where there is none that was sorted. */
export async function findTrayEntry(db: Tx | DataSource, mailId: string): Promise<TrayEntry | null> {
  const [row] = await db.query<TrayEntry[]>(
    `select ${columns}, m.body, m.attachments from ${sources} where m.id = $1 and m.state <> 'received'`,
    [mailId],
  );
  return row ?? null;
}

/** The message byte for byte, as far as it is kept; null where there is none that was sorted. */
export async function findSource(
  database: DataSource,
  mailId: string,
): Promise<{ raw: Buffer; sha256: string } | null> {
  const [row] = await database.query<Array<{ raw: Buffer; sha256: string }>>(
    `select raw, sha256 from inbound_mail where id = $1 and state <> 'received'`,
    [mailId],
  );
  return row ?? null;
}
