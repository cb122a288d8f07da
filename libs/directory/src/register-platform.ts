import type { Tx } from '#database';
import type { Actor } from '#events';
import { newId, Problem } from '#kernel';
import { draftFaults, type PlatformDraft, slugFrom, spelled } from './domain/platform-draft.js';
import { assertReferences, claimAddresses } from './platform-claims.js';
import { announceJoining } from './platform-joining.js';

/** Puts a platform into the directory and returns its id. Without a slug, one is made from its first host. */
export async function registerPlatform(
  tx: Tx,
  now: Date,
  actor: Actor,
  input: PlatformDraft & { slug: string | null },
): Promise<string> {
  await assertReferences(tx, input, draftFaults(input, now));
  const stored = spelled(input);
  const id = newId();
  const wanted = input.slug ?? slugFrom(stored.hosts);
  let isWritten = await insertPlatform(tx, now, id, wanted, stored);
  if (!isWritten && input.slug === null)
    isWritten = await insertPlatform(tx, now, id, `${wanted}-${id.slice(-8)}`, stored);
  if (!isWritten) await refuseSlug(tx, wanted);
  await claimAddresses(tx, id, input, stored);
  if (stored.joinedAt) await announceJoining(tx, now, actor, [{ id, organizationId: stored.organizationId! }], true);
  return id;
}

async function insertPlatform(tx: Tx, now: Date, id: string, slug: string, stored: PlatformDraft): Promise<boolean> {
  const written = await tx.query<unknown[]>(
    `insert into platforms (id, slug, name, service_type, regime, region_code, app_ids, credit_code, icp_number,
       contact_email, time_zone, organization_id, joined_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14) on conflict (slug) do nothing returning id`,
    [
      id,
      slug,
      stored.name,
      stored.serviceType,
      stored.regime,
      stored.regionCode,
      stored.appIds,
      stored.creditCode,
      stored.icpNumber,
      stored.contactEmail,
      stored.timeZone,
      stored.organizationId,
      stored.joinedAt,
      now,
    ],
  );
  return written.length > 0;
}

async function refuseSlug(tx: Tx, slug: string): Promise<never> {
  const [other] = await tx.query<Array<{ id: string }>>('select id from platforms where slug = $1', [slug]);
  throw new Problem('already_exists', {
    detail: `There is a platform with the slug ${slug}.`,
    errors: [{ pointer: '#/slug', code: 'slug_taken', detail: 'Give another slug, or leave it out to get one made.' }],
    extra: { platformId: other?.id },
  });
}
