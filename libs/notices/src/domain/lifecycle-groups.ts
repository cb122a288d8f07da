import { itemStates } from './item-states.js';

/** States and clocks that the rows of the lifecycle name together. */
export const served = itemStates.filter((state) => state !== 'unserved' && state !== 'withdrawn');
export const toAnswer = ['pending', 'supplement_requested'] as const;
export const refusals = ['refused', 'not_found'] as const;
export const onCounter = ['forward_counter', 'wait'] as const;
/** A platform's first answer of substance shows that it has the notice. */
export const receipt = ['acknowledge', 'confirm'] as const;
export const decision = ['takedown', 'decide', ...receipt] as const;
