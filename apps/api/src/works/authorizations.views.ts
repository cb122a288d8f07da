import type { Caller } from '#identity';
import { instant } from '#kernel';
import {
  actsOpenTo,
  authorizationActs,
  authorizationParts,
  type AuthorizationRow,
  authorizationShownStates,
  grantedRightNames,
  type ListedWork,
  type ProofDocument,
  shownState,
} from '#works';
import { Shown } from '../http/shown.js';
import { DocumentView } from './works.views.js';

export class AuthorizationPartyView {
  @Shown('text') name: string;
  @Shown('uuid', { nullable: true }) organizationId: string | null;
}

export class AuthorizationView {
  @Shown('uuid') id: string;
  @Shown(authorizationShownStates, { description: '`expired` once the last day is over.' }) state: string;
  @Shown('text', { nullable: true, description: 'Why it is in this state, where somebody said so.' })
  reason: string | null;
  @Shown('instant') stateSince: string;
  @Shown('instant', { nullable: true }) approvedAt: string | null;
  @Shown(() => AuthorizationPartyView) owner: AuthorizationPartyView;
  @Shown(() => AuthorizationPartyView) agent: AuthorizationPartyView;
  @Shown('flag') catalogue: boolean;
  @Shown('text', { list: true }) titlePatterns: string[];
  @Shown('whole') workCount: number;
  @Shown(grantedRightNames, { list: true }) rights: string[];
  @Shown('text', { list: true }) territory: string[];
  @Shown('text', { description: 'First day, Beijing time.' }) validFrom: string;
  @Shown('text', { nullable: true, description: 'Last day, inclusive.' }) validUntil: string | null;
  @Shown('flag') subLicence: boolean;
  @Shown('uuid', { nullable: true }) parentAuthorizationId: string | null;
  @Shown(() => DocumentView, { list: true }) documents: ProofDocument[];
  @Shown(Object.keys(authorizationActs), { list: true }) allowedActions: string[];
  @Shown('whole') version: number;
  @Shown('instant') filedAt: string;
}

export class AuthorizedWorkView {
  @Shown('uuid') workId: string;
  @Shown('text') title: string;
  @Shown('text') category: string;
  @Shown('text', { nullable: true }) registrationNumber: string | null;
}

export class AuthorizationDetailView extends AuthorizationView {
  @Shown(() => AuthorizedWorkView, { list: true, description: 'As they were when the authorization was filed.' })
  works: AuthorizedWorkView[];
}

export class AuthorizationPage {
  @Shown(() => AuthorizationView, { list: true }) data: AuthorizationView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function authorizationView(row: AuthorizationRow, caller: Caller, now: Date): AuthorizationView {
  const state = shownState(row, now);
  return {
    id: row.id,
    state,
    reason: row.stateReason,
    stateSince: instant(row.stateSince),
    approvedAt: instant(row.approvedAt),
    owner: { name: row.ownerName, organizationId: row.ownerOrganizationId },
    agent: { name: row.agentName, organizationId: row.agentOrganizationId },
    catalogue: row.coversCatalogue,
    titlePatterns: row.titlePatterns,
    workCount: row.workCount,
    rights: row.rights,
    territory: row.territories,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    subLicence: row.allowsSublicence,
    parentAuthorizationId: row.parentAuthorizationId,
    documents: row.documents,
    allowedActions: mayAct(caller) ? actsOpenTo(state, authorizationParts(caller, row)) : [],
    version: row.version,
    filedAt: instant(row.filedAt),
  };
}

export function authorizationDetailView(
  row: AuthorizationRow,
  works: ListedWork[],
  caller: Caller,
  now: Date,
): AuthorizationDetailView {
  return { ...authorizationView(row, caller, now), works };
}

/** Viewers, and keys that only read, are offered nothing. */
function mayAct({ scopes }: Caller): boolean {
  return scopes.has('complaints:write') || scopes.has('directory:manage');
}
