import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { attachFiles, everyParty } from './attach-files.js';
import type { Condition } from './domain/conditions.js';
import { releaseWhileHeld } from './holds.js';
import { lockItemFor, moveOrRefuse } from './lock-item.js';
import { settleNotices } from './settle-notices.js';

/**
 * How a proceeding ended. Won, the item stays down and the user's statement is answered; lost or withdrawn, it is due to
 * come back, unless another proceeding or an order still holds it.
 */
export async function endProceeding(
  tx: Tx,
  now: Date,
  caller: Caller,
  proceedingId: string,
  input: { result: 'won' | 'lost' | 'withdrawn'; note: string; fileId: string | null },
): Promise<{ endedAt: Date }> {
  const [found] = await tx.query<Array<{ itemId: string }>>(
    'select item_id as "itemId" from proceedings where id = $1',
    [proceedingId],
  );
  if (!found) throw new Problem('not_found');
  const locked = await lockItemFor(tx, now, caller, found.itemId);
  const { notice, item } = locked;
  const [[ended]] = await tx.query<[Array<{ counts: boolean }>, number]>(
    `update proceedings set ended_at = $2, result = $3, end_note = $4, end_file_id = $5
     where id = $1 and ended_at is null returning counts`,
    [proceedingId, now, input.result, input.note, input.fileId],
  );
  if (!ended) throw new Problem('wrong_state', { detail: 'How it ended is on record.', extra: { state: 'ended' } });
  if (!ended.counts) {
    throw new Problem('wrong_state', { detail: 'Its proof came after the wait and holds nothing.' });
  }
  await attachFiles(tx, now, caller, notice, [{ fileId: input.fileId, pointer: '#/fileId', readers: everyParty }]);
  const event = input.result === 'won' ? 'proceeding_won' : 'proceeding_ended';
  const otherwise: Condition[] = item.isOrdered || item.openProceedings > 1 ? ['held_otherwise'] : [];
  const to = moveOrRefuse(locked, event, 'that a proceeding has ended is for its parties to say.', otherwise);
  if (event === 'proceeding_won' && item.counterNoticeId) {
    await tx.query(`update counter_notices set state = 'closed', ended_at = $2 where id = $1`, [
      item.counterNoticeId,
      now,
    ]);
    item.isCounterOpen = false;
  }
  const data = { proceedingId, result: input.result };
  const items = await releaseWhileHeld(tx, [{ item, event, to, data }]);
  await settleNotices(tx, now, actorOf(caller), [{ notice, items }]);
  return { endedAt: now };
}
