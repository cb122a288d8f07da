import { createHash } from 'node:crypto';

/**
 * The hash tree of RFC 6962 §2.1: leaves and nodes are hashed under different prefixes, so that no node can be passed
 * off as a leaf, and the last node of a level without a partner moves up unchanged.
 */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(leafPrefix).update(data).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest();
}

const leafPrefix = Buffer.of(0x00);
const nodePrefix = Buffer.of(0x01);

/** The root over leaf hashes that come one after the other: it keeps one node a level, however many leaves there are. */
class GrowingTree {
  /** Roots of complete subtrees, widest first, each with the number of leaves below it. */
  private readonly peaks: Array<{ width: number; hash: Uint8Array }> = [];

  add(leaf: Uint8Array): void {
    let node = { width: 1, hash: leaf };
    for (let left = this.peaks.at(-1); left?.width === node.width; left = this.peaks.at(-1)) {
      this.peaks.pop();
      node = { width: node.width * 2, hash: nodeHash(left.hash, node.hash) };
    }
    this.peaks.push(node);
  }

  /** The root of what was added so far; of nothing, the hash of nothing. */
  root(): Buffer {
    if (this.peaks.length === 0) return createHash('sha256').digest();
    return Buffer.from(this.peaks.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right)));
  }
}

/**
 * The root over leaf hashes. Roots of stretches of one power of two each (the last may be shorter) can stand in the
 * place of their leaves: the root is the same.
 */
export function rootOf(leaves: Iterable<Uint8Array>): Buffer {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** RFC 6962 §2.1.1: the nodes beside the way from a leaf up to the root, lowest first. */
export function inclusionPath(leaves: readonly Uint8Array[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const split = widestBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionPath(left, index), rootOf(right)]
    : [...inclusionPath(right, index - split), rootOf(left)];
}

/** RFC 9162 §2.1.3.2: whether a leaf at `index` of `count` leads over this path to this root. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  count: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 0 || index >= count) return false;
  let [place, last] = [index, count - 1];
  let hash: Uint8Array = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && Buffer.compare(hash, root) === 0;
}

/** The largest power of two that is smaller than `count`. */
function widestBelow(count: number): number {
  let width = 1;
  while (width * 2 < count) width *= 2;
  return width;
}
