import type { Caller } from './caller.js';

/** The organizations that a matter concerns; facts only, so that every part can ask. */
export interface MatterFacts {
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
  regulatorOrganizationIds: readonly string[];
  /** False until service: a platform sees nothing of a notice that it has not been served. */
  isServed: boolean;
}

export type MatterAction =
  | 'read_complaint'
  | 'withdraw_complaint'
  | 'read_notice'
  | 'act_on_notice'
  | 'pursue_notice'
  | 'order_on_notice'
  | 'work_on_notice'
  | 'read_escalation'
  | 'act_on_escalation';

type Rule = (caller: Caller, matter: MatterFacts) => boolean;

const isComplainant: Rule = (caller, matter) => caller.organizationId === matter.complainantOrganizationId;
const isPlatform: Rule = (caller, matter) => matter.isServed && caller.organizationId === matter.platformOrganizationId;
const isRegulator: Rule = (caller, matter) => matter.regulatorOrganizationIds.includes(caller.organizationId);

const rules: Record<MatterAction, Rule> = {
  read_complaint: (caller, matter) => caller.scopes.has('complaints:read') && isComplainant(caller, matter),
  withdraw_complaint: (caller, matter) => caller.scopes.has('complaints:write') && isComplainant(caller, matter),
  read_notice: (caller, matter) =>
    caller.scopes.has('notices:read') &&
    (isComplainant(caller, matter) || isPlatform(caller, matter) || isRegulator(caller, matter)),
  act_on_notice: (caller, matter) => caller.scopes.has('notices:act') && isPlatform(caller, matter),
  // what the rights holder does about a notice that is out: supplements, appeals, proofs
  pursue_notice: (caller, matter) => caller.scopes.has('complaints:write') && isComplainant(caller, matter),
  // what an authority records on a matter that reached it
  order_on_notice: (caller, matter) => caller.scopes.has('escalations:act') && isRegulator(caller, matter),
  // assignment, claims, internal notes: read with act, by the platform alone
  work_on_notice: (caller, matter) => caller.scopes.has('notices:act') && isPlatform(caller, matter),
  read_escalation: (caller, matter) => caller.scopes.has('escalations:read') && isRegulator(caller, matter),
  act_on_escalation: (caller, matter) => caller.scopes.has('escalations:act') && isRegulator(caller, matter),
};

/**
 * The one answer to "may this caller do this to this matter". What a caller may not read does not exist for it:
 * the edge answers 404 there, 403 only where the caller may read but not act.
 */
export function can(caller: Caller, action: MatterAction, matter: MatterFacts): boolean {
  return rules[action](caller, matter);
}
