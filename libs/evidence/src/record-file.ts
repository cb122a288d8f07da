import type { Tx } from '#database';
import { newId } from '#kernel';
import type { FileRow } from './files.queries.js';
import type { KeptContent } from './keep-content.js';

/** The organization, and in it the member or the machine. */
export interface Uploader {
  organizationId: string;
  memberId: string | null;
  apiKeyId: string | null;
}

/** Writes that the uploader's organization has uploaded this content under this name. The content is in the store already. */
export async function recordFile(tx: Tx, now: Date, uploader: Uploader, file: KeptContent): Promise<FileRow> {
  const id = newId();
  const { sha256, size, mediaType, name } = file;
  await tx.query(
    `insert into files (id, organization_id, uploaded_by, api_key_id, sha256, media_type, name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, uploader.organizationId, uploader.memberId, uploader.apiKeyId, sha256, mediaType, name, now],
  );
  return { id, name, size, mediaType, sha256, createdAt: now };
}
