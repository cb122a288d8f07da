import { domainNow, inTransaction, type Tx } from '#database';
import { amendPlatform, appointRegulators, directorySnapshot, joinPlatforms, readDirectoryFiles } from '#directory';
import { systemActor } from '#events';
import { createMember, createOrganization, mintApiKey, type Scope, scopesOf } from '#identity';
import type { DataSource } from 'typeorm';
import { type DemoPerson, demoPeople, demoProfile } from './demo-people.js';

/** Served by mail in the sandbox: it has not joined, and an address is published for it. Its letters are captured. */
const servedByMail = { slug: 'lanzou', contactEmail: 'copyright@lanzou.example' };

/**
 * The people and organizations of the sandbox: every joined platform and every region's regulator with its organization,
 * and one person for each group of users. Once; a database that has them is left alone.
 */
export async function seedDemo(database: DataSource, password: string): Promise<void> {
  const { platforms } = await readDirectoryFiles();
  const joined = platforms.filter((platform) => platform.joined).map(({ slug }) => slug);
  await inTransaction(database, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('tongshan demo', 0))`);
    const [known] = await tx.query<unknown[]>('select 1 from members where email = $1', [demoPeople[0]!.email]);
    if (known) return;
    const now = await domainNow(tx);
    const platformOrganizations = await seedPlatforms(tx, now, joined);
    const regulators = await seedRegulators(tx, now);
    for (const person of demoPeople) {
      const organizationId = await organizationOf(tx, now, person, platformOrganizations, regulators);
      await createMember(tx, now, {
        organizationId,
        email: person.email,
        name: person.name,
        role: 'owner',
        password,
        isEmailConfirmed: true,
      });
    }
  });
}

/** One API key for every demo person; the only moment in which they can be read. */
export async function mintDemoKeys(database: DataSource): Promise<Record<string, string>> {
  return inTransaction(database, async (tx) => {
    const keys: Record<string, string> = {};
    for (const { email, keyScopes } of demoPeople) {
      const [member] = await tx.query<
        Array<{ id: string; organizationId: string; kind: DemoPerson['organization']['kind'] }>
      >(
        `select m.id, m.organization_id as "organizationId", o.kind from members m join organizations o on o.id = m.organization_id where m.email = $1`,
        [email],
      );
      const { id, organizationId, kind } = member!;
      const { key } = await mintApiKey(tx, {
        organizationId,
        createdBy: id,
        name: 'demo',
        scopes: keyScopes,
        mode: 'sandbox',
        creatorScopes: new Set<Scope>(scopesOf(kind, 'owner')),
      });
      keys[email] = key;
    }
    return keys;
  });
}

async function seedPlatforms(tx: Tx, now: Date, joined: readonly string[]): Promise<Map<string, string>> {
  const { bySlug } = await directorySnapshot(tx);
  const organizations = new Map<string, string>();
  for (const slug of joined) {
    const { name, regionCode } = bySlug.get(slug)!;
    organizations.set(slug, await createOrganization(tx, now, { kind: 'platform', name, regionCode }));
  }
  const links = joined.map((slug) => ({ platformId: bySlug.get(slug)!.id, organizationId: organizations.get(slug)! }));
  await joinPlatforms(tx, now, systemActor, links);
  const { slug, contactEmail } = servedByMail;
  await amendPlatform(tx, now, systemActor, bySlug.get(slug)!.id, { contactEmail });
  return organizations;
}

async function seedRegulators(tx: Tx, now: Date): Promise<Map<string, string>> {
  const { regions } = await directorySnapshot(tx);
  const organizations = new Map<string, string>();
  for (const { code, copyrightAuthority } of regions.values()) {
    organizations.set(
      code,
      await createOrganization(tx, now, { kind: 'regulator', name: copyrightAuthority, regionCode: code }),
    );
  }
  await appointRegulators(
    tx,
    [...organizations].map(([regionCode, organizationId]) => ({ regionCode, organizationId })),
  );
  return organizations;
}

function organizationOf(
  tx: Tx,
  now: Date,
  { organization }: DemoPerson,
  platforms: ReadonlyMap<string, string>,
  regulators: ReadonlyMap<string, string>,
): Promise<string> | string {
  if (organization.kind === 'platform') return platforms.get(organization.platformSlug)!;
  if (organization.kind === 'regulator') return regulators.get(organization.regionCode)!;
  const profile = organization.kind === 'rights_holder' ? { ...demoProfile, name: organization.name } : undefined;
  return createOrganization(tx, now, { kind: organization.kind, name: organization.name, profile });
}
