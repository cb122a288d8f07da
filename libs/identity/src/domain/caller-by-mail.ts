import type { Caller } from './caller.js';

/**
 * Whoever holds the link of a letter to a platform's published address: reads and answers for that platform, as nobody
 * in particular. What this caller is let do is narrowed to the link's one notice by whoever opened it.
 */
export function callerByMail(link: { id: string; organizationId: string; regionCode: string | null }): Caller {
  return {
    organizationId: link.organizationId,
    organizationKind: 'platform',
    regionCode: link.regionCode,
    memberId: null,
    // no member: the link answers, and what needs a person refuses it
    responsibleMemberId: link.id,
    role: null,
    apiKeyId: null,
    sessionId: null,
    mailLinkId: link.id,
    scopes: new Set(['notices:read', 'notices:act']),
    isEmailConfirmed: true,
  };
}
