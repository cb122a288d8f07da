import { findPlatform } from '#directory';
import type { NoticeFormData } from '#documents';
import { filesOfMatters } from '#evidence';
import { type Caller, can, recordAccess } from '#identity';
import { Problem } from '#kernel';
import { factsOf, findNotice, itemsOfNotice } from '#notices';
import type { DataSource } from 'typeorm';
import { sideOf } from '../files/side-of.js';
import { itemsOfCopy } from './items-of-copy.js';
import { noticeFormOf } from './notice-form-of.js';

interface WantedCopy {
  copy: 'served' | 'forwarded';
  language: 'zh' | 'en';
  /** Ids in lower case; all that the copy is about where null. */
  items: readonly string[] | null;
}

/** The standard form of a notice as its reader may have it. What the caller may not read is not found. */
export async function noticeFormFor(
  database: DataSource,
  caller: Caller,
  id: string,
  wanted: WantedCopy,
): Promise<{ number: string; data: NoticeFormData }> {
  const notice = await findNotice(database, id);
  if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
  const [items, platform, files] = await Promise.all([
    itemsOfNotice(database, id),
    findPlatform(database, notice.platformId),
    filesOfMatters(database, [id, notice.complaintId]),
  ]);
  const side = sideOf(caller, factsOf(notice));
  // a regulator reads personal data of a matter that reached it: that is written down (domain.md §7)
  if (side === 'regulator') await recordAccess(database, caller, { kind: 'notice', id });
  const data = noticeFormOf({
    notice,
    items: itemsOfCopy(items, wanted.copy, wanted.items),
    platform,
    files: files.filter(({ readers }) => readers.includes(side)),
    isForComplainant: side === 'complainant',
    copy: wanted.copy,
    language: wanted.language,
  });
  return { number: notice.number, data };
}
