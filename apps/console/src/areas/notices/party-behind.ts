const ofComplainant = new Set([
  'complaint.filed',
  'complaint.supplemented',
  'complaint.withdrawn',
  'notice.supplemented',
  'notice.withdrawn',
  'item.appealed',
  'item.reappeared',
  'proceeding.recorded',
  'counter_notice.wait_extended',
]);

const ofRegulator = new Set(['escalation.updated', 'case.opened', 'measure.recorded']);

/** On whose side an act of the log was done, where the log names only an organization that the reader may not look up. */
export function partyBehind(type: string): 'complainant' | 'platform' | 'regulator' {
  if (ofComplainant.has(type)) return 'complainant';
  return ofRegulator.has(type) ? 'regulator' : 'platform';
}
