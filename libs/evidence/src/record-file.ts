import type { Tx } from '#database';
import type { Caller } from '#identity';
import { newId } from '#kernel';
import type { FileRow } from './files.queries.js';
import type { KeptContent } from './keep-content.js';

/** Writes that the caller's organization has uploaded this content under this name. The content is in the store already. */
export async function recordFile(
  tx: Tx,
  now: Date,
  caller: Pick<Caller, 'organizationId' | 'memberId' | 'apiKeyId'>,
  file: KeptContent,
): Promise<FileRow> {
  const id = newId();
  const { sha256, size, mediaType, name } = file;
  await tx.query(
    `insert into files (id, organization_id, uploaded_by, api_key_id, sha256, media_type, name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, caller.organizationId, caller.memberId, caller.apiKeyId, sha256, mediaType, name, now],
  );
  return { id, name, size, mediaType, sha256, createdAt: now };
}
