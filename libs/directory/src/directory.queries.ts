import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { PlatformRegime, PlatformServiceType } from './domain/classification.js';

/** A platform with all that the directory knows of it. */
export interface PlatformEntry {
  id: string;
  slug: string;
  name: string;
  serviceType: PlatformServiceType;
  regime: PlatformRegime;
  regionCode: string;
  hosts: string[];
  appIds: string[];
  creditCode: string | null;
  icpNumber: string | null;
  contactEmail: string | null;
  timeZone: string | null;
  organizationId: string | null;
  joinedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PlatformFilter {
  /** Part of the name, the slug or a host. */
  q?: string | undefined;
  serviceType?: string | undefined;
  regime?: string | undefined;
  regionCode?: string | undefined;
  joined?: boolean | undefined;
}

const platformEntry = `
  select p.id, p.slug, p.name, p.service_type as "serviceType", p.regime, p.region_code as "regionCode",
    array(select host from platform_hosts h where h.platform_id = p.id order by host) as hosts, p.app_ids as "appIds",
    p.credit_code as "creditCode", p.icp_number as "icpNumber", p.contact_email as "contactEmail", p.time_zone as "timeZone",
    p.organization_id as "organizationId", p.joined_at as "joinedAt", p.created_at as "createdAt",
    p.updated_at as "updatedAt"
  from platforms p`;

/** Platforms by slug, from behind `after`; at most `limit`. */
export function listPlatforms(
  db: Tx | DataSource,
  { q, serviceType, regime, regionCode, joined }: PlatformFilter,
  after: string | null,
  limit: number,
): Promise<PlatformEntry[]> {
  return db.query<PlatformEntry[]>(
    `${platformEntry}
     where ($1::text is null or p.slug > $1)
       and ($2::text is null or strpos(lower(p.name), $2) > 0 or strpos(p.slug, $2) > 0
         or exists (select from platform_hosts h where h.platform_id = p.id and strpos(h.host, $2) > 0))
       and ($3::text is null or p.service_type = $3)
       and ($4::text is null or p.region_code = $4)
       and ($5::boolean is null or (p.joined_at is not null) = $5)
       and ($6::text is null or p.regime = $6)
     order by p.slug limit $7`,
    [
      after,
      q?.trim().toLowerCase() || null,
      serviceType ?? null,
      regionCode ?? null,
      joined ?? null,
      regime ?? null,
      limit,
    ],
  );
}

export async function findPlatform(db: Tx | DataSource, platformId: string): Promise<PlatformEntry | null> {
  const [platform] = await db.query<PlatformEntry[]>(`${platformEntry} where p.id = $1`, [platformId]);
  return platform ?? null;
}

export type PlatformName = Pick<PlatformEntry, 'id' | 'name' | 'slug'>;

/** The platforms that an organization answers for, by slug. */
export function platformsOf(db: Tx | DataSource, organizationId: string): Promise<PlatformName[]> {
  return db.query<PlatformName[]>('select id, name, slug from platforms where organization_id = $1 order by slug', [
    organizationId,
  ]);
}

/** Several at once, by id. */
export async function platformsById(
  db: Tx | DataSource,
  platformIds: readonly string[],
): Promise<Map<string, PlatformEntry>> {
  const platforms = await db.query<PlatformEntry[]>(`${platformEntry} where p.id = any($1)`, [platformIds]);
  return new Map(platforms.map((platform) => [platform.id, platform]));
}

/** A region, its authorities, and the organization here that acts as its regulator. */
export interface RegulatorEntry {
  regionCode: string;
  regionName: string;
  copyrightAuthority: string;
  telecomAuthority: string;
  organizationId: string | null;
  organizationName: string | null;
}

const regulatorEntry = `
  select r.code as "regionCode", r.name as "regionName", r.copyright_authority as "copyrightAuthority",
    r.telecom_authority as "telecomAuthority", o.id as "organizationId", o.name as "organizationName"
  from regions r left join organizations o on o.id = r.regulator_organization_id`;

/** Regions with their authorities by code, from behind `after`; at most `limit`. */
export function listRegulators(db: Tx | DataSource, after: string | null, limit: number): Promise<RegulatorEntry[]> {
  return db.query<RegulatorEntry[]>(
    `${regulatorEntry} where $1::text is null or r.code > $1 order by r.code limit $2`,
    [after, limit],
  );
}

export async function findRegulator(db: Tx | DataSource, regionCode: string): Promise<RegulatorEntry | null> {
  const [regulator] = await db.query<RegulatorEntry[]>(`${regulatorEntry} where r.code = $1`, [regionCode]);
  return regulator ?? null;
}
