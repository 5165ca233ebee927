/** The journal's tree: the published roots, and every proof for every small size, sound and altered. */
import { describe, expect, test } from 'vitest';
import { fromHex, toHex, utf8 } from '../../core/bytes.ts';
import {
  appendLeaf,
  consistencyProof,
  emptyFrontier,
  inclusionProof,
  leafHash,
  rootOf,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
} from '../../core/merkle.ts';
import { present } from '../../core/result.ts';

/** The eight inputs that Certificate Transparency implementations share, and the roots over the first one to eight. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LARGEST = 40;
const leaves = Array.from({ length: LARGEST }, (_, at) => leafHash(utf8(`entry ${at}`)));
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => rootOfLeaves(leaves, size));
const rootAt = (size: number) => present(roots[size], 'a root');
const leafAt = (index: number) => present(leaves[index], 'a leaf');

/** A proof with one bit of one hash changed, with one hash fewer, one more, two exchanged. */
function alterations(proof: readonly Uint8Array[]): Uint8Array[][] {
  const changed = proof.map((_, at) =>
    proof.map((hash, index) => (index === at ? hash.map((byte, i) => (i === at ? byte ^ 1 : byte)) : hash)),
  );
  const fewer = proof.map((_, at) => proof.filter((_hash, index) => index !== at));
  const more = [...[...proof, rootAt(1)].keys()].map((at) => proof.toSpliced(at, 0, rootAt(1)));
  const short = proof.map((_, at) => proof.with(at, new Uint8Array(31)));
  const exchanged = proof.length > 1 ? [proof.toReversed()] : [];
  return [...changed, ...fewer, ...more, ...short, ...exchanged];
}

describe('a root', () => {
  test('of nothing is the SHA-256 of nothing', () => {
    expect(toHex(rootOf(emptyFrontier))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('over the shared inputs is the published one, at each size', () => {
    const hashes = INPUTS.map((input) => leafHash(present(fromHex(input), 'hex')));
    expect(ROOTS.map((_, at) => toHex(rootOfLeaves(hashes, at + 1)))).toEqual(ROOTS);
  });

  test('grows leaf by leaf without changing the frontier before', () => {
    let frontier = emptyFrontier;
    for (const [size, leaf] of leaves.entries()) {
      const before = toHex(rootOf(frontier));
      const grown = appendLeaf(frontier, leaf);
      expect([toHex(rootOf(frontier)), toHex(rootOf(grown)), grown.size]).toEqual([before, toHex(rootAt(size + 1)), size + 1]);
      frontier = grown;
    }
  });
});

describe('an inclusion proof', () => {
  test('verifies for every leaf of every size, and only there', () => {
    for (let size = 1; size <= LARGEST; size++) {
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(leaves, index, size);
        expect(verifyInclusion(leafAt(index), index, size, proof, rootAt(size))).toBe(true);
        for (let other = 0; other < size; other++) {
          if (other !== index) expect(verifyInclusion(leafAt(index), other, size, proof, rootAt(size))).toBe(false);
        }
      }
    }
  });

  test('altered in any way fails', () => {
    for (let size = 1; size <= LARGEST; size++) {
      for (let index = 0; index < size; index += 3) {
        const proof = inclusionProof(leaves, index, size);
        const verdicts = alterations(proof).map((altered) => verifyInclusion(leafAt(index), index, size, altered, rootAt(size)));
        expect(verdicts).not.toContain(true);
        expect(verifyInclusion(leafAt(index), index, size, proof, rootAt(size - 1))).toBe(false);
      }
    }
  });

  test('with numbers that are no places fails without a throw', () => {
    const proof = inclusionProof(leaves, 2, 5);
    for (const [index, size] of [
      [-1, 5],
      [5, 5],
      [2.5, 5],
      [Number.NaN, 5],
      [2, Number.POSITIVE_INFINITY],
      [2, 0],
      [2, 2 ** 53],
    ] as const) {
      expect(verifyInclusion(leafAt(2), index, size, proof, rootAt(5))).toBe(false);
    }
  });

  test('is not made out of range', () => {
    for (const [index, size] of [
      [0, 0],
      [5, 5],
      [0, 41],
      [-1, 3],
    ] as const)
      expect(() => inclusionProof(leaves, index, size)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 4, 3)).toThrow(RangeError);
    expect(() => rootOfLeaves(leaves, 41)).toThrow(RangeError);
  });
});

describe('a proof of a deeper tree', () => {
  test('does not pass for one of a shallower tree, nor the other way round', () => {
    expect(verifyInclusion(leafAt(7), 1, 2, inclusionProof(leaves, 7, 8), rootAt(8))).toBe(false);
    expect(verifyInclusion(leafAt(0), 0, 8, inclusionProof(leaves, 0, 2), rootAt(2))).toBe(false);
    expect(verifyConsistency(3, 4, rootAt(7), rootAt(8), consistencyProof(leaves, 7, 8))).toBe(false);
    expect(verifyConsistency(3, 16, rootAt(3), rootAt(4), consistencyProof(leaves, 3, 4))).toBe(false);
  });
});

describe('a consistency proof', () => {
  test('verifies for every two sizes, and fails altered in any way', () => {
    for (let newSize = 0; newSize <= LARGEST; newSize++) {
      for (let oldSize = 0; oldSize <= newSize; oldSize++) {
        const proof = consistencyProof(leaves, oldSize, newSize);
        expect(verifyConsistency(oldSize, newSize, rootAt(oldSize), rootAt(newSize), proof)).toBe(true);
        const verdicts = alterations(proof).map((altered) =>
          verifyConsistency(oldSize, newSize, rootAt(oldSize), rootAt(newSize), altered),
        );
        expect(verdicts).not.toContain(true);
      }
    }
  });

  test('fails between roots of other sizes', () => {
    for (let newSize = 2; newSize <= LARGEST; newSize++) {
      for (let oldSize = 1; oldSize < newSize; oldSize++) {
        const proof = consistencyProof(leaves, oldSize, newSize);
        expect(verifyConsistency(oldSize, newSize, rootAt(oldSize - 1), rootAt(newSize), proof)).toBe(false);
        expect(verifyConsistency(oldSize, newSize, rootAt(oldSize), rootAt(newSize - 1), proof)).toBe(false);
      }
    }
  });

  test('from or to sizes that are none, or from a false empty root, fails without a throw', () => {
    for (const [oldSize, newSize] of [
      [-1, 5],
      [6, 5],
      [0.5, 5],
      [Number.NaN, 5],
      [3, Number.NaN],
    ] as const) {
      expect(verifyConsistency(oldSize, newSize, rootAt(3), rootAt(5), consistencyProof(leaves, 3, 5))).toBe(false);
    }
    expect(verifyConsistency(0, 0, rootAt(1), rootAt(1), [])).toBe(false);
    expect(verifyConsistency(0, 5, rootAt(1), rootAt(5), [])).toBe(false);
    expect(verifyConsistency(2, 5, rootAt(2), rootAt(5), [])).toBe(false);
  });
});
