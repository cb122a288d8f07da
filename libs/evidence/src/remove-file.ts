import type { Tx } from '#database';
import { Problem } from '#kernel';

/**
 * Takes an own file back, as long as no matter rests on it; upkeep removes the content when no other file has it.
 * @throws Problem `not_found`, `file_in_use`
 */
export async function removeFile(tx: Tx, organizationId: string, fileId: string): Promise<void> {
  // the lock keeps out whoever is about to link it
  const [file] = await tx.query<Array<{ id: string }>>(
    'select id from files where id = $1 and organization_id = $2 for update',
    [fileId, organizationId],
  );
  if (!file) throw new Problem('not_found');
  const links = await tx.query<unknown[]>('select 1 from file_links where file_id = $1 limit 1', [fileId]);
  if (links.length > 0) {
    throw new Problem('file_in_use', { detail: 'A matter rests on this file; it is kept as long as the matter.' });
  }
  await tx.query('delete from files where id = $1', [fileId]);
}
