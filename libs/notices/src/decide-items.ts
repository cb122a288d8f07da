import type { Tx } from '#database';
import { actorOf, type Caller, can } from '#identity';
import { type FieldError, Problem, type ProblemCode } from '#kernel';
import { type Decision, readDecision } from './domain/read-decision.js';
import { type ForwardingInput, recordForwarding } from './forward-notice.js';
import { restoreReleased } from './holds.js';
import { lockNoticeAt } from './lock-item.js';
import { factsOf, type LockedNotice, moveFacts, regimeOfNotice } from './lock-notice.js';
import { itemsWithRivals, releaseReturning } from './returning-things.js';
import { settleNotices } from './settle-notices.js';
import type { ItemChange, SettledNotice } from './settlement.js';

/** A decision per item of one notice: all of them or none, with a pointer to the one that is wrong. */
export async function decideItems(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  input: { decisions: readonly Decision[]; forwarding?: Omit<ForwardingInput, 'itemIds'> },
): Promise<SettledNotice> {
  const notice = await lockNoticeAt(tx, now, caller, noticeId, await touchingHolds(tx, input.decisions));
  if (!can(caller, 'act_on_notice', factsOf(notice))) throw new Problem('forbidden');
  const items = readAll(notice, input.decisions, now);
  const itemIds = items.map(({ item }) => item.id);
  const { forwarding } = input;
  if (forwarding) await recordForwarding(tx, now, notice, { ...forwarding, itemIds });
  const others = [...(await restoreReleased(tx, items)), ...(await releaseReturning(tx, items))];
  await settleAnswers(tx, now, items);
  const whole = forwarding && { event: 'forward' as const, data: { method: forwarding.method }, itemIds };
  const [settled] = await settleNotices(tx, now, actorOf(caller), [{ notice, items, whole }, ...others]);
  return settled!;
}

/** The items whose things have to be locked: what comes back, and what is taken down where others hold it too. */
async function touchingHolds(tx: Tx, decisions: readonly Decision[]): Promise<string[]> {
  const of = (isSuch: (outcome: string) => boolean) =>
    decisions.filter(({ outcome }) => isSuch(outcome)).map(({ itemId }) => itemId);
  const restoring = of((outcome) => outcome === 'restored');
  const taking = of((outcome) => !['restored', 'refused', 'not_found'].includes(outcome));
  return [...restoring, ...(await itemsWithRivals(tx, taking))];
}

/** What a decision answers has its answer: a report that the thing is still live, an objection under the DSA. */
async function settleAnswers(tx: Tx, now: Date, items: readonly ItemChange[]): Promise<void> {
  const of = (isSuch: (change: ItemChange) => boolean) => items.filter(isSuch).map(({ item }) => item.id);
  const reported = of(({ item, event }) => item.state === 'reappeared' && event === 'act');
  if (reported.length > 0)
    await tx.query('update still_live_reports set settled_at = $2 where item_id = any($1) and settled_at is null', [
      reported,
      now,
    ]);
  const objected = of(({ event }) => event === 'decide_counter');
  if (objected.length > 0)
    await tx.query(
      `update counter_notices set state = 'decided', ended_at = $2 where item_id = any($1) and state in ('received', 'forwarded')`,
      [objected, now],
    );
}

function readAll(notice: LockedNotice, decisions: readonly Decision[], now: Date): ItemChange[] {
  const items = new Map(notice.items.map((item) => [item.id, item]));
  const regime = regimeOfNotice(notice);
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
    const facts = moveFacts(notice, item);
    const read = readDecision(decision, {
      state: item.state,
      facts,
      regime,
      servedAt: notice.servedAt!,
      now,
      pointer,
    });
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
