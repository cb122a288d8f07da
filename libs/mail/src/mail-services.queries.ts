import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { MailServiceState } from './mail-channel.entity.js';
import { letterOfService } from './supersede-services.js';

/** A notice on its way by mail, as the operator sees it: nothing of what it says. */
export interface MailServiceRow {
  id: string;
  noticeId: string;
  noticeNumber: string;
  platform: { id: string; name: string };
  address: string;
  /** What is on file for the platform now. */
  addressOnFile: string | null;
  state: MailServiceState;
  isNoticeServed: boolean;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  nextAttemptAt: Date | null;
  endedAt: Date | null;
}

const columns = `
  select s.id, s.notice_id as "noticeId", n.number as "noticeNumber",
    jsonb_build_object('id', p.id, 'name', p.name) as platform, s.address, p.contact_email as "addressOnFile", s.state,
    n.served_at is not null as "isNoticeServed", coalesce(l.attempt_count, 0) as attempts, l.last_error as "lastError",
    s.created_at as "createdAt", l.next_attempt_at as "nextAttemptAt", s.ended_at as "endedAt"
  from mail_services s join notices n on n.id = s.notice_id join platforms p on p.id = s.platform_id
  left join letters l on ${letterOfService}`;

/** Newest first, from behind `after`; at most `limit`. */
export function listMailServices(
  db: Tx | DataSource,
  state: MailServiceState | null,
  after: string | null,
  limit: number,
): Promise<MailServiceRow[]> {
  return db.query<MailServiceRow[]>(
    `${columns} where ($1::uuid is null or s.id < $1) and ($2::text is null or s.state = $2) order by s.id desc limit $3`,
    [after, state, limit],
  );
}

export async function findMailService(db: Tx | DataSource, id: string): Promise<MailServiceRow | null> {
  const [row] = await db.query<MailServiceRow[]>(`${columns} where s.id = $1`, [id]);
  return row ?? null;
}
