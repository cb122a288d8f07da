import { canonicalJson, sha256Hex } from '#kernel';
import type { EventPayload } from '../events.queries.js';

/** A row of the log as it is stored, with the columns that repeat what its text says. */
export interface StoredEvent {
  id: string;
  matterKind: string;
  matterId: string;
  sequence: number;
  type: string;
  at: Date;
  payload: string;
  hash: string;
}

/** What `event_chains` says of a matter. */
export interface ChainEnd {
  lastSequence: number;
  lastHash: string;
}

/**
 * `changed`: the text or hash is not the one that was written. `missing`: was there and is gone. `reordered`: whole, but
 * in another's place. `head_differs`: the end of the chain does not agree with what the matter says its end is.
 */
export interface ChainFault {
  matterId: string;
  sequence: number;
  /** Of a stretch of missing events, the last one. */
  throughSequence: number;
  fault: 'changed' | 'missing' | 'reordered' | 'head_differs';
}

const origin = '0'.repeat(64);

/** Walks one matter's events in the order of their sequence and says of each whether it is what was written. */
export class ChainWalk {
  private sequence = 0;
  private hash: string = origin;
  /** Whether the event before is in its place and agrees with its own hash, so that a broken link tells against it. */
  private isSound = true;

  constructor(private readonly matterId: string) {}

  take(event: StoredEvent): ChainFault[] {
    const faults: ChainFault[] = [];
    if (event.sequence > this.sequence + 1) {
      faults.push(this.fault('missing', this.sequence + 1, event.sequence - 1));
      this.isSound = false;
    }
    const own = ownFault(event);
    const isLinked = own === null && (JSON.parse(event.payload) as EventPayload).previousHash === this.hash;
    if (own !== null) faults.push(this.fault(own, event.sequence));
    // both agree with their own hashes: the later one names the hash that the earlier one had when it was written
    else if (!isLinked && this.isSound) faults.push(this.fault('changed', Math.max(this.sequence, 1)));
    this.sequence = Math.max(this.sequence, event.sequence);
    this.hash = event.hash;
    this.isSound = own === null;
    return faults;
  }

  /** After the last event: whether the chain ends where its matter says. Null: the matter says nothing. */
  end(said: ChainEnd | null): ChainFault[] {
    if (said && said.lastSequence > this.sequence) return [this.fault('missing', this.sequence + 1, said.lastSequence)];
    if (!said || said.lastSequence < this.sequence) return [this.fault('head_differs', this.sequence)];
    if (said.lastHash === this.hash || !this.isSound) return [];
    return [this.fault('changed', this.sequence)];
  }

  private fault(fault: ChainFault['fault'], sequence: number, throughSequence = sequence): ChainFault {
    return { matterId: this.matterId, sequence, throughSequence, fault };
  }
}

function ownFault(event: StoredEvent): 'changed' | 'reordered' | null {
  const payload = readPayload(event.payload);
  if (!payload || sha256Hex(event.payload) !== event.hash || canonicalJson(payload) !== event.payload) return 'changed';
  if (payload.matterId !== event.matterId || payload.sequence !== event.sequence) return 'reordered';
  const agrees =
    payload.id === event.id &&
    payload.matterKind === event.matterKind &&
    payload.type === event.type &&
    payload.at === event.at.toISOString();
  return agrees ? null : 'changed';
}

function readPayload(text: string): EventPayload | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as EventPayload) : null;
  } catch {
    return null; // whatever stands there is not what we wrote
  }
}
