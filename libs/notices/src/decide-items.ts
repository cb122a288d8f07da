import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { type FieldError, Problem, type ProblemCode } from '#kernel';
import { type RegimeId, regimes } from '#law';
import { type Decision, readDecision } from './domain/read-decision.js';
import { type ForwardingInput, recordForwarding } from './forward-notice.js';
import { lockHolds, restoreReleased } from './holds.js';
import { type LockedNotice, lockNoticeFor } from './lock-notice.js';
import { type ItemChange, type SettledNotice, settleNotices } from './settle-notices.js';

/** A decision per item of one notice: all of them or none, with a pointer to the one that is wrong. */
export async function decideItems(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  input: { decisions: readonly Decision[]; forwarding?: Omit<ForwardingInput, 'itemIds'> },
): Promise<SettledNotice> {
  await lockHolds(
    tx,
    input.decisions.filter(({ outcome }) => outcome === 'restored').map(({ itemId }) => itemId),
  );
  const notice = await lockNoticeFor(tx, noticeId, caller, 'act_on_notice');
  const items = readAll(notice, input.decisions, now);
  if (input.forwarding)
    await recordForwarding(tx, now, notice, { ...input.forwarding, itemIds: items.map(({ item }) => item.id) });
  const others = await restoreReleased(tx, items);
  const [settled] = await settleNotices(tx, now, actorOf(caller), [
    {
      notice,
      items,
      ...(input.forwarding && {
        whole: {
          event: 'forward' as const,
          data: { method: input.forwarding.method },
          itemIds: items.map(({ item }) => item.id),
        },
      }),
    },
    ...others,
  ]);
  return settled!;
}

function readAll(notice: LockedNotice, decisions: readonly Decision[], now: Date): ItemChange[] {
  const items = new Map(notice.items.map((item) => [item.id, item]));
  const faults: Array<{ problem: ProblemCode; error: FieldError }> = [];
  const changes: ItemChange[] = [];
  const seen = new Set<string>();
  decisions.forEach((decision, index) => {
    const pointer = `#/decisions/${index}`;
    const item = items.get(decision.itemId);
    if (!item || seen.has(decision.itemId)) {
      const [code, detail] = item
        ? ['repeated', 'Decide an item once in a request.']
        : ['unknown_item', 'No such item in this notice.'];
      faults.push({ problem: 'validation_failed', error: { pointer: `${pointer}/itemId`, code, detail } });
      return;
    }
    seen.add(item.id);
    const regime = regimes[notice.regime as RegimeId];
    const read = readDecision(decision, { state: item.state, regime, servedAt: notice.servedAt!, now, pointer });
    if ('problem' in read) faults.push(read);
    else changes.push({ item, note: decision.note ?? null, actedAt: decision.actedAt ?? null, ...read });
  });
  if (faults.length > 0) {
    throw new Problem(faults[0]!.problem, {
      detail: 'Nothing was decided; mend the decisions named below.',
      errors: faults.map(({ error }) => error),
      ...(faults[0]!.problem === 'wrong_state' && { extra: { state: notice.state } }),
    });
  }
  return changes;
}
