export { amendMember, type MemberChange, removeMember } from './amend-member.js';
export { amendOrganization, type OrganizationChange } from './amend-organization.js';
export { type ApiKeyRow, apiKeyById, apiKeysOf } from './api-keys.queries.js';
export { beginTotp, type PendingTotp } from './begin-totp.js';
export { openBrowserSession, prolongBrowserSession } from './browser-sessions.js';
export { callerOfBrowser, callerOfSession, holderOfKey, type KeyHolder } from './callers.queries.js';
export { changePassword, type PasswordChange } from './change-password.js';
export { revokeApiKey, rollApiKey } from './change-api-key.js';
export { chooseMail, type MailChoices, mailChoicesOf } from './choose-mail.js';
export { confirmEmail, resendConfirmation } from './confirm-email.js';
export { confirmTotp } from './confirm-totp.js';
export { createMember, type NewMember } from './create-member.js';
export { createOrganization, type NewOrganization } from './create-organization.js';
export { addressForLimits, isAddressAllowed } from './domain/addresses.js';
export { type KeyMode, keyModes, looksLikeApiKey, modeOfApiKey } from './domain/api-key-text.js';
export { actorOf, type Caller } from './domain/caller.js';
export { callerByMail } from './domain/caller-by-mail.js';
export { can, type MatterAction, type MatterFacts } from './domain/can.js';
export { type Filer, filerByEmail } from './filer-by-email.js';
export { type IdentityLetter, type Locale, locales } from './domain/letter.js';
export { type MailKind, mailKinds } from './domain/mail-kinds.js';
export { normaliseEmail } from './domain/normalise.js';
export { type Profile } from './domain/profile.js';
export { requireConfirmedEmail } from './domain/require-confirmed-email.js';
export {
  type OrganizationKind,
  organizationKinds,
  type Role,
  roles,
  type Scope,
  scopes,
  scopesOf,
} from './domain/scopes.js';
export { hashOfSecret, newSecret } from './domain/secrets.js';
export {
  accessTokenSeconds,
  browserSessionSeconds,
  keyOverlapHours,
  longestAllowList,
  longestEmail,
  longestUserAgent,
  passwordLength,
  sessionNotedEvery,
} from './domain/sign-in-rules.js';
export { type DemoPersonRow, demoPeopleAmong } from './demo-people.queries.js';
export { endTotp, resetTotp } from './end-totp.js';
export { identityEntities } from './identity.entity.js';
export { inviteMember } from './invite-member.js';
export { type KeyRequestRow, requestsOfKey } from './key-requests.queries.js';
export { keepKeyRequests, keyRequestDaysKept, KeyRequestLog } from './key-requests.js';
export { KeyUse } from './key-use.js';
export { requireOpenMailToken } from './mail-tokens.js';
export { memberById, type MemberRow, membersOf } from './members.queries.js';
export { mintApiKey, type NewApiKey } from './mint-api-key.js';
export { lockOrganization, organizationById, type OrganizationRow, organizations } from './organizations.queries.js';
export { hashPassword } from './passwords.js';
export { register, type Registration } from './register.js';
export {
  endOwnSession,
  endSession,
  endSessionsOfMember,
  type OpenSession,
  openSession,
  type Refreshed,
  refreshSession,
  type SessionPlace,
} from './sessions.js';
export { requirePassword, type ShownPassword } from './require-password.js';
export { type SessionRow, sessionsOf } from './sessions.queries.js';
export { memberOfProvider, type ProvidedIdentity } from './sign-in-by-provider.js';
export { type Credentials, verifyCredentials } from './sign-in.js';
export { SignInLimits } from './sign-in-limits.js';
export { setPassword } from './set-password.js';
export { findStandIn, standInOrganization } from './stand-in-organization.js';
export { recordAccess } from './record-access.js';
export { standingOf } from './standing.queries.js';
