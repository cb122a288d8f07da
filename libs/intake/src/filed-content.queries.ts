import type { Tx } from '#database';
import { sha256Hex } from '#kernel';
import type { DataSource } from 'typeorm';
import type { FiledTarget, Filing } from './domain/filing.js';

/** A complaint at the moment of its receipt, from the event that recorded it. */
export interface ReceivedComplaint {
  complaintId: string;
  complaintNumber: string;
  organizationId: string;
  receivedAt: Date;
  stateOnReceipt: 'filed' | 'deficient';
  contentSha256: string;
  targets: Array<{ index: number; rawSha256: string }>;
  eventId: string;
  eventHash: string;
  /** What is stored now: what was filed, until it is supplemented. */
  content: Filing;
}

/** Null where there is no such complaint, or none whose content was recorded when it came. Two statements. */
export async function findReceivedComplaint(
  db: Tx | DataSource,
  complaintId: string,
): Promise<ReceivedComplaint | null> {
  const [row] = await db.query<Array<Omit<ReceivedComplaint, 'targets' | 'content'> & Omit<Filing, 'targets'>>>(
    `select c.id as "complaintId", c.number as "complaintNumber", c.organization_id as "organizationId",
       c.client_ref as "clientRef", c.ground, c.document, c.received_at as "receivedAt",
       case e.type when 'complaint.filed' then 'filed' else 'deficient' end as "stateOnReceipt",
       e.payload::jsonb #>> '{data,contentSha256}' as "contentSha256", e.id as "eventId", e.hash as "eventHash"
     from complaints c join events e on e.matter_id = c.id and e.sequence = 1
     where c.id = $1 and e.payload::jsonb #> '{data,contentSha256}' is not null`,
    [complaintId],
  );
  if (!row) return null;
  const { clientRef, ground, document, ...received } = row;
  // several addresses in one text are several targets; it was filed once
  const targets = await db.query<Array<FiledTarget & { index: number }>>(
    `select distinct on (index) index, raw as text, work_ref as "workRef", "right", description, account
     from targets where complaint_id = $1 order by index, ordinal`,
    [complaintId],
  );
  return {
    ...received,
    targets: targets.map(({ index, text }) => ({ index, rawSha256: sha256Hex(text) })),
    content: { clientRef, ground, document, targets: targets.map(({ index: _index, ...target }) => target) },
  };
}
