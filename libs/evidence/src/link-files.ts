import type { Tx } from '#database';
import { type FileLink, mergeLinks } from './domain/linked-matter.js';

/**
 * Puts files before the parties of matters. The files are checked before (`requireOwnFiles`). Linking again changes
 * nothing, but that a file named anew as not to be forwarded is forwarded no more. One statement, none for no links.
 */
export async function linkFiles(tx: Tx, now: Date, organizationId: string, links: readonly FileLink[]): Promise<void> {
  if (links.length === 0) return;
  await tx.query(
    `insert into file_links (matter_id, file_id, matter_kind, kind, forward, readers, linked_by_organization_id, linked_at)
     select "matterId", "fileId", "matterKind", kind, forward, readers, $2, $3
     from jsonb_to_recordset($1) as link(
       "matterId" uuid, "fileId" uuid, "matterKind" text, kind text, forward boolean, readers text[])
     on conflict (matter_id, file_id) do update set forward = false where file_links.forward and not excluded.forward`,
    [JSON.stringify(mergeLinks(links)), organizationId, now],
  );
}
