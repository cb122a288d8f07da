import { type Basis, clockRule } from '#law';

export const escalationReasons = ['takedown_overdue', 'restore_overdue'] as const;
export type EscalationReason = (typeof escalationReasons)[number];

const reasonByKind: Readonly<Record<string, EscalationReason>> = {
  takedown: 'takedown_overdue',
  decide: 'takedown_overdue',
  restore: 'restore_overdue',
};

/** Why the breach of a clock of this kind goes to a regulator; null for clocks that only remind (acknowledge, forward). */
export function reasonFor(clockKind: string): EscalationReason | null {
  return Object.hasOwn(reasonByKind, clockKind) ? reasonByKind[clockKind]! : null;
}

/** 4 to 1: the firmer the ground under the clock, the graver its breach (domain.md §7). */
export const severityOf: Readonly<Record<Basis, number>> = {
  statutory: 4,
  departmental: 3,
  platform_practice: 2,
  assumption: 1,
};

/** The ground of a clock rule; a rule that is no longer known counts as the weakest. */
export function basisOf(rule: string): Basis {
  return clockRule(rule)?.basis ?? 'assumption';
}

/** The firmest of these grounds, which an escalation with several reasons goes by. At least one must be given. */
export function firmest(bases: readonly Basis[]): Basis {
  return bases.reduce((a, b) => (severityOf[b] > severityOf[a] ? b : a));
}
