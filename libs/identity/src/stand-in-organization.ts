import type { Tx } from '#database';
import { newId } from '#kernel';

/**
 * The organization without members that stands in for a platform which is served by mail, made at its first service.
 * What is served on it, is the platform's: audiences, lists, figures and escalations know no difference.
 */
export async function standInOrganization(tx: Tx, now: Date, platformId: string): Promise<string> {
  await tx.query(
    `insert into organizations (id, kind, name, region_code, profile, created_at, stands_in_for)
     select $1, 'platform', name, region_code, '{}', $3, id from platforms where id = $2
     on conflict (stands_in_for) do nothing`,
    [newId(), platformId, now],
  );
  return (await findStandIn(tx, platformId))!;
}

/** Null where the platform was never served by mail. */
export async function findStandIn(tx: Tx, platformId: string): Promise<string | null> {
  const [row] = await tx.query<Array<{ id: string }>>('select id from organizations where stands_in_for = $1', [
    platformId,
  ]);
  return row?.id ?? null;
}
