import { type Caller, can, type MatterFacts } from '#identity';
import { type EscalationEvent, type EscalationState, eventsOpenTo } from './lifecycle.js';

export interface EscalationParties {
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
  regulatorOrganizationId: string | null;
}

/**
 * Whose an escalation is. Its regulator reads and acts; the national one reads every escalation (督办), and acts on
 * those that have no other regulator. This is the one place that says so.
 */
function factsFor(purpose: 'read' | 'act', escalation: EscalationParties, national: string | null): MatterFacts {
  const { regulatorOrganizationId: own, complainantOrganizationId, platformOrganizationId } = escalation;
  const regulators = purpose === 'read' ? [own, national] : [own ?? national];
  return {
    complainantOrganizationId,
    platformOrganizationId,
    regulatorOrganizationIds: regulators.filter((id) => id !== null),
    isServed: true,
  };
}

export function mayRead(caller: Caller, escalation: EscalationParties, national: string | null): boolean {
  return can(caller, 'read_escalation', factsFor('read', escalation, national));
}

export function mayAct(caller: Caller, escalation: EscalationParties, national: string | null): boolean {
  return can(caller, 'act_on_escalation', factsFor('act', escalation, national));
}

export interface ClaimFacts {
  state: EscalationState;
  claimedBy: { id: string } | null;
  /** The holder has left or was shut out: the claim binds nobody any more. */
  isHolderGone: boolean;
}

/** What this caller can do now: `allowedActions`. A claim is a person's, and keeps colleagues out until it ends. */
export function actionsOpenTo(
  caller: Caller,
  escalation: EscalationParties & ClaimFacts,
  national: string | null,
): EscalationEvent[] {
  if (!mayAct(caller, escalation, national) || isHeldByOther(caller, escalation)) return [];
  return eventsOpenTo(stateForActs(escalation), 'regulator');
}

export function isHeldByOther(caller: Caller, { state, claimedBy, isHolderGone }: ClaimFacts): boolean {
  return state === 'claimed' && !isHolderGone && claimedBy?.id !== caller.responsibleMemberId;
}

/** As if open where the holder of the claim has gone. */
export function stateForActs({ state, isHolderGone }: ClaimFacts): EscalationState {
  return state === 'claimed' && isHolderGone ? 'open' : state;
}
