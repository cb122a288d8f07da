export { can, type MatterAction, type MatterFacts } from './domain/can.js';
export { actorOf, type Caller } from './domain/caller.js';
export {
  type OrganizationKind,
  organizationKinds,
  type Role,
  roles,
  type Scope,
  scopes,
  scopesOf,
} from './domain/scopes.js';
