import type { Tx } from '#database';
import type { Actor } from '#events';
import { Problem } from '#kernel';
import { draftFaults, type PlatformDraft, spelled } from './domain/platform-draft.js';
import { assertReferences, claimAddresses } from './platform-claims.js';
import { announceContact, announceJoining, announceLeaving } from './platform-joining.js';

/** Changes what is given and leaves the rest; hosts and app ids are replaced as a whole. 404 where there is no such platform. */
export async function amendPlatform(
  tx: Tx,
  now: Date,
  actor: Actor,
  platformId: string,
  changes: Partial<PlatformDraft>,
): Promise<void> {
  const before = await lockPlatform(tx, platformId);
  const draft: PlatformDraft = { ...before, ...changes };
  await assertReferences(tx, draft, draftFaults(draft, now));
  const after = spelled(draft);
  await tx.query(
    `update platforms set name = $2, service_type = $3, regime = $4, region_code = $5, app_ids = $6, credit_code = $7,
       icp_number = $8, contact_email = $9, time_zone = $10, organization_id = $11, joined_at = $12, updated_at = $13
     where id = $1`,
    [
      platformId,
      after.name,
      after.serviceType,
      after.regime,
      after.regionCode,
      after.appIds,
      after.creditCode,
      after.icpNumber,
      after.contactEmail,
      after.timeZone,
      after.organizationId,
      after.joinedAt,
      now,
    ],
  );
  await claimAddresses(tx, platformId, draft, after);
  await announceChange(tx, now, actor, platformId, before, after);
}

async function announceChange(
  tx: Tx,
  now: Date,
  actor: Actor,
  id: string,
  before: PlatformDraft,
  after: PlatformDraft,
) {
  if (before.contactEmail !== after.contactEmail) await announceContact(tx, now, actor, id);
  const was = before.joinedAt && before.organizationId;
  const is = after.joinedAt && after.organizationId;
  if (was === is) return;
  if (was) await announceLeaving(tx, now, actor, { id, organizationId: was });
  if (is) await announceJoining(tx, now, actor, [{ id, organizationId: is }]);
}

/** A platform as it is given, which stays so until the end of the transaction. 404 where there is none. */
export async function lockPlatform(tx: Tx, platformId: string): Promise<PlatformDraft> {
  const [platform] = await tx.query<PlatformDraft[]>(
    `select name, service_type as "serviceType", regime, region_code as "regionCode", app_ids as "appIds",
       array(select host from platform_hosts where platform_id = p.id order by host) as hosts,
       credit_code as "creditCode", icp_number as "icpNumber", contact_email as "contactEmail",
       time_zone as "timeZone", organization_id as "organizationId", joined_at as "joinedAt"
     from platforms p where id = $1 for update`,
    [platformId],
  );
  if (!platform) throw new Problem('not_found');
  return platform;
}
