import type { ItemState } from './item-states.js';
import type { ItemEvent } from './lifecycle.js';

/** What filing the same claim about the same thing again comes to. */
export type Repetition = 'duplicate' | 'report_still_live' | 'appeal' | 'new';

/** The platform has answered: whether filing again says something new is for the table to judge, under lock. */
export const answeredStates: readonly ItemState[] = ['actioned', 'refused', 'not_found'];

/**
 * While the earlier item is open its receipt governs; what was taken down is reported as still live, unless the measure
 * leaves it up by its nature; what was refused is appealed once; what came back or was taken back is filed anew
 * (domain.md §2.7). Pure.
 */
export function repetitionOf(state: ItemState, isOpen: (event: ItemEvent) => boolean): Repetition {
  switch (state) {
    case 'actioned':
      return isOpen('report_still_live') ? 'report_still_live' : 'duplicate';
    case 'refused':
    case 'not_found':
      return isOpen('appeal') ? 'appeal' : 'new';
    case 'restored':
    case 'released':
    case 'withdrawn':
      return 'new';
    default:
      return 'duplicate';
  }
}
