import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { transition } from './domain/transition.js';
import { lockNoticeFor, moveFacts } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

/**
 * The platform says that it has the notice. It neither starts nor stops a statutory clock (电子签名法 第11条: entry into
 * its inbox was the receipt). Said twice, the first instant stands.
 */
export async function acknowledgeNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  input: { reference?: string },
): Promise<{ acknowledgedAt: Date }> {
  const notice = await lockNoticeFor(tx, noticeId, caller, 'act_on_notice');
  if (notice.acknowledgedAt) return { acknowledgedAt: notice.acknowledgedAt };
  if (!notice.items.some((item) => transition(item.state, 'acknowledge', 'platform', moveFacts(notice, item)))) {
    throw new Problem('wrong_state', { detail: 'The notice was withdrawn.', extra: { state: notice.state } });
  }
  await settleNotices(tx, now, actorOf(caller), [{ notice, items: [], whole: { event: 'acknowledge', data: {} } }]);
  await tx.query('update notices set acknowledgement_reference = $2 where id = $1', [
    noticeId,
    input.reference ?? null,
  ]);
  return { acknowledgedAt: now };
}
