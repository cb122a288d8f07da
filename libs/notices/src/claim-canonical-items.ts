import { prepared, type Tx } from '#database';
import { newId } from '#kernel';

/** A located thing that somebody is about to complain of. */
export interface ClaimedTarget {
  targetId: string;
  platformId: string;
  canonicalKey: string;
  claimKey: string;
}

export interface Claim {
  canonicalItemId: string;
  /** The open item of the same claimant about the same work, which this target only repeats. */
  duplicateOf: { itemId: string; noticeId: string } | null;
}

/**
 * Locks the canonical items (making those that are new) in one order for everybody, and finds what is already pending
 * from the same claimant. Two statements for any number of targets. Result by `targetId`.
 */
export async function claimCanonicalItems(tx: Tx, targets: readonly ClaimedTarget[]): Promise<Map<string, Claim>> {
  if (targets.length === 0) return new Map();
  const wanted = [
    ...new Map(
      targets.map((t) => [keyOf(t), { id: newId(), platform_id: t.platformId, key: t.canonicalKey }]),
    ).values(),
  ];
  const rows = await prepared<{ id: string; platform_id: string; key: string }>(
    tx,
    `insert into canonical_items (id, platform_id, key)
     select id, platform_id, key from jsonb_to_recordset($1) as c(id uuid, platform_id uuid, key text)
     order by platform_id, key
     on conflict (platform_id, key) do update set key = excluded.key
     returning id, platform_id, key`,
    [JSON.stringify(wanted)],
  );
  const ids = new Map(rows.map((row) => [`${row.platform_id} ${row.key}`, row.id]));
  const open = await tx.query<Array<{ id: string; notice_id: string; canonical_item_id: string; claim_key: string }>>(
    `select distinct on (canonical_item_id, claim_key) id, notice_id, canonical_item_id, claim_key from items
     where canonical_item_id = any($1) and claim_key = any($2) and state in ('unserved', 'pending', 'restore_due')
     order by canonical_item_id, claim_key, id`,
    [[...ids.values()], [...new Set(targets.map((target) => target.claimKey))]],
  );
  const openByClaim = new Map(open.map((row) => [`${row.canonical_item_id} ${row.claim_key}`, row]));
  return new Map(
    targets.map((target) => {
      const canonicalItemId = ids.get(keyOf(target))!;
      const found = openByClaim.get(`${canonicalItemId} ${target.claimKey}`);
      return [
        target.targetId,
        { canonicalItemId, duplicateOf: found ? { itemId: found.id, noticeId: found.notice_id } : null },
      ];
    }),
  );
}

function keyOf(target: ClaimedTarget): string {
  return `${target.platformId} ${target.canonicalKey}`;
}
