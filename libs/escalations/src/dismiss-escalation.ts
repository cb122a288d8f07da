import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { Problem } from '#kernel';
import { updatedEvent } from './escalation-events.js';
import type { EscalationEntry } from './escalations.queries.js';
import { lockEscalationFor } from './lock-escalation.js';

/**
 * The regulator lays an escalation aside, with its reason in words: the holder of the claim, or anybody who may act
 * while nobody holds it. The breaches that it carries do not open another one; a further breach does.
 */
export async function dismissEscalation(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  input: { reason: string; expectedVersion: number | null },
): Promise<EscalationEntry> {
  const reason = input.reason.trim();
  if (reason === '') {
    const detail = 'Say in words why it is dismissed.';
    throw new Problem('validation_failed', { errors: [{ pointer: '#/reason', code: 'required', detail }] });
  }
  const escalation = await lockEscalationFor(tx, id, caller, 'dismiss', input.expectedVersion);
  const ended = { state: 'dismissed' as const, endedAt: now, endedNote: reason };
  await tx.query(`update escalations set state = 'dismissed', ended_at = $2, ended_note = $3 where id = $1`, [
    id,
    now,
    reason,
  ]);
  await appendEvents(tx, now, [updatedEvent({ ...escalation, ...ended }, actorOf(caller), 'dismissed')]);
  return escalation.entry(ended);
}
