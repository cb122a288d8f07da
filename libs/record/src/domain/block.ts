import { leafHash, rootOf } from './merkle-tree.js';

/** How many leaves a block holds: a power of two, so that each full block is a subtree of the head's tree. */
export const blockWidth = 1_024;

/** A leaf of a head's tree: the hash of an event, and whose event it is. */
export interface Leaf {
  matterId: string;
  sequence: number;
  hash: string;
}

const leafBytes = 16 + 4 + 32;

export function packLeaves(leaves: readonly Leaf[]): Buffer {
  const bytes = Buffer.alloc(leaves.length * leafBytes);
  leaves.forEach(({ matterId, sequence, hash }, place) => {
    const start = place * leafBytes;
    bytes.write(matterId.replaceAll('-', ''), start, 'hex');
    bytes.writeUInt32BE(sequence, start + 16);
    bytes.write(hash, start + 20, 'hex');
  });
  return bytes;
}

/** Bytes that are cut short give the leaves that are whole. */
export function unpackLeaves(bytes: Buffer): Leaf[] {
  return Array.from({ length: Math.floor(bytes.length / leafBytes) }, (_, place) => {
    const start = place * leafBytes;
    return {
      matterId: uuidOf(bytes.toString('hex', start, start + 16)),
      sequence: bytes.readUInt32BE(start + 16),
      hash: bytes.toString('hex', start + 20, start + leafBytes),
    };
  });
}

export function leafHashesOf(leaves: readonly Pick<Leaf, 'hash'>[]): Buffer[] {
  return leaves.map(({ hash }) => leafHash(Buffer.from(hash, 'hex')));
}

export function blockRoot(leaves: readonly Pick<Leaf, 'hash'>[]): Buffer {
  return rootOf(leafHashesOf(leaves));
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
