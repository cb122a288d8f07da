export const escalationStates = ['open', 'claimed', 'dismissed', 'resolved'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** Who brings an event about: a member of the regulator, or the system (clocks and what the platform did). */
export type EscalationParty = 'regulator' | 'system';

interface Row {
  by: EscalationParty;
  from: readonly EscalationState[];
  to: EscalationState | 'same';
}

const unfinished = ['open', 'claimed'] as const;

/**
 * The life of an escalation (domain.md §7): it is opened by a breach, joined by further ones, taken in hand by one
 * member of the regulator, and ends dismissed with a reason, or resolved when the platform has acted after all.
 */
export const escalationLifecycle = {
  join: { by: 'system', from: unfinished, to: 'same' },
  claim: { by: 'regulator', from: ['open'], to: 'claimed' },
  dismiss: { by: 'regulator', from: unfinished, to: 'dismissed' },
  resolve: { by: 'system', from: unfinished, to: 'resolved' },
} as const satisfies Record<string, Row>;

export type EscalationEvent = keyof typeof escalationLifecycle;

export const escalationEvents = Object.keys(escalationLifecycle) as EscalationEvent[];

const table: Record<EscalationEvent, Row> = escalationLifecycle;

/** The state after the event, or null where this party cannot bring it about from this state. Pure. */
export function transition(
  state: EscalationState,
  event: EscalationEvent,
  party: EscalationParty,
): EscalationState | null {
  const { by, from, to } = table[event];
  if (by !== party || !from.includes(state)) return null;
  return to === 'same' ? state : to;
}

/** What this party can do now: `allowedActions`, before it is asked who holds the claim. */
export function eventsOpenTo(state: EscalationState, party: EscalationParty): EscalationEvent[] {
  return escalationEvents.filter((event) => transition(state, event, party) !== null);
}

/** States that the regulator still has to do with; one escalation a subject can be in them. */
export const unfinishedStates: readonly EscalationState[] = unfinished;
