import { prepared, type Tx } from '#database';
import { newId, unique } from '#kernel';
import { type ItemState } from './domain/item-states.js';
import { type ItemEvent } from './domain/lifecycle.js';
import { transition } from './domain/transition.js';
import { answeredStates, type Repetition, repetitionOf } from './domain/repeated-claim.js';
import { lockNotices, moveFacts } from './lock-notice.js';
import type { NoticeChange } from './settlement.js';

/** A located thing that somebody is about to complain of. */
export interface ClaimedTarget {
  targetId: string;
  platformId: string;
  canonicalKey: string;
  claimKey: string;
}

export interface Claim {
  canonicalItemId: string;
  /** The item of the same claim to which this target belongs, and what filing again does to it; null: an item of its own. */
  repeats: { as: Exclude<Repetition, 'new'>; itemId: string; noticeId: string } | null;
  /** The user's statement brought the thing back against this rights holder: where the law says so, no second notice. */
  isRestoredOnCounter: boolean;
}

export interface Claims {
  byTarget: ReadonlyMap<string, Claim>;
  /** The reports and appeals that filing again makes, on notices that are locked now: for `recordRepeats`. */
  repeats: NoticeChange[];
}

/**
 * Locks the canonical items (making those that are new) in one order for everybody, and finds what came of the same
 * claims before (domain.md §2.7). Two statements for any number of targets; two more lock what was answered.
 */
export async function claimCanonicalItems(
  tx: Tx,
  targets: readonly ClaimedTarget[],
  holderKey: string,
): Promise<Claims> {
  if (targets.length === 0) return { byTarget: new Map(), repeats: [] };
  const ids = await lockCanonicalItems(tx, targets);
  const { newest, restoredOnCounter } = await findEarlier(tx, [...ids.values()], targets, holderKey);
  const { judged, repeats } = await judgeAnswered(tx, [...newest.values()]);
  const claimOf = (target: ClaimedTarget): Claim => {
    const canonicalItemId = ids.get(keyOf(target))!;
    const found = newest.get(`${canonicalItemId} ${target.claimKey}`);
    const as = found ? (judged.get(found.id) ?? repetitionOf(found.state, () => false)) : 'new';
    return {
      canonicalItemId,
      repeats: as === 'new' ? null : { as, itemId: found!.id, noticeId: found!.noticeId },
      isRestoredOnCounter: restoredOnCounter.has(canonicalItemId),
    };
  };
  return { byTarget: new Map(targets.map((target) => [target.targetId, claimOf(target)])), repeats };
}

async function lockCanonicalItems(tx: Tx, targets: readonly ClaimedTarget[]): Promise<Map<string, string>> {
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
  return new Map(rows.map((row) => [`${row.platform_id} ${row.key}`, row.id]));
}

interface EarlierItem {
  id: string;
  noticeId: string;
  state: ItemState;
}

/** The newest item of each claim, a withdrawn one only for want of another; and where a counter-notice beat the holder. */
async function findEarlier(
  tx: Tx,
  canonicalItemIds: readonly string[],
  targets: readonly ClaimedTarget[],
  holderKey: string,
): Promise<{ newest: Map<string, EarlierItem>; restoredOnCounter: Set<string> }> {
  const rows = await tx.query<Array<EarlierItem & { claim: string | null; canonicalItemId: string }>>(
    `(select distinct on (canonical_item_id, claim_key) id, notice_id as "noticeId", state,
        canonical_item_id as "canonicalItemId", claim_key as claim
      from items where canonical_item_id = any($1) and claim_key = any($2)
      order by canonical_item_id, claim_key, state = 'withdrawn', id desc)
     union all
     (select distinct on (canonical_item_id) id, notice_id, state, canonical_item_id, null
      from items where canonical_item_id = any($1) and holder_key = $3 and restored_on_counter
      order by canonical_item_id)`,
    [canonicalItemIds, unique(targets.map(({ claimKey }) => claimKey)), holderKey],
  );
  const newest = new Map<string, EarlierItem>();
  const restoredOnCounter = new Set<string>();
  for (const { claim, canonicalItemId, ...item } of rows) {
    if (claim === null) restoredOnCounter.add(canonicalItemId);
    else newest.set(`${canonicalItemId} ${claim}`, item);
  }
  return { newest, restoredOnCounter };
}

/** Of those that were answered, what the lifecycle lets filing again do, judged under the locks of their notices. */
async function judgeAnswered(tx: Tx, found: readonly EarlierItem[]) {
  const judged = new Map<string, Repetition>();
  const repeats: NoticeChange[] = [];
  const answered = new Set(found.filter(({ state }) => answeredStates.includes(state)).map(({ id }) => id));
  if (answered.size === 0) return { judged, repeats };
  const noticeIds = unique(found.filter(({ id }) => answered.has(id)).map(({ noticeId }) => noticeId));
  for (const notice of await lockNotices(tx, noticeIds)) {
    const items = notice.items.flatMap((item): NoticeChange['items'] => {
      if (!answered.has(item.id)) return [];
      const facts = moveFacts(notice, item);
      const moveBy = (event: ItemEvent) => transition(item.state, event, 'complainant', facts);
      const as = repetitionOf(item.state, (event) => moveBy(event) !== null);
      judged.set(item.id, as);
      return as === 'report_still_live' || as === 'appeal' ? [{ item, event: as, to: moveBy(as)! }] : [];
    });
    if (items.length > 0) repeats.push({ notice, items });
  }
  return { judged, repeats };
}

function keyOf(target: ClaimedTarget): string {
  return `${target.platformId} ${target.canonicalKey}`;
}
