import type { AuthorizationStoredState } from './judge-authorization.js';
import { shanghaiDay } from './shanghai-day.js';

/** In which part somebody deals with an authorization. */
export type AuthorizationPart = 'operator' | 'agent' | 'owner' | 'grantor';

interface ActRow {
  from: readonly AuthorizationStoredState[];
  to: AuthorizationStoredState;
  by: readonly AuthorizationPart[];
  needsReason: boolean;
}

/** The life of an authorization: who may change what into what. Rejected and revoked are ends. */
export const authorizationActs = {
  approve: { from: ['pending', 'frozen'], to: 'approved', by: ['operator'], needsReason: false },
  reject: { from: ['pending', 'frozen'], to: 'rejected', by: ['operator'], needsReason: true },
  // suspected to be forged (domain.md §8): it counts for nothing until a person has decided
  freeze: { from: ['pending', 'approved'], to: 'frozen', by: ['operator'], needsReason: true },
  revoke: {
    from: ['pending', 'approved', 'frozen'],
    to: 'revoked',
    by: ['agent', 'owner', 'grantor'],
    needsReason: true,
  },
} as const satisfies Record<string, ActRow>;

export type AuthorizationAct = keyof typeof authorizationActs;

export const authorizationShownStates = ['pending', 'approved', 'rejected', 'expired', 'revoked', 'frozen'] as const;
/** What people read: what is stored, or that its last day is over. */
export type AuthorizationShownState = (typeof authorizationShownStates)[number];

export function shownState(
  { state, validUntil }: { state: AuthorizationStoredState; validUntil: string | null },
  now: Date,
): AuthorizationShownState {
  const canExpire = state === 'pending' || state === 'approved';
  return canExpire && validUntil !== null && validUntil < shanghaiDay(now) ? 'expired' : state;
}

/** What somebody in these parts may do next; nothing with what has expired. */
export function actsOpenTo(state: AuthorizationShownState, parts: readonly AuthorizationPart[]): AuthorizationAct[] {
  return (Object.entries(authorizationActs) as Array<[AuthorizationAct, ActRow]>)
    .filter(([, { from, by }]) => from.some((each) => each === state) && by.some((part) => parts.includes(part)))
    .map(([act]) => act);
}
