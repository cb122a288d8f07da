import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import { blockWidth, leafHashesOf, unpackLeaves } from './domain/block.js';
import type { HeadStatement } from './domain/head.js';
import { inclusionPath } from './domain/merkle-tree.js';

export interface Head extends HeadStatement {
  hash: string;
  timestampToken: Buffer | null;
  timestampAuthority: string | null;
  stampedAt: Date | null;
}

const headColumns = `number, day::text, from_position::float as "fromPosition", to_position::float as "toPosition",
  event_count as "eventCount", root, previous_hash as "previousHash", hash, made_at as "madeAt",
  timestamp_token as "timestampToken", timestamp_authority as "timestampAuthority", stamped_at as "stampedAt"`;

/** Heads in order, after a number. */
export function headsAfter(db: Tx | DataSource, number: number, limit: number): Promise<Head[]> {
  return db.query<Head[]>(`select ${headColumns} from record_heads where number > $1 order by number limit $2`, [
    number,
    limit,
  ]);
}

/** The published heads, newest first; keyset [number]; one more than `limit` where a page follows. */
export function listHeads(db: Tx | DataSource, before: number | null, limit: number): Promise<Head[]> {
  return db.query<Head[]>(
    `select ${headColumns} from record_heads where $1::integer is null or number < $1 order by number desc limit $2`,
    [before, limit + 1],
  );
}

/** That an event was in a published head: from its hash over the path to the head's root. */
export interface InclusionProof {
  eventId: string;
  eventHash: string;
  leafIndex: number;
  /** The nodes beside the way up, lowest first, in hexadecimal. */
  path: string[];
  /** Null until the day of the event is closed. */
  head: Head | null;
}

/**
 * The proof for an event that this organization may learn of; null where there is none for it. Three statements and at
 * most one block of leaves, however large the head.
 */
export async function proveInclusion(
  db: Tx | DataSource,
  eventId: string,
  organizationId: string,
): Promise<InclusionProof | null> {
  const [event] = await db.query<Array<{ hash: string; position: number | null }>>(
    'select hash, position::float as position from events where id = $1 and $2 = any(audience)',
    [eventId, organizationId],
  );
  if (!event) return null;
  const unproven = { eventId, eventHash: event.hash, leafIndex: 0, path: [], head: null };
  if (event.position === null) return unproven;
  const [head] = await db.query<Head[]>(
    `select ${headColumns} from record_heads where from_position <= $1 and to_position >= $1
     order by from_position desc limit 1`,
    [event.position],
  );
  if (!head) return unproven;
  const leafIndex = event.position - head.fromPosition;
  const path = await pathOf(db, head.number, leafIndex);
  return { eventId, eventHash: event.hash, leafIndex, path, head };
}

/** From the leaf to its block's root, and from there over the roots of the other blocks. */
async function pathOf(db: Tx | DataSource, headNumber: number, leafIndex: number): Promise<string[]> {
  const block = Math.floor(leafIndex / blockWidth);
  const rows = await db.query<Array<{ root: Buffer; leaves: Buffer | null }>>(
    `select root, case when block = $2 then leaves end as leaves from record_blocks where head_number = $1 order by block`,
    [headNumber, block],
  );
  const leaves = leafHashesOf(unpackLeaves(rows[block]!.leaves!));
  const roots = rows.map(({ root }) => root);
  return [...inclusionPath(leaves, leafIndex % blockWidth), ...inclusionPath(roots, block)].map((node) =>
    node.toString('hex'),
  );
}

/** When the last head was made; null while no day is closed. */
export async function lastHeadAt(db: Tx | DataSource): Promise<Date | null> {
  const [head] = await db.query<Array<{ madeAt: Date }>>(
    'select made_at as "madeAt" from record_heads order by number desc limit 1',
  );
  return head?.madeAt ?? null;
}
