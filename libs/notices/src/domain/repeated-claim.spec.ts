import { itemStates } from './item-states.js';
import { repetitionOf } from './repeated-claim.js';

const told = (isOpen: boolean) =>
  Object.fromEntries(itemStates.map((state) => [state, repetitionOf(state, () => isOpen)]));

it('filing again is, by the state of the item (domain.md §2.7):', () => {
  expect(told(true)).toEqual({
    unserved: 'duplicate',
    pending: 'duplicate',
    supplement_requested: 'duplicate',
    actioned: 'report_still_live',
    refused: 'appeal',
    not_found: 'appeal',
    reappeared: 'duplicate',
    contested: 'duplicate',
    waiting: 'duplicate',
    held: 'duplicate',
    released: 'new',
    restore_due: 'duplicate',
    restored: 'new',
    withdrawn: 'new',
  });
});

it('where the table lets nothing happen, what was taken down is a duplicate and what was refused is filed anew', () => {
  expect(told(false)).toMatchObject({ actioned: 'duplicate', refused: 'new', not_found: 'new' });
});
