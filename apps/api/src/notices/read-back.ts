import { domainNow, type Tx } from '#database';
import type { Caller } from '#identity';
import { findNotice } from '#notices';
import { noticeParts } from './notice-parts.js';
import { type NoticeView, noticeView } from './notice.views.js';

/** A notice as its act left it, in the transaction of the act. */
export async function readBack(tx: Tx, caller: Caller, noticeId: string): Promise<NoticeView> {
  const notice = (await findNotice(tx, noticeId))!;
  return noticeView(notice, await noticeParts(tx, notice, caller), caller, await domainNow(tx));
}
