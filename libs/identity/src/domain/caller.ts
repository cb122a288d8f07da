import type { Actor } from '#events';
import type { OrganizationKind, Role, Scope } from './scopes.js';

/** Who is asking: a signed-in member, or a machine with an API key or whoever holds a mailed link (then there is no member and no role). */
export interface Caller {
  organizationId: string;
  organizationKind: OrganizationKind;
  /** The region of a regulator or of a platform's organization. */
  regionCode: string | null;
  memberId: string | null;
  /** The person who answers for what is done: the member, or whoever made the key. Claims and notes carry it. */
  responsibleMemberId: string;
  role: Role | null;
  apiKeyId: string | null;
  sessionId: string | null;
  /** The link of a letter that was opened, where nobody signed in. */
  mailLinkId?: string;
  scopes: ReadonlySet<Scope>;
  isEmailConfirmed: boolean;
}

/** How the event log names this caller. */
export function actorOf(caller: Caller): Actor {
  if (caller.mailLinkId) return { kind: 'mail_link', organizationId: caller.organizationId, id: caller.mailLinkId };
  return caller.apiKeyId
    ? { kind: 'api_key', organizationId: caller.organizationId, id: caller.apiKeyId }
    : { kind: 'member', organizationId: caller.organizationId, id: caller.memberId };
}
