import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { ComplaintDraftEntity, DraftState } from './complaint-draft.entity.js';

export type DraftRow = Omit<ComplaintDraftEntity, 'organizationId' | 'original'> & { complaintNumber: string | null };

const columns = `d.id, d.state, d.format, d.channel, d.sender, d.document, d.remarks,
  d.original_sha256 as "originalSha256", d.original_size as "originalSize", d.complaint_id as "complaintId",
  c.number as "complaintNumber", d.received_at as "receivedAt", d.brought_by as "broughtBy",
  d.api_key_id as "apiKeyId", d.ended_at as "endedAt", d.ended_by as "endedBy"`;

export type DraftListRow = Omit<DraftRow, 'document' | 'remarks'> & {
  title: string | null;
  targetCount: number;
  remarkCount: number;
};

/** An organization's drafts in one state, newest first; keyset [id]; one more than `limit` where a page follows. */
export function listDrafts(
  db: Tx | DataSource,
  organizationId: string,
  state: DraftState,
  page: { after: readonly string[] | null; limit: number },
): Promise<DraftListRow[]> {
  return db.query<DraftListRow[]>(
    `select ${columns.replace('d.document, d.remarks,', '')}, d.document #>> '{works,0,title}' as title,
       jsonb_array_length(d.document -> 'targets') as "targetCount", jsonb_array_length(d.remarks) as "remarkCount"
     from complaint_drafts d left join complaints c on c.id = d.complaint_id
     where d.organization_id = $1 and d.state = $2 and ($3::uuid is null or d.id < $3)
     order by d.id desc limit $4`,
    [organizationId, state, page.after?.[0] ?? null, page.limit + 1],
  );
}

/** One draft of the organization; null also where it is another's. */
export async function findDraft(
  db: Tx | DataSource,
  organizationId: string,
  draftId: string,
): Promise<DraftRow | null> {
  const [row] = await db.query<DraftRow[]>(
    `select ${columns} from complaint_drafts d left join complaints c on c.id = d.complaint_id
     where d.id = $2 and d.organization_id = $1`,
    [organizationId, draftId],
  );
  return row ?? null;
}

/** The message that a draft was made of, byte for byte; null where the draft was discarded, or is another's. */
export async function originalOfDraft(
  db: Tx | DataSource,
  organizationId: string,
  draftId: string,
): Promise<(Pick<DraftRow, 'format' | 'originalSha256'> & { original: Buffer }) | null> {
  const [row] = await db.query<Array<Pick<DraftRow, 'format' | 'originalSha256'> & { original: Buffer }>>(
    `select format, original_sha256 as "originalSha256", original from complaint_drafts
     where id = $2 and organization_id = $1 and original is not null`,
    [organizationId, draftId],
  );
  return row ?? null;
}
