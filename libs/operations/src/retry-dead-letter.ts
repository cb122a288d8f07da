import type { Tx } from '#database';
import { appendEvents, retryFailedJob } from '#events';
import { actorOf, type Caller } from '#identity';
import { isUuid, Problem } from '#kernel';
import { retryLetter } from '#mail';
import { retryDelivery } from '#webhooks';
import type { DeadLetterKind } from './dead-letter.js';

export interface Retried {
  kind: DeadLetterKind;
  id: string;
  /** `waiting` for its next try, or `done` before it was asked for again. */
  state: 'waiting' | 'done';
}

/**
 * Puts what was given up back to the beginning of its schedule. Asked for twice it is put back once; what had not been
 * given up stays as it is. The log says who did it.
 */
export async function retryDeadLetter(
  tx: Tx,
  now: Date,
  caller: Caller,
  kind: DeadLetterKind,
  id: string,
): Promise<Retried> {
  const was = await putBack[kind](tx, now, id);
  if (was === null) throw new Problem('not_found');
  if (was === 'given_up') {
    await appendEvents(tx, now, [
      {
        matterKind: 'organization',
        matterId: caller.organizationId,
        type: 'dead_letter.retried',
        actor: actorOf(caller),
        data: { kind, id },
        audience: [caller.organizationId],
      },
    ]);
  }
  return { kind, id, state: was === 'done' ? 'done' : 'waiting' };
}

type Found = 'given_up' | 'waiting' | 'done' | null;

const putBack: Readonly<Record<DeadLetterKind, (tx: Tx, now: Date, id: string) => Promise<Found>>> = {
  async job(tx, _now, id) {
    if (!/^\d{1,18}$/.test(id)) return null;
    const was = await retryFailedJob(tx, id);
    return was === 'failed' ? 'given_up' : was;
  },
  async letter(tx, now, id) {
    const was = isUuid(id) ? await retryLetter(tx, now, id) : null;
    return was && ({ failed: 'given_up', pending: 'waiting', sent: 'done' } as const)[was];
  },
  async webhook(tx, now, id) {
    const was = isUuid(id) ? await retryDelivery(tx, now, id) : null;
    return was && ({ exhausted: 'given_up', pending: 'waiting', delivered: 'done' } as const)[was];
  },
};
