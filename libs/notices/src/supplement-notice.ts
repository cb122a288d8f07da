import type { Tx } from '#database';
import { actorOf, type Caller, can } from '#identity';
import { newId, Problem } from '#kernel';
import type { StatementsDraft } from '#law';
import { attachFiles, evidenceFiles } from './attach-files.js';
import type { FiledEvidence } from './domain/complaint-document.js';
import { transition } from './domain/transition.js';
import { lockNoticeAt } from './lock-item.js';
import { factsOf, moveFacts } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';
import type { ItemChange } from './settlement.js';

/** What the complainant sends in answer to a platform that asked. */
export interface SupplementDocument {
  evidence: FiledEvidence[];
  statements: StatementsDraft | null;
  message: string | null;
}

/** The complainant answers: the clock of the platform runs on with what was left of it. */
export async function supplementNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  document: SupplementDocument,
): Promise<{ id: string; receivedAt: Date }> {
  const notice = await lockNoticeAt(tx, now, caller, noticeId);
  if (!can(caller, 'pursue_notice', factsOf(notice))) throw new Problem('forbidden');
  if (document.evidence.length === 0 && !document.statements && !document.message?.trim()) {
    const detail = 'Send at least one of evidence, statements and message.';
    throw new Problem('validation_failed', { detail, errors: [{ pointer: '#', code: 'required', detail }] });
  }
  const items = notice.items.flatMap((item): ItemChange[] => {
    const to = transition(item.state, 'supplement', 'complainant', moveFacts(notice, item));
    return to ? [{ item, event: 'supplement', to }] : [];
  });
  if (items.length === 0) {
    const detail = 'The platform asks for nothing, or its time for the answer is over.';
    throw new Problem('wrong_state', { detail, extra: { state: notice.state } });
  }
  await attachFiles(tx, now, caller, notice, evidenceFiles(document.evidence));
  const id = newId();
  await tx.query('insert into supplements (id, notice_id, document, received_at) values ($1, $2, $3, $4)', [
    id,
    noticeId,
    JSON.stringify(document),
    now,
  ]);
  await tx.query('update supplement_requests set answered_at = $2 where notice_id = $1', [noticeId, now]);
  await settleNotices(tx, now, actorOf(caller), [{ notice, items }]);
  return { id, receivedAt: now };
}
