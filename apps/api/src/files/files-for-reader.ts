import { filesOfMatters, type LinkedFile } from '#evidence';
import { type Caller, can, recordAccess } from '#identity';
import { Problem } from '#kernel';
import { factsOf, findNotice } from '#notices';
import type { DataSource } from 'typeorm';
import { sideOf } from './side-of.js';

/**
 * The files of a notice and of its complaint that were put before the caller's side, each once though both may have it.
 * A regulator's reading is written down (domain.md §7). What the caller may not read is not found.
 */
export async function filesForReader(database: DataSource, caller: Caller, noticeId: string): Promise<LinkedFile[]> {
  const notice = await findNotice(database, noticeId);
  if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
  const side = sideOf(caller, factsOf(notice));
  const files = await filesOfMatters(database, [notice.id, notice.complaintId]);
  if (side === 'regulator') await recordAccess(database, caller, { kind: 'notice', id: notice.id });
  const shown = files.filter(({ readers }) => readers.includes(side));
  return [...new Map(shown.map((file) => [file.id, file])).values()];
}
