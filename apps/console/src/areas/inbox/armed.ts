import type { QuickAct } from './quick-acts.js';

/** What the dock below the notice has open: a legal act about to be done, or work inside the platform. */
export type Armed = QuickAct | 'assign' | 'note' | null;

export function isLegal(armed: Armed): armed is QuickAct {
  return armed !== null && armed !== 'assign' && armed !== 'note';
}
