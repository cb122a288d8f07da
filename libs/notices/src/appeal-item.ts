import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { attachFiles, evidenceFiles } from './attach-files.js';
import type { FiledEvidence } from './domain/complaint-document.js';
import { lockItemFor, moveOrRefuse } from './lock-item.js';
import { settleNotices } from './settle-notices.js';

/** The complainant asks, once, that a refusal be looked at again: a full takedown period begins for the item. */
export async function appealItem(
  tx: Tx,
  now: Date,
  caller: Caller,
  itemId: string,
  input: { text: string; evidence: FiledEvidence[] },
): Promise<{ receivedAt: Date }> {
  const locked = await lockItemFor(tx, now, caller, itemId);
  if (locked.party !== 'complainant') throw new Problem('forbidden');
  const { notice, item } = locked;
  const to = moveOrRefuse(locked, 'appeal', 'a refusal can be appealed once.');
  await attachFiles(tx, now, caller, notice, evidenceFiles(input.evidence));
  await tx.query('insert into appeals (item_id, notice_id, text, evidence, received_at) values ($1, $2, $3, $4, $5)', [
    itemId,
    notice.id,
    input.text,
    JSON.stringify(input.evidence),
    now,
  ]);
  await settleNotices(tx, now, actorOf(caller), [{ notice, items: [{ item, event: 'appeal', to }] }]);
  return { receivedAt: now };
}
