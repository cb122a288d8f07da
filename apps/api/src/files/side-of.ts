import type { MatterParty } from '#evidence';
import type { Caller, MatterFacts } from '#identity';

/** On which side of a matter its reader stands, as the files of the matter name their readers. */
export function sideOf({ organizationId }: Caller, matter: MatterFacts): MatterParty {
  if (organizationId === matter.complainantOrganizationId) return 'complainant';
  return organizationId === matter.platformOrganizationId ? 'platform' : 'regulator';
}
