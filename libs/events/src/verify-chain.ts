import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import { type ChainEnd, type ChainFault, ChainWalk, type StoredEvent } from './domain/chain-walk.js';

const rowsAtOnce = 2_000;
const origin = '00000000-0000-0000-0000-000000000000';

const storedEvent = `id, matter_kind as "matterKind", matter_id as "matterId", sequence, type, at, payload, hash`;

/** Walks one matter's chain and names the first event that was changed, removed or reordered; null when whole. */
export async function verifyChain(tx: Tx | DataSource, matterId: string): Promise<ChainFault | null> {
  const walk = new ChainWalk(matterId);
  for (let after = 0; ;) {
    const rows = await tx.query<StoredEvent[]>(
      `select ${storedEvent} from events where matter_id = $1 and sequence > $2 order by sequence limit ${rowsAtOnce}`,
      [matterId, after],
    );
    for (const row of rows) {
      const [fault] = walk.take(row);
      if (fault) return fault;
    }
    if (rows.length < rowsAtOnce) break;
    after = rows.at(-1)!.sequence;
  }
  const [end] = await tx.query<ChainEnd[]>(
    'select last_sequence as "lastSequence", last_hash as "lastHash" from event_chains where matter_id = $1',
    [matterId],
  );
  return walk.end(end ?? null)[0] ?? null;
}

/**
 * Walks every chain of the log and tells every fault as it is found; returns what was walked. Needs one snapshot: run it
 * in a repeatable-read transaction. Constant memory: events and chains are read side by side in the order of matters.
 */
export async function verifyChains(
  tx: Tx,
  tell: (fault: ChainFault) => void,
): Promise<{ matters: number; events: number }> {
  const ends = new ChainEnds(tx);
  const count = { matters: 0, events: 0 };
  const opened: { matterId: string | null; walk: ChainWalk } = { matterId: null, walk: new ChainWalk(origin) };
  const close = async (): Promise<void> => {
    if (opened.matterId !== null) opened.walk.end(await ends.of(opened.matterId, tell)).forEach(tell);
  };
  for (let after: [string, number] = [origin, 0]; ;) {
    const rows: StoredEvent[] = await tx.query<StoredEvent[]>(
      `select ${storedEvent} from events where (matter_id, sequence) > ($1::uuid, $2)
       order by matter_id, sequence limit ${rowsAtOnce}`,
      after,
    );
    for (const row of rows) {
      if (opened.matterId !== row.matterId) {
        await close();
        Object.assign(opened, { matterId: row.matterId, walk: new ChainWalk(row.matterId) });
        count.matters++;
      }
      opened.walk.take(row).forEach(tell);
    }
    count.events += rows.length;
    if (rows.length < rowsAtOnce) break;
    const last = rows.at(-1)!;
    after = [last.matterId, last.sequence];
  }
  await close();
  await ends.of(null, tell);
  return count;
}

/** The ends of all chains in the order of matters. One that is passed over has lost all its events. */
class ChainEnds {
  private rows: Array<ChainEnd & { matterId: string }> = [];
  private after = origin;
  private isDone = false;

  constructor(private readonly tx: Tx) {}

  /** The end of this matter's chain, null where it has none; with null, goes to the end of the list. */
  async of(matterId: string | null, tell: (fault: ChainFault) => void): Promise<ChainEnd | null> {
    for (;;) {
      const next = await this.peek();
      if (!next || (matterId !== null && next.matterId > matterId)) return null;
      this.rows.pop();
      if (next.matterId === matterId) return next;
      new ChainWalk(next.matterId).end(next).forEach(tell);
    }
  }

  private async peek(): Promise<(ChainEnd & { matterId: string }) | undefined> {
    if (this.rows.length === 0 && !this.isDone) {
      const rows = await this.tx.query<Array<ChainEnd & { matterId: string }>>(
        `select matter_id as "matterId", last_sequence as "lastSequence", last_hash as "lastHash"
         from event_chains where matter_id > $1 order by matter_id limit ${rowsAtOnce}`,
        [this.after],
      );
      this.isDone = rows.length < rowsAtOnce;
      this.after = rows.at(-1)?.matterId ?? this.after;
      this.rows = rows.reverse();
    }
    return this.rows.at(-1);
  }
}
