export { addWork } from './add-work.js';
export { amendWork, type WorkChange } from './amend-work.js';
export { type AuthorizationCheck, authorizationStates } from './authorization-states.js';
export {
  type AuthorizationReader,
  type AuthorizationRow,
  findAuthorization,
  listAuthorizations,
  type ListedWork,
  worksOfAuthorization,
} from './authorizations.queries.js';
export { authorizationApproved } from './authorization-approved.js';
export { authorizationParts, decideAuthorization } from './decide-authorization.js';
export {
  actsOpenTo,
  type AuthorizationAct,
  authorizationActs,
  type AuthorizationShownState,
  authorizationShownStates,
  shownState,
} from './domain/authorization-acts.js';
export type { AuthorizationDraft } from './domain/authorization-draft.js';
export { identifierSchemes } from './domain/identifiers/schemes.js';
export { type Judgement } from './domain/judge-authorization.js';
export type { ProofDocument } from './domain/proof-document.js';
export { grantedRightNames, type GrantedRight, readRight } from './domain/rights.js';
export { shanghaiDay } from './domain/shanghai-day.js';
export { type ListedWorkDraft, type WarningListDraft, worksPerWarningList } from './domain/warning-list-draft.js';
export {
  dutiesOf,
  warningListDuties,
  type WarningListDuty,
  warningListDutyCodes,
} from './domain/warning-list-duties.js';
export { identifierFaults, type WorkDraft, workWarnings } from './domain/work-draft.js';
export { worksEntities } from './entities.js';
export { fileAuthorization } from './file-authorization.js';
export { importWarningList } from './import-warning-list.js';
export { remindOfExpiring } from './remind-of-expiring.js';
export {
  findWarningList,
  listWarningLists,
  serviceTypesOf,
  type WarningListRow,
  type WarningListWorkRow,
  worksOfWarningList,
} from './warning-lists.queries.js';
export { findWork, vaultWorks, type WorkFilter, type WorkRow, worksOf } from './works.queries.js';
export { worksOnWarningList } from './works-on-warning-list.js';
