import type { AuthorizationState } from '#law';
import { fitsPattern, normalisedTitle } from './normalised-title.js';
import { readRight } from './rights.js';
import { isSameWork, keysOf, type NamedWork, type WorkKeys } from './same-work.js';
import { shanghaiDay } from './shanghai-day.js';
import { coversTerritory } from './territories.js';

export const authorizationStoredStates = ['pending', 'approved', 'rejected', 'revoked', 'frozen'] as const;
/** What is stored. `expired` is not: it follows from the instant. */
export type AuthorizationStoredState = (typeof authorizationStoredStates)[number];

/** An authorization as the register holds it: plain data. */
export interface AuthorizationFacts {
  agentOrganizationId: string;
  ownerName: string;
  coversCatalogue: boolean;
  /** None = every work of the owner; counts for a catalogue only. */
  titlePatterns: readonly string[];
  /** The works as they were when the authorization was filed; later changes of the vault add nothing to it. */
  works: readonly WorkKeys[];
  rights: readonly string[];
  territories: readonly string[];
  /** First and last day, both inclusive, in Asia/Shanghai; null = until revoked. */
  validFrom: string;
  validUntil: string | null;
  allowsSublicence: boolean;
  state: AuthorizationStoredState;
  /** Since when it is in that state. */
  stateSince: Date;
  approvedAt: Date | null;
  filedAt: Date;
}

/** What an agent relies on an authorization for. */
export interface Reliance {
  agentOrganizationId: string;
  work: NamedWork;
  /** As the complaint names it; null where it names none. */
  right: string | null;
  /** Where the infringement is; China where left out. */
  territory?: string;
  /** The rights holder for whom the agent says to act; not compared where left out. */
  principalName?: string | null;
}

export interface Judgement {
  state: AuthorizationState;
  /** An operator has approved it, and all that it rests on. */
  isVerified: boolean;
}

/**
 * What an authorization is worth at an instant (domain.md §2.6). `chain` is the authorization itself, then the one that
 * it is a sub-licence of, and so on; it must hold as a whole: every link in force, covering work, right and territory,
 * and every link above the first of the same owner and allowing sub-licences. The first fault decides, from the authorization upwards.
 */
export function judgeAuthorization(chain: readonly AuthorizationFacts[], reliance: Reliance, at: Date): Judgement {
  const [own] = chain;
  if (!own || own.agentOrganizationId !== reliance.agentOrganizationId) return not('unknown');
  const work = keysOf(reliance.work);
  let isPending = false;
  for (const [place, link] of chain.entries()) {
    const state = stateAt(link, at);
    if (state !== 'in_force' && state !== 'pending') return not(state);
    if (place > 0 && !(link.allowsSublicence && isSameName(link.ownerName, own.ownerName))) return not('out_of_scope');
    if (!covers(link, work, reliance)) return not('out_of_scope');
    isPending ||= state === 'pending';
  }
  return isPending ? not('pending') : { state: 'in_force', isVerified: true };
}

/** The state of one authorization by itself: instants decide, whenever the change came to be written. */
export function stateAt(authorization: AuthorizationFacts, at: Date): AuthorizationState {
  if (authorization.filedAt > at) return 'unknown';
  const state = storedStateAt(authorization, at);
  if (state !== 'approved' && state !== 'pending') return state;
  const day = shanghaiDay(at);
  const { validFrom, validUntil } = authorization;
  if (day < validFrom || (validUntil !== null && day > validUntil)) return 'expired';
  return state === 'approved' ? 'in_force' : 'pending';
}

function storedStateAt({ state, stateSince, approvedAt }: AuthorizationFacts, at: Date): AuthorizationStoredState {
  if (stateSince <= at) return state;
  return approvedAt !== null && approvedAt <= at ? 'approved' : 'pending';
}

function covers(
  link: AuthorizationFacts,
  work: WorkKeys,
  { right, territory = 'CN', principalName, ...reliance }: Reliance,
) {
  return (
    (principalName === undefined || principalName === null || isSameName(principalName, link.ownerName)) &&
    (right === null || link.rights.includes(readRight(right) ?? right)) &&
    coversTerritory(link.territories, territory) &&
    (link.coversCatalogue
      ? link.titlePatterns.length === 0 ||
        link.titlePatterns.some((pattern) => fitsPattern(reliance.work.title, pattern))
      : link.works.some((listed) => isSameWork(listed, work)))
  );
}

/** Width, spaces and punctuation do not make another owner. */
export function isSameName(a: string, b: string): boolean {
  return normalisedTitle(a) === normalisedTitle(b);
}

function not(state: Exclude<AuthorizationState, 'in_force'>): Judgement {
  return { state, isVerified: false };
}
