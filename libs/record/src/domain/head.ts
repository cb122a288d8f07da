import { canonicalJson, sha256Hex } from '#kernel';

/** What a published head says; anyone can compute its hash again from these members. */
export interface HeadStatement {
  number: number;
  /** The Beijing day that it closes, `2026-11-23`. */
  day: string;
  fromPosition: number;
  toPosition: number;
  eventCount: number;
  root: string;
  /** Hash of the head before; zeros for the first. */
  previousHash: string;
  madeAt: Date;
}

export const noHead = { number: 0, toPosition: 0, hash: '0'.repeat(64) };

/** The text that is hashed, and whose hash an authority stamps (RFC 8785). */
export function headText(head: HeadStatement): string {
  const { number, day, fromPosition, toPosition, eventCount, root, previousHash, madeAt } = head;
  return canonicalJson({
    number,
    day,
    fromPosition,
    toPosition,
    eventCount,
    root,
    previousHash,
    madeAt: madeAt.toISOString(),
  });
}

export function headHash(head: HeadStatement): string {
  return sha256Hex(headText(head));
}
