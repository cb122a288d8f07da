import type { Tx } from '#database';
import { letRead } from '#evidence';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import type { FiledEvidence } from './domain/complaint-document.js';
import { transition } from './domain/transition.js';
import { lockCounterFor } from './lock-counter-notice.js';
import type { LockedFor } from './lock-item.js';
import { moveFacts } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

/**
 * The statement goes to the rights holder, who must be told that a complaint or a suit is now needed. Entering the
 * inbox here is its arrival (电子签名法 第11条), from which the wait counts.
 */
export async function forwardCounterNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  counterId: string,
): Promise<{ forwardedAt: Date; arrivedAt: Date }> {
  const locked = await lockCounterFor(tx, now, caller, counterId);
  if (locked.party !== 'platform') throw new Problem('forbidden');
  const { counter } = locked;
  if (counter.forwardedAt) return { forwardedAt: counter.forwardedAt, arrivedAt: counter.arrivedAt! };
  if (!(await forwardNow(tx, now, caller, locked, counterId))) {
    const detail = `The counter-notice is ${counter.state}, the item ${locked.item.state}; nothing is left to be forwarded.`;
    throw new Problem('wrong_state', { detail, extra: { state: counter.state } });
  }
  return { forwardedAt: now, arrivedAt: now };
}

/** Forwards what is open and has not been forwarded; false where the regime knows no forwarding. */
export async function forwardNow(
  tx: Tx,
  now: Date,
  caller: Caller,
  { notice, item }: LockedFor,
  counterId: string,
): Promise<boolean> {
  if (item.counterNoticeId !== counterId) return false;
  const to = transition(item.state, 'forward_counter', 'platform', moveFacts(notice, item));
  if (!to) return false;
  const [[forwarded]] = await tx.query<[[{ evidence: FiledEvidence[] }], number]>(
    `update counter_notices set state = 'forwarded', forwarded_at = $2, arrived_at = $2 where id = $1
     returning document -> 'evidence' as evidence`,
    [counterId, now],
  );
  await letRead(tx, notice.id, filesToForward(forwarded.evidence), 'complainant');
  const data = { counterNoticeId: counterId };
  await settleNotices(tx, now, actorOf(caller), [{ notice, items: [{ item, event: 'forward_counter', to, data }] }]);
  item.isCounterForwarded = true;
  return true;
}

/** When the forwarded statement arrived: the first entry into the inbox stands, however often it is confirmed. */
export async function confirmArrival(
  tx: Tx,
  now: Date,
  caller: Caller,
  counterId: string,
): Promise<{ arrivedAt: Date }> {
  const { counter } = await lockCounterFor(tx, now, caller, counterId);
  if (!counter.arrivedAt) {
    throw new Problem('wrong_state', { detail: 'It has not been forwarded yet.', extra: { state: counter.state } });
  }
  return { arrivedAt: counter.arrivedAt };
}

/** Who the user is, is for the platform and the authority; the rights holder gets name, contact and address. */
function filesToForward(evidence: readonly FiledEvidence[]): string[] {
  const filesOf = (entries: readonly FiledEvidence[]) => entries.flatMap(({ fileId }) => fileId ?? []);
  const identity = new Set(filesOf(evidence.filter(({ kind }) => kind === 'identity')));
  return filesOf(evidence).filter((fileId) => !identity.has(fileId));
}
