import type { Tx } from '#database';
import { blockRoot, blockWidth, type Leaf, packLeaves } from './domain/block.js';
import { headHash, type HeadStatement, noHead } from './domain/head.js';
import { rootOf } from './domain/merkle-tree.js';

/**
 * Closes the days that have ended: one head over the events that have a position and no head yet, up to the last one of
 * an ended day (Asia/Shanghai). Null where there is nothing to close or another process is at it. A range of positions
 * is settled for good: the relay gives them after commit, one after the other, and never again (ADR 10). Constant memory
 * whatever the number of events (32 bytes a thousand); all of it or, killed, nothing.
 */
export async function makeHead(tx: Tx, now: Date): Promise<HeadStatement | null> {
  const [lock] = await tx.query<Array<{ held: boolean }>>(
    `select pg_try_advisory_xact_lock(hashtextextended('record head', 0)) as held`,
  );
  if (!lock!.held) return null;
  const last = await lastHead(tx);
  const day = await endedDay(tx, now);
  if (last.day !== null && last.day >= day.name) return null;
  const toPosition = await lastPositionBefore(tx, last.toPosition, day.endedAt);
  if (toPosition === null) return null;
  const number = last.number + 1;
  const fromPosition = last.toPosition + 1;
  const root = await writeBlocks(tx, number, fromPosition, toPosition);
  const eventCount = toPosition - fromPosition + 1;
  const head = {
    number,
    day: day.name,
    fromPosition,
    toPosition,
    eventCount,
    root: root.toString('hex'),
    previousHash: last.hash,
    madeAt: now,
  };
  await tx.query(
    `insert into record_heads (number, day, from_position, to_position, event_count, root, previous_hash, hash, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [number, day.name, fromPosition, toPosition, eventCount, head.root, last.hash, headHash(head), now],
  );
  return head;
}

async function lastHead(tx: Tx): Promise<{ number: number; toPosition: number; hash: string; day: string | null }> {
  const [row] = await tx.query<Array<{ number: number; toPosition: number; hash: string; day: string }>>(
    `select number, to_position::float as "toPosition", hash, day::text from record_heads order by number desc limit 1`,
  );
  return row ?? { ...noHead, day: null };
}

async function endedDay(tx: Tx, now: Date): Promise<{ name: string; endedAt: Date }> {
  const [row] = await tx.query<Array<{ name: string; endedAt: Date }>>(
    `select (today - 1)::date::text as name, today::timestamp at time zone 'Asia/Shanghai' as "endedAt"
     from (select ($1::timestamptz at time zone 'Asia/Shanghai')::date as today) t`,
    [now],
  );
  return row!;
}

/** Two look-ups by position: what comes first decides whether there is anything to close, so that a busy day costs nothing. */
async function lastPositionBefore(tx: Tx, covered: number, endedAt: Date): Promise<number | null> {
  const [first] = await tx.query<Array<{ isOld: boolean }>>(
    `select at < $2 as "isOld" from events where position > $1 order by position limit 1`,
    [covered, endedAt],
  );
  if (!first?.isOld) return null;
  const [last] = await tx.query<Array<{ position: number }>>(
    `select position::float as position from events where position > $1 and at < $2 order by position desc limit 1`,
    [covered, endedAt],
  );
  return last!.position;
}

async function writeBlocks(tx: Tx, number: number, from: number, to: number): Promise<Buffer> {
  const roots: Buffer[] = [];
  for (let start = from, block = 0; start <= to; start += blockWidth, block++) {
    const end = Math.min(start + blockWidth - 1, to);
    const leaves = await tx.query<Leaf[]>(
      `select matter_id as "matterId", sequence, hash from events where position between $1 and $2 order by position`,
      [start, end],
    );
    if (leaves.length !== end - start + 1)
      throw new Error(`positions ${start} to ${end} have gaps: run the verification`);
    const root = blockRoot(leaves);
    await tx.query('insert into record_blocks (head_number, block, leaves, root) values ($1, $2, $3, $4)', [
      number,
      block,
      packLeaves(leaves),
      root,
    ]);
    roots.push(root);
  }
  return rootOf(roots);
}
