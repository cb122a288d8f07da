import type { Tx } from '#database';
import { blockRoot, blockWidth, type Leaf, unpackLeaves } from './domain/block.js';
import { headHash, noHead } from './domain/head.js';
import { rootOf } from './domain/merkle-tree.js';
import type { RecordFault } from './domain/record-fault.js';
import { type Head, headsAfter } from './heads.queries.js';

type Tell = (fault: RecordFault) => void;
/** Whether a head's token holds; only asked where there is one. */
export type CheckTimestamp = (head: Head & { timestampToken: Buffer }) => Promise<boolean>;

/**
 * Walks every head in order, and the events of each by position, and tells what differs. Returns how far the heads reach.
 * Reads one block at a time. Needs one snapshot.
 */
export async function verifyHeads(
  tx: Tx,
  tell: Tell,
  checkTimestamp: CheckTimestamp,
): Promise<{ heads: number; stamped: number; toPosition: number }> {
  let previous: { number: number; toPosition: number; hash: string } = noHead;
  const count = { heads: 0, stamped: 0 };
  for (;;) {
    const heads = await headsAfter(tx, previous.number, 100);
    for (const head of heads) {
      const say = (fault: (RecordFault & { of: 'head' })['fault'], number = head.number) =>
        tell({ of: 'head', number, fault });
      for (let number = previous.number + 1; number < head.number; number++) say('missing', number);
      const follows = head.previousHash === previous.hash && head.fromPosition === previous.toPosition + 1;
      if (headHash(head) !== head.hash || (head.number === previous.number + 1 && !follows)) say('changed');
      await verifyLeaves(tx, head, tell);
      if (head.timestampToken) {
        count.stamped++;
        if (!(await checkTimestamp({ ...head, timestampToken: head.timestampToken }))) say('timestamp_invalid');
      }
      previous = head;
      count.heads++;
    }
    if (heads.length === 0) return { ...count, toPosition: previous.toPosition };
  }
}

type Placed = Leaf & { position: number };

async function verifyLeaves(tx: Tx, head: Head, tell: Tell): Promise<void> {
  const stored: Buffer[] = [];
  const found: Buffer[] = [];
  let areComplete = true;
  for (let block = 0; block * blockWidth < head.eventCount; block++) {
    const from = head.fromPosition + block * blockWidth;
    const to = Math.min(from + blockWidth - 1, head.toPosition);
    const [row] = await tx.query<Array<{ leaves: Buffer; root: Buffer }>>(
      'select leaves, root from record_blocks where head_number = $1 and block = $2',
      [head.number, block],
    );
    const leaves = row ? unpackLeaves(row.leaves) : [];
    const events = await eventsBetween(tx, from, to);
    areComplete &&= leaves.length === to - from + 1 && row!.root.equals(blockRoot(leaves));
    stored.push(blockRoot(leaves));
    found.push(blockRoot(events));
    compare(leaves, events, from, to, tell);
  }
  const say = (fault: 'blocks_differ' | 'root_differs') => tell({ of: 'head', number: head.number, fault });
  if (!areComplete || rootOf(stored).toString('hex') !== head.root) say('blocks_differ');
  if (rootOf(found).toString('hex') !== head.root) say('root_differs');
}

/** Names each event that is not the one which the head saw at its position. */
function compare(leaves: readonly Leaf[], events: readonly Placed[], from: number, to: number, tell: Tell): void {
  const byPosition = new Map(events.map((event) => [event.position, event]));
  for (let position = from; position <= to; position++) {
    const seen = leaves[position - from];
    const event = byPosition.get(position);
    if (!event) {
      if (seen) tell({ of: 'event', ...placeOf(seen), fault: 'missing' });
      else tell({ of: 'position', position, throughPosition: position, fault: 'missing' });
    } else if (seen && seen.hash !== event.hash) {
      const isSame = seen.matterId === event.matterId && seen.sequence === event.sequence;
      tell({ of: 'event', ...placeOf(seen), fault: isSame ? 'changed' : 'reordered' });
    }
  }
}

function placeOf({ matterId, sequence }: Leaf) {
  return { matterId, sequence, throughSequence: sequence };
}

export function eventsBetween(tx: Tx, from: number, to: number): Promise<Placed[]> {
  return tx.query<Placed[]>(
    `select position::float as position, matter_id as "matterId", sequence, hash
     from events where position between $1 and $2 order by position`,
    [from, to],
  );
}
