import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller, memberById } from '#identity';
import { Problem } from '#kernel';
import { updatedEvent } from './escalation-events.js';
import type { EscalationEntry } from './escalations.queries.js';
import { lockEscalationFor } from './lock-escalation.js';

/**
 * A member of the regulator (for an API key, its maker) takes an escalation in hand, until it ends. Said again by the
 * same member it changes nothing; held by a colleague: 409 `claimed_by_other` with the holder, unless that colleague
 * has left. A key whose maker has left claims nothing: nobody would answer for it.
 */
export async function claimEscalation(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  input: { expectedVersion: number | null },
): Promise<EscalationEntry> {
  const escalation = await lockEscalationFor(tx, id, caller, 'claim', input.expectedVersion);
  const member = await memberById(tx, caller.responsibleMemberId);
  if (!member || member.is_disabled) {
    throw new Problem('forbidden', { detail: 'Whoever made this key has left; claim with another, or sign in.' });
  }
  if (escalation.claimedBy?.id === member.id) return escalation.entry({});
  const claimed = { state: 'claimed' as const, claimedBy: { id: member.id, name: member.name }, isHolderGone: false };
  await tx.query(`update escalations set state = 'claimed', claimed_by_member_id = $2, claimed_at = $3 where id = $1`, [
    id,
    member.id,
    now,
  ]);
  await appendEvents(tx, now, [updatedEvent({ ...escalation, ...claimed }, actorOf(caller), 'claimed')]);
  return escalation.entry(claimed);
}
