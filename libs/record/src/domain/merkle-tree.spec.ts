import fc from 'fast-check';
import { chunk } from '#kernel';
import { inclusionPath, leafHash, nodeHash, rootOf, verifyInclusion } from './merkle-tree.js';

/** The eight inputs and the roots and paths of the test suite of Certificate Transparency (RFC 6962). */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => leafHash(Buffer.from(hex, 'hex')),
);
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the tree of RFC 6962', () => {
  it.each(roots.map((root, place) => [place + 1, root] as const))('of %i leaves has its published root', (n, root) => {
    expect(hex(rootOf(inputs.slice(0, n)))).toBe(root);
  });

  it('of nothing is the hash of nothing', () => {
    expect(hex(rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('gives the published paths', () => {
    expect(inclusionPath(inputs, 0).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(inclusionPath(inputs.slice(0, 3), 2).map(hex)).toEqual([roots[1]]);
    expect(inclusionPath(inputs.slice(0, 1), 0)).toEqual([]);
  });

  it('keeps leaves and nodes apart', () => {
    const [a, b] = [inputs[0]!, inputs[1]!];
    expect(leafHash(Buffer.concat([a, b])).equals(nodeHash(a, b))).toBe(false);
  });
});

const leaves = fc.array(fc.uint8Array({ minLength: 0, maxLength: 8 }), { minLength: 1, maxLength: 70 });

describe('an inclusion proof', () => {
  it('holds for every leaf of every tree', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (data, place) => {
        const hashes = data.map(leafHash);
        const index = place % hashes.length;
        const path = inclusionPath(hashes, index);
        expect(verifyInclusion(hashes[index]!, index, hashes.length, path, rootOf(hashes))).toBe(true);
      }),
    );
  });

  it('fails for another leaf, another place, a changed, lost or added step, and another root', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(255), (data, place, salt) => {
        const hashes = data.map((bytes, at) => leafHash(Buffer.from([at, ...bytes])));
        const index = place % hashes.length;
        const [path, root, count] = [inclusionPath(hashes, index), rootOf(hashes), hashes.length];
        const stranger = leafHash(Buffer.of(255, salt));
        expect(verifyInclusion(stranger, index, count, path, root)).toBe(false);
        expect(verifyInclusion(hashes[index]!, index, count, path, stranger)).toBe(false);
        expect(verifyInclusion(hashes[index]!, index, count, [...path, stranger], root)).toBe(false);
        for (let other = 0; other < count; other++)
          if (other !== index) expect(verifyInclusion(hashes[index]!, other, count, path, root)).toBe(false);
        for (let step = 0; step < path.length; step++) {
          expect(verifyInclusion(hashes[index]!, index, count, path.with(step, stranger), root)).toBe(false);
          expect(verifyInclusion(hashes[index]!, index, count, path.toSpliced(step, 1), root)).toBe(false);
        }
      }),
    );
  });

  it('is refused for places that no tree has', () => {
    for (const [index, count] of [
      [-1, 1],
      [1, 1],
      [0, 0],
      [0.5, 2],
      [Number.NaN, 2],
    ] as const)
      expect(verifyInclusion(inputs[0]!, index, count, [], inputs[0]!)).toBe(false);
    expect(() => inclusionPath(inputs, 8)).toThrow(RangeError);
  });
});

it('roots of stretches of a power of two can stand in the place of their leaves', () => {
  fc.assert(
    fc.property(leaves, fc.constantFrom(1, 2, 4, 8, 16), (data, width) => {
      const hashes = data.map(leafHash);
      const stretches = chunk(hashes, width);
      expect(hex(rootOf(stretches.map(rootOf)))).toBe(hex(rootOf(hashes)));
    }),
  );
});
