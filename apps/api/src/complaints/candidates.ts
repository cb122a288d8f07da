import type { DirectorySnapshot } from '#directory';
import { registrableDomain } from '#targets';

/** Who might answer for an address that nobody registered. */
export interface Candidate {
  id: string;
  slug: string;
  name: string;
  /** The host of theirs that has the same owner by its name. */
  host: string;
}

const most = 5;

/** For each host the platforms with another host under the same registered domain: for the operator to judge. */
export function candidatesFor({ hosts, bySlug }: DirectorySnapshot): (host: string | null) => Candidate[] {
  const byDomain = new Map<string, Candidate[]>();
  for (const { slug, hosts: names } of hosts) {
    const { id, name } = bySlug.get(slug)!;
    for (const host of names) {
      const domain = registrableDomain(host);
      if (domain === null) continue;
      const known = byDomain.get(domain) ?? [];
      if (!known.some((candidate) => candidate.id === id)) byDomain.set(domain, [...known, { id, slug, name, host }]);
    }
  }
  return (host) => byDomain.get((host && registrableDomain(host)) ?? '')?.slice(0, most) ?? [];
}
