import { clockRule, type Disposition, type Regime } from '#law';

import type { ItemState } from './item-states.js';

/** What, besides the state of an item, decides which way an event leads. */
export const conditions = [
  /** A court or authority ordered that the thing stay down; it overrides every clock (domain.md §3). */
  'order_stands',
  /** A proceeding of the rights holder about the item is on record and has not ended. */
  'proceeding_on_record',
  /** Another order or another proceeding keeps it down, whatever becomes of this one. */
  'held_otherwise',
  /** Before the order the item was down on the complaint, which nobody has answered: that hold is still there. */
  'complaint_stands',
  /** Only an order asks for it. */
  'pending_by_order',
  /** The measure that was taken leaves the content up: forwarding alone, or demotion. */
  'stays_up',
  /** The platform may still ask once for a missing element. */
  'supplement_allowed',
  'appeal_used',
  /** A statement of the user against the item is neither rejected nor settled. */
  'counter_open',
  'counter_forwarded',
  /** 条例 第17条: a valid statement restores without waiting. */
  'restores_at_once',
  /** 条例 第17条: of a broken link the law says that it *may* be restored. */
  'link_may_stay',
  /** DSA 20: the platform itself rules on the objection. */
  'platform_decides',
  /** 17 USC 512(g)(2)(C): not before ten business days. */
  'wait_is_mandatory',
  /** 法释〔2020〕9号 第3条: the wait can be made longer, with proof. */
  'wait_extendable',
  /** The proof was received before the wait was over. */
  'proof_in_time',
  /** The platform's decision on an objection goes the user's way. */
  'in_favour_of_user',
] as const;
export type Condition = (typeof conditions)[number];

/** What is known of an item when its next event is judged. */
export interface ItemFacts {
  disposition: Disposition | null;
  /** The state in which a takedown order found it. */
  before: ItemState | null;
  isOrdered: boolean;
  /** Proceedings on record that have not ended. */
  openProceedings: number;
  isAppealUsed: boolean;
  isCounterOpen: boolean;
  isCounterForwarded: boolean;
}

/** Measures that fit some notices under some laws, and do not take the thing down. */
export const leavesUp: readonly (Disposition | null)[] = ['forwarded_only', 'demoted'];

/** The conditions that hold for an item under its regime, with those that only the event itself knows. Pure. */
export function conditionsOf(
  item: ItemFacts,
  regime: Regime,
  notice: { isSupplementUsed: boolean },
  ofEvent: readonly Condition[] = [],
): ReadonlySet<Condition> {
  const holds: Array<[Condition, boolean]> = [
    ['order_stands', item.isOrdered],
    ['proceeding_on_record', item.openProceedings > 0],
    ['complaint_stands', item.before === 'actioned'],
    ['pending_by_order', item.before !== null],
    ['stays_up', leavesUp.includes(item.disposition)],
    ['supplement_allowed', regime.allowsSupplement && !notice.isSupplementUsed],
    ['appeal_used', item.isAppealUsed],
    ['counter_open', item.isCounterOpen],
    ['counter_forwarded', item.isCounterForwarded],
    ['restores_at_once', regime.restoresAtOnce],
    ['link_may_stay', regime.linksMayStay && item.disposition === 'delinked'],
    ['platform_decides', regime.platformDecidesCounter],
    ['wait_is_mandatory', regime.waitIsMandatory],
    ['wait_extendable', clockRule(`${regime.id}.wait`)?.pausable === 'extension'],
  ];
  return new Set([...holds.flatMap(([condition, isTrue]) => (isTrue ? [condition] : [])), ...ofEvent]);
}
