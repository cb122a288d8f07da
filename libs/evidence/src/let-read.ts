import type { Tx } from '#database';
import type { MatterParty } from './domain/linked-matter.js';

/**
 * From now on this side of a matter reads these of its files too. Proof of an identity stays with those whom the link
 * names. One statement, none for no files.
 */
export async function letRead(tx: Tx, matterId: string, fileIds: readonly string[], party: MatterParty): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.query(
    `update file_links set readers = array_append(readers, $3)
     where matter_id = $1 and file_id = any($2) and kind <> 'identity' and not readers @> array[$3]`,
    [matterId, fileIds, party],
  );
}
