import type { Tx } from '#database';
import { type Actor, appendEvents } from '#events';

interface Joining {
  id: string;
  organizationId: string;
}

/** Says that these platforms have an inbox here now; whoever keeps notices that wait for them listens. */
export async function announceJoining(tx: Tx, now: Date, actor: Actor, joinings: readonly Joining[], isNew = false) {
  await appendEvents(
    tx,
    now,
    joinings.map(({ id, organizationId }) => ({
      matterKind: 'platform',
      matterId: id,
      opensMatter: isNew,
      type: 'platform.joined',
      actor,
      data: { platformId: id, organizationId },
      audience: [organizationId],
    })),
  );
}

/** Says that a platform's inbox here is no longer the system that service enters. */
export async function announceLeaving(tx: Tx, now: Date, actor: Actor, { id, organizationId }: Joining) {
  const data = { platformId: id, organizationId };
  const audience = [organizationId];
  await appendEvents(tx, now, [{ matterKind: 'platform', matterId: id, type: 'platform.left', actor, data, audience }]);
}

/**
 * Says that the published address of a platform changed; whoever has notices on their way by mail listens. The address
 * itself stands in the directory alone.
 */
export async function announceContact(tx: Tx, now: Date, actor: Actor, platformId: string) {
  const data = { platformId };
  const type = 'platform.contact_changed';
  await appendEvents(tx, now, [{ matterKind: 'platform', matterId: platformId, type, actor, data, audience: [] }]);
}

/**
 * Links many platforms to the organizations that answer for them, joined as of now; those that have joined stay as they
 * are. Returns the ids of the newly joined. Two statements whatever their number.
 */
export async function joinPlatforms(
  tx: Tx,
  now: Date,
  actor: Actor,
  links: ReadonlyArray<{ platformId: string; organizationId: string }>,
): Promise<string[]> {
  const [joined] = await tx.query<[Joining[], number]>(
    `update platforms p set organization_id = o.id, joined_at = $2, updated_at = $2
     from jsonb_to_recordset($1) as l("platformId" uuid, "organizationId" uuid)
     join organizations o on o.id = l."organizationId" and o.kind = 'platform'
     where p.id = l."platformId" and p.joined_at is null
     returning p.id, o.id as "organizationId"`,
    [JSON.stringify(links), now],
  );
  await announceJoining(tx, now, actor, joined);
  return joined.map((platform) => platform.id);
}
