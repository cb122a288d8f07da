import type { Tx } from '#database';
import { appendEvents, enqueueJobs, retryFailedJob } from '#events';
import { actorOf, type Caller } from '#identity';
import { isUuid, Problem } from '#kernel';
import { retryLetter } from '#mail';
import { deliverWebhookTaskName } from '#webhooks';
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
  webhook: (tx, now, id) => (isUuid(id) ? retryDelivery(tx, now, id) : Promise.resolve(null)),
};

/** A delivery to an endpoint that its owner or its receiver closed has nowhere to go. */
async function retryDelivery(tx: Tx, now: Date, deliveryId: string): Promise<Found> {
  const [found] = await tx.query<Array<{ state: string; endpointId: string; endpointState: string }>>(
    `select d.state, e.id as "endpointId", e.state as "endpointState"
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
     where d.id = $1 for update of d for share of e`,
    [deliveryId],
  );
  if (!found) return null;
  if (found.state !== 'exhausted') return found.state === 'delivered' ? 'done' : 'waiting';
  if (found.endpointState === 'disabled') {
    const detail = 'The endpoint is disabled; its organization has to enable it first.';
    throw new Problem('wrong_state', { detail, extra: { state: 'disabled' } });
  }
  await tx.query(
    `update webhook_deliveries set state = 'pending', attempt_count = 0, next_attempt_at = $2, ended_at = null where id = $1`,
    [deliveryId, now],
  );
  const payload = { deliveryId, endpointId: found.endpointId };
  await enqueueJobs(tx, [{ task: deliverWebhookTaskName, payload, key: deliveryId, maxAttempts: 10 }]);
  return 'given_up';
}
