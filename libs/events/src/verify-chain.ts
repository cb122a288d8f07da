import type { Tx } from '#database';
import { canonicalJson, sha256Hex } from '#kernel';
import type { DataSource } from 'typeorm';
import type { EventPayload } from './events.queries.js';

export interface BrokenChain {
  matterId: string;
  sequence: number;
  fault: 'changed' | 'missing' | 'head_differs';
}

/** Walks one matter's chain and names the first event that was changed, removed or reordered; null when whole. */
export async function verifyChain(tx: Tx | DataSource, matterId: string): Promise<BrokenChain | null> {
  const rows = await tx.query<Array<{ sequence: number; payload: string; hash: string }>>(
    'select sequence, payload, hash from events where matter_id = $1 order by sequence',
    [matterId],
  );
  let previous = { sequence: 0, hash: '0'.repeat(64) };
  for (const row of rows) {
    const sequence = previous.sequence + 1;
    if (row.sequence !== sequence) return { matterId, sequence, fault: 'missing' };
    const payload = JSON.parse(row.payload) as EventPayload;
    const isWhole =
      sha256Hex(row.payload) === row.hash &&
      canonicalJson(payload) === row.payload &&
      payload.previousHash === previous.hash &&
      payload.sequence === sequence &&
      payload.matterId === matterId;
    if (!isWhole) return { matterId, sequence, fault: 'changed' };
    previous = { sequence, hash: row.hash };
  }
  const [head] = await tx.query<Array<{ last_sequence: number; last_hash: string }>>(
    'select last_sequence, last_hash from event_chains where matter_id = $1',
    [matterId],
  );
  if (!head || head.last_sequence !== previous.sequence || head.last_hash !== previous.hash) {
    return { matterId, sequence: head?.last_sequence ?? 0, fault: 'head_differs' };
  }
  return null;
}
