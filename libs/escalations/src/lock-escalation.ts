import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import { actionsOpenTo, isHeldByOther, mayAct, mayRead, stateForActs } from './domain/access.js';
import { type EscalationEvent, transition } from './domain/lifecycle.js';
import {
  escalationColumns,
  type EscalationEntry,
  type EscalationRow,
  escalationSources,
} from './escalations.queries.js';

interface LockedEscalation extends EscalationRow {
  /** With the actions that are open to the caller once it is in this state. */
  entry: (changed: Partial<EscalationRow>) => EscalationEntry;
}

/**
 * One escalation, locked, for a caller who may act on it. What the caller may not read is not found; an ended one is
 * 409 `wrong_state`, one that a colleague holds 409 `claimed_by_other` with the holder, and 412 `stale_version` where
 * the caller says to have read another version.
 */
export async function lockEscalationFor(
  tx: Tx,
  id: string,
  caller: Caller,
  event: Extract<EscalationEvent, 'claim' | 'dismiss'>,
  expectedVersion: number | null,
): Promise<LockedEscalation> {
  const { nationalRegulatorOrganizationId: national } = await directorySnapshot(tx);
  // First the lock, then the reading: what is read together with a lock that had to wait can be older than the lock.
  await tx.query('select 1 from escalations where id = $1 for update', [id]);
  const [row] = await tx.query<EscalationRow[]>(
    `select ${escalationColumns} from escalations e ${escalationSources} where e.id = $1`,
    [id],
  );
  if (!row || !mayRead(caller, row, national)) throw new Problem('not_found');
  if (!mayAct(caller, row, national)) throw new Problem('forbidden');
  if (expectedVersion !== null && expectedVersion !== row.version) {
    throw new Problem('stale_version', {
      detail: `Version ${expectedVersion} was read; it is now version ${row.version}. Read it again.`,
      extra: { state: row.state, version: row.version },
    });
  }
  if (isHeldByOther(caller, row)) {
    throw new Problem('claimed_by_other', {
      detail: `${row.claimedBy!.name} has this escalation in hand.`,
      extra: { claimedBy: row.claimedBy },
    });
  }
  const isOwnAlready = event === 'claim' && row.state === 'claimed' && !row.isHolderGone;
  if (!isOwnAlready && transition(stateForActs(row), event, 'regulator') === null) {
    throw new Problem('wrong_state', { detail: `The escalation is ${row.state}.`, extra: { state: row.state } });
  }
  const entry = (changed: Partial<EscalationRow>) => {
    const after = { ...row, ...changed };
    return { ...after, allowedActions: actionsOpenTo(caller, after, national) };
  };
  return { ...row, entry };
}
