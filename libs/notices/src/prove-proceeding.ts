import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { instant, newId, Problem } from '#kernel';
import { attachFiles, everyParty } from './attach-files.js';
import type { Condition } from './domain/conditions.js';
import { transition } from './domain/transition.js';
import { lockCounterFor } from './lock-counter-notice.js';
import { type LockedFor, lockItemFor } from './lock-item.js';
import { moveFacts, regimeOfNotice } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

export interface ProceedingInput {
  kind: 'complaint' | 'suit';
  number: string;
  authority: string;
  filedAt: Date;
  fileId: string | null;
}

/** `isLate`: the proof was kept and changes nothing; the wait ended before it was received. */
export type Proof = { id: string; receivedAt: Date; isLate: boolean; waitEndedAt: Date | null };

/**
 * The rights holder proves that it complained or sued: the item stays down (电子商务法 第43条, 民法典 第1196条, 17 USC
 * 512(g)(2)(C)). The instant of receipt here decides, whether or not the sweep has seen the end of the wait. Before a
 * counter-notice it is recorded, and has its effect when one is forwarded.
 */
export async function proveProceeding(
  tx: Tx,
  now: Date,
  caller: Caller,
  subject: { itemId: string } | { counterNoticeId: string },
  input: ProceedingInput,
): Promise<Proof> {
  const locked =
    'itemId' in subject
      ? await lockItemFor(tx, now, caller, subject.itemId)
      : await lockCounterFor(tx, now, caller, subject.counterNoticeId);
  if (locked.party !== 'complainant') throw new Problem('forbidden');
  const { notice, item } = locked;
  checkInput(locked, input, now);
  const wait = await lastWait(tx, item.id);
  const isInTime = wait !== null && wait.stands && item.isCounterOpen && now < wait.dueAt;
  const inTime: Condition[] = isInTime && !regimeOfNotice(notice).restoresAtOnce ? ['proof_in_time'] : [];
  const to = transition(item.state, 'prove_proceeding', 'complainant', moveFacts(notice, item, inTime));
  const isLate = !to && wait !== null && now >= wait.dueAt;
  if (!to && !isLate) {
    const detail = `The item is ${item.state}; a proceeding keeps down what is down${
      regimeOfNotice(notice).restoresAtOnce ? ', and under 条例 第17条 a valid statement restores all the same' : ''
    }.`;
    throw new Problem('wrong_state', { detail, extra: { state: item.state } });
  }
  await attachFiles(tx, now, caller, notice, [{ fileId: input.fileId, pointer: '#/fileId', readers: everyParty }]);
  const counterNoticeId = 'counterNoticeId' in subject ? subject.counterNoticeId : item.counterNoticeId;
  const id = await insertProof(tx, now, locked, counterNoticeId, input, !isLate);
  if (to) {
    const data = { proceedingId: id, kind: input.kind };
    await settleNotices(tx, now, actorOf(caller), [{ notice, items: [{ item, event: 'prove_proceeding', to, data }] }]);
  }
  return { id, receivedAt: now, isLate, waitEndedAt: isLate ? wait!.dueAt : null };
}

function checkInput({ notice }: LockedFor, { kind, filedAt }: ProceedingInput, now: Date): void {
  if (filedAt > now) {
    const detail = `It cannot have been filed after now, ${instant(now)}.`;
    throw new Problem('validation_failed', { errors: [{ pointer: '#/filedAt', code: 'in_the_future', detail }] });
  }
  const { id, proceedingKinds } = regimeOfNotice(notice);
  if (proceedingKinds.length > 0 && !proceedingKinds.includes(kind)) {
    const detail = `Under ${id} only this keeps an item down: ${proceedingKinds.join(', ')}.`;
    throw new Problem('validation_failed', { errors: [{ pointer: '#/kind', code: 'not_sufficient', detail }] });
  }
}

/** The last wait of an item; it does not stand once it was withdrawn from, or overridden by an order to restore. */
async function lastWait(tx: Tx, itemId: string): Promise<{ dueAt: Date; stands: boolean } | null> {
  const [wait] = await tx.query<Array<{ dueAt: Date; stands: boolean }>>(
    `select d.due_at as "dueAt", d.state <> 'cancelled' and not exists (select from orders o
       where o.item_id = i.id and o.direction = 'restore' and o.recorded_at >= d.started_at) as stands
     from deadlines d join items i on i.notice_id = d.notice_id
     where i.id = $1 and d.subject_id = i.id and d.kind = 'wait' order by d.started_at desc, d.id desc limit 1`,
    [itemId],
  );
  return wait ?? null;
}

/** One proof of one proceeding: the same again is told which it is; a late one is kept once, however often it is sent. */
async function insertProof(
  tx: Tx,
  now: Date,
  { notice, item }: LockedFor,
  counterNoticeId: string | null,
  { kind, number, authority, filedAt, fileId }: ProceedingInput,
  counts: boolean,
): Promise<string> {
  const [existing] = await tx.query<Array<{ id: string; counts: boolean }>>(
    `select id, counts from proceedings where item_id = $1 and kind = $2 and authority = $3 and number = $4
     order by counts desc limit 1`,
    [item.id, kind, authority, number],
  );
  if (existing?.counts) {
    const detail = `${number} is on record for this item.`;
    throw new Problem('already_exists', { detail, extra: { existing: { id: existing.id } } });
  }
  if (existing && !counts) return existing.id;
  const id = newId();
  await tx.query(
    `insert into proceedings (id, notice_id, item_id, counter_notice_id, kind, number, authority, filed_at, file_id, received_at, counts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, notice.id, item.id, counterNoticeId, kind, number, authority, filedAt, fileId, now, counts],
  );
  return id;
}
