import { createHash } from 'node:crypto';
import type { Tx } from '#database';
import { newId, Problem } from '#kernel';
import {
  type DraftChannel,
  type DraftDocument,
  type DraftFormat,
  type DraftRemark,
  longestDraftOriginal,
} from './domain/complaint-draft.js';

export interface IncomingDraft {
  organizationId: string;
  format: DraftFormat;
  channel: DraftChannel;
  /** Who is said to have written it, ≤ 320 characters; shown, never trusted. */
  sender: string | null;
  document: DraftDocument;
  remarks: DraftRemark[];
  /** The message, byte for byte, ≤ 1 MiB; 413 where it is longer. */
  original: Uint8Array;
  /** Who brought it; nobody where it came by mail. */
  broughtBy?: { memberId: string | null; apiKeyId: string | null };
}

export interface KeptDraft {
  id: string;
  /** False where the same message became a draft before: that one is meant. */
  isNew: boolean;
}

/**
 * Keeps what another system wrote as a draft that a member of the organization confirms or discards; nothing is filed.
 * One message is one draft, so that a message that is delivered twice does no harm. Two statements.
 */
export async function keepDraft(tx: Tx, now: Date, draft: IncomingDraft): Promise<KeptDraft> {
  const { organizationId, original } = draft;
  if (original.byteLength > longestDraftOriginal) {
    throw new Problem('body_too_large', { detail: 'A message that becomes a draft has at most 1 MiB.' });
  }
  const sha256 = createHash('sha256').update(original).digest('hex');
  const [kept] = await tx.query<Array<{ id: string }>>(
    `insert into complaint_drafts (id, organization_id, state, format, channel, sender, document, remarks, original,
       original_sha256, original_size, received_at, brought_by, api_key_id)
     values ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (organization_id, original_sha256) where state <> 'discarded' do nothing returning id`,
    [
      newId(),
      organizationId,
      draft.format,
      draft.channel,
      draft.sender,
      JSON.stringify(draft.document),
      JSON.stringify(draft.remarks),
      Buffer.from(original),
      sha256,
      original.byteLength,
      now,
      draft.broughtBy?.memberId ?? null,
      draft.broughtBy?.apiKeyId ?? null,
    ],
  );
  if (kept) return { id: kept.id, isNew: true };
  const [before] = await tx.query<Array<{ id: string }>>(
    `select id from complaint_drafts where organization_id = $1 and original_sha256 = $2 and state <> 'discarded'`,
    [organizationId, sha256],
  );
  return { id: before!.id, isNew: false };
}
