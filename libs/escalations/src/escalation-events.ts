import type { Actor, NewEvent } from '#events';
import { unique } from '#kernel';
import type { Basis } from '#law';
import type { EscalationReason } from './domain/grounds.js';
import type { EscalationState } from './domain/lifecycle.js';

/** What an event of an escalation says: ids and codes only. */
export interface EscalationFacts {
  id: string;
  state: EscalationState;
  noticeIds: readonly string[];
  reasons: readonly EscalationReason[];
  severity: number;
  basis: Basis;
  platformId: string;
  regulatorOrganizationId: string | null;
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
}

export type EscalationChange = 'joined' | 'claimed' | 'dismissed' | 'resolved';

/** `escalation.opened` begins the chain of an escalation; regulator, complainant and platform learn of it. */
export function openedEvent(escalation: EscalationFacts, actor: Actor): NewEvent {
  return { ...baseOf(escalation, actor), type: 'escalation.opened', opensMatter: true };
}

/** `escalation.updated`, with what has changed. */
export function updatedEvent(
  escalation: EscalationFacts,
  actor: Actor,
  change: EscalationChange,
  more: Record<string, unknown> = {},
): NewEvent {
  const base = baseOf(escalation, actor);
  return { ...base, type: 'escalation.updated', data: { ...base.data, change, ...more } };
}

function baseOf(escalation: EscalationFacts, actor: Actor) {
  const { id, state, noticeIds, reasons, severity, basis, platformId } = escalation;
  const { regulatorOrganizationId, complainantOrganizationId, platformOrganizationId } = escalation;
  return {
    matterKind: 'escalation' as const,
    matterId: id,
    actor,
    data: { state, noticeIds, reasons, severity, basis, platformId },
    audience: unique(
      [regulatorOrganizationId, complainantOrganizationId, platformOrganizationId].filter((party) => party !== null),
    ),
  };
}
