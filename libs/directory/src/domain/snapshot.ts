import type { PlatformRegime, PlatformServiceType } from './classification.js';

/** A platform as routing and filing need it. */
export interface PlatformRecord {
  id: string;
  slug: string;
  name: string;
  serviceType: PlatformServiceType;
  regime: PlatformRegime;
  regionCode: string;
  /** The organization that answers for it here. */
  organizationId: string | null;
  /** Since when its inbox here is the designated system that service enters; null while it has not joined. */
  joinedAt: Date | null;
  contactEmail: string | null;
  /** Where the days of US law end for it; null: New York. */
  timeZone: string | null;
  hosts: readonly string[];
  appIds: readonly string[];
}

export interface RegionRecord {
  code: string;
  name: string;
  copyrightAuthority: string;
  telecomAuthority: string;
  regulatorOrganizationId: string | null;
}

/** The directory as it stood at one version: immutable, shared by all readers of a process. */
export interface DirectorySnapshot {
  version: bigint;
  platforms: ReadonlyMap<string, PlatformRecord>;
  bySlug: ReadonlyMap<string, PlatformRecord>;
  /** What the reading of targets is prepared from. */
  hosts: ReadonlyArray<{ slug: string; hosts: readonly string[]; appIds: readonly string[] }>;
  regions: ReadonlyMap<string, RegionRecord>;
  nationalRegulatorOrganizationId: string | null;
}

/** GB/T 2260 has no code for the country as a whole; this one stands for it. */
export const NATIONAL_REGION = '000000';

export function snapshotOf(version: bigint, platforms: PlatformRecord[], regions: RegionRecord[]): DirectorySnapshot {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  return {
    version,
    platforms: new Map(platforms.map((platform) => [platform.id, platform])),
    bySlug: new Map(platforms.map((platform) => [platform.slug, platform])),
    hosts: platforms.map(({ slug, hosts, appIds }) => ({ slug, hosts, appIds })),
    regions: byCode,
    nationalRegulatorOrganizationId: byCode.get(NATIONAL_REGION)?.regulatorOrganizationId ?? null,
  };
}

/** The organization with jurisdiction over a region: its own regulator, else the national one; null where neither is appointed. */
export function regulatorFor(snapshot: DirectorySnapshot, regionCode: string): string | null {
  return snapshot.regions.get(regionCode)?.regulatorOrganizationId ?? snapshot.nationalRegulatorOrganizationId;
}
