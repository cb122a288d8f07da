import { domainNow, type Tx } from '#database';
import { verifyChains } from '#events';
import type { DataSource } from 'typeorm';
import { keyOfFault, type RecordFault } from './domain/record-fault.js';
import { type CheckTimestamp, verifyHeads } from './verify-heads.js';

export interface VerifiedRecord {
  matters: number;
  events: number;
  heads: number;
  /** Heads that carry a timestamp. */
  stamped: number;
  /** Events that no head covers yet. */
  withoutHead: number;
  faults: number;
}

/** Past this many faults they are counted, no longer told: a log in ruins needs no list. */
const mostTold = 10_000;

/**
 * Holds the whole record against itself: every event against its chain, every head against the events in its range and
 * the head before. Tells each fault once. It reads one repeatable-read snapshot, so that it can run beside everything
 * else, and keeps neither events nor heads in memory. What it cannot see: an owner who removes the newest heads together
 * with all that they cover; against that stand published heads and their timestamps.
 */
export async function verifyRecord(
  database: DataSource,
  tell: (fault: RecordFault) => void,
  checkTimestamp: CheckTimestamp,
): Promise<VerifiedRecord> {
  const told = new Set<string>();
  let faults = 0;
  const tellOnce = (fault: RecordFault): void => {
    const key = keyOfFault(fault);
    if (told.has(key)) return;
    faults++;
    if (told.size >= mostTold) return;
    told.add(key);
    tell(fault);
  };
  return database.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    // chains first: they tell most exactly what is wrong; heads add what no chain can know
    const chains = await verifyChains(tx, (fault) => tellEach(fault, tellOnce));
    const { toPosition, ...heads } = await verifyHeads(tx, tellOnce, checkTimestamp);
    const withoutHead = await verifyTail(tx, toPosition, heads.heads, tellOnce);
    return { ...chains, ...heads, withoutHead, faults };
  });
}

/** A stretch is told event by event while it is short, so that what the heads told already is not told again. */
function tellEach(fault: Omit<RecordFault & { of: 'event' }, 'of'>, tell: (fault: RecordFault) => void): void {
  const { sequence, throughSequence } = fault;
  if (throughSequence - sequence > 1_000) return tell({ of: 'event', ...fault });
  for (let at = sequence; at <= throughSequence; at++)
    tell({ of: 'event', ...fault, sequence: at, throughSequence: at });
}

/** Events after the last head: positions without a gap, and none that has waited for its head for two days. */
async function verifyTail(
  tx: Tx,
  toPosition: number,
  lastHead: number,
  tell: (fault: RecordFault) => void,
): Promise<number> {
  const gaps = await tx.query<Array<{ position: number; throughPosition: number }>>(
    `select before + 1 as position, position - 1 as "throughPosition"
     from (select position::float as position,
             lag(position::float, 1, $1::float) over (order by position) as before
           from events where position > $1::bigint) e
     where position > before + 1 order by position limit 1000`,
    [toPosition],
  );
  for (const gap of gaps) tell({ of: 'position', ...gap, fault: 'missing' });
  const [row] = await tx.query<Array<{ count: number; isLate: boolean }>>(
    `select count(*)::integer as count, coalesce(bool_or(at < $2::timestamptz - interval '48 hours'), false) as "isLate"
     from events where position > $1 or position is null`,
    [toPosition, await domainNow(tx)],
  );
  if (row!.isLate) tell({ of: 'head', number: lastHead + 1, fault: 'missing' });
  return row!.count;
}
