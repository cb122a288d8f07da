import type { ChainFault } from '#events';

/** Something in the record that is not what was written: an event of a matter, a place among all events, or a head. */
export type RecordFault =
  | ({ of: 'event' } & ChainFault)
  /** No event has this position, and no head says whose it was. */
  | { of: 'position'; position: number; throughPosition: number; fault: 'missing' }
  | { of: 'head'; number: number; fault: HeadFaultCode };

export const headFaults = {
  missing: 'there is no such head, though a later one or older events ask for it',
  changed: 'its members do not give its hash, or it does not follow the head before',
  blocks_differ: 'its stored leaves are incomplete or do not give its root',
  root_differs: 'the events in its range do not give its root',
  timestamp_invalid: 'its timestamp does not verify',
} as const;
export type HeadFaultCode = keyof typeof headFaults;

/** One line for a person: which matter, which event, what is wrong. */
export function describeFault(fault: RecordFault): string {
  if (fault.of === 'head') return `head ${fault.number}: ${fault.fault} (${headFaults[fault.fault]})`;
  if (fault.of === 'position') return `${range('position', fault.position, fault.throughPosition)}: missing`;
  return `matter ${fault.matterId}, ${range('event', fault.sequence, fault.throughSequence)}: ${fault.fault}`;
}

function range(what: string, from: number, through: number): string {
  return from === through ? `${what} ${from}` : `${what}s ${from} to ${through}`;
}

/** What two faults that tell the same have in common. */
export function keyOfFault(fault: RecordFault): string {
  if (fault.of === 'head') return `head ${fault.number} ${fault.fault}`;
  if (fault.of === 'position') return `position ${fault.position}`;
  return `${fault.matterId} ${fault.sequence} ${fault.throughSequence}`;
}
