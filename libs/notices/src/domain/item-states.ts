export const itemStates = [
  'unserved',
  'pending',
  'supplement_requested',
  'actioned',
  'refused',
  'not_found',
  'reappeared',
  'contested',
  'waiting',
  'held',
  'released',
  'restore_due',
  'restored',
  'withdrawn',
] as const;
export type ItemState = (typeof itemStates)[number];

/** Who can bring an event about. `system` is the exchange itself (service, forwarding), `clock` a period that ended. */
export const parties = ['platform', 'complainant', 'regulator', 'clock', 'system'] as const;
export type Party = (typeof parties)[number];
