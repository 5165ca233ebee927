/** One proof for several entries: for every set of places in every small tree, sound and altered. */
import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from '../../core/bytes.ts';
import { inclusionProof, leafHash, rootOfLeaves } from '../../core/merkle.ts';
import { proveTogether, verifyTogether } from '../../core/merkle-together.ts';
import { present } from '../../core/result.ts';

const LARGEST = 9;
const all = Array.from({ length: LARGEST }, (_, at) => leafHash(utf8(`entry ${at}`)));

interface Case {
  readonly leaves: readonly Uint8Array[];
  readonly places: readonly number[];
}

function* cases(): Generator<Case> {
  for (let size = 1; size <= LARGEST; size++) {
    const leaves = all.slice(0, size);
    for (let set = 0; set < 2 ** size; set++) yield { leaves, places: [...leaves.keys()].filter((place) => (set >> place) % 2 === 1) };
  }
}

function placedAt({ leaves, places }: Case) {
  return places.map((place) => ({ place, leaf: present(leaves[place], 'a leaf') }));
}

function holds(one: Case, proof = proveTogether(one.leaves, one.places), placed = placedAt(one)): boolean {
  return verifyTogether(one.leaves.length, placed, proof, rootOfLeaves(one.leaves));
}

describe('a proof for entries together', () => {
  test('leads to the root from every set of places', () => {
    for (const one of cases()) expect(holds(one), `${one.places} of ${one.leaves.length}`).toBe(true);
  });

  test('has for one entry the hashes of its audit path', () => {
    for (const one of cases()) {
      if (one.places.length !== 1) continue;
      const path = inclusionProof(one.leaves, present(one.places[0], 'place'), one.leaves.length);
      expect(proveTogether(one.leaves, one.places).map(toHex).sort()).toEqual(path.map(toHex).sort());
    }
  });

  test('fails with a hash changed, missing or added', () => {
    const stray = leafHash(utf8('stray'));
    for (const one of cases()) {
      const proof = proveTogether(one.leaves, one.places);
      for (const at of proof.keys()) {
        expect(holds(one, proof.with(at, stray))).toBe(false);
        expect(holds(one, proof.toSpliced(at, 1))).toBe(false);
        expect(holds(one, proof.with(at, new Uint8Array(31)))).toBe(false);
      }
      expect(holds(one, [...proof, stray])).toBe(false);
    }
  });

  test('fails for another entry, an entry at another place, twice, or beyond the end', () => {
    for (const one of cases()) {
      const [proof, placed] = [proveTogether(one.leaves, one.places), placedAt(one)];
      for (const [at, { place, leaf }] of placed.entries()) {
        expect(holds(one, proof, placed.with(at, { place, leaf: leafHash(utf8('forged')) }))).toBe(false);
        expect(holds(one, proof, placed.with(at, { place: place + 1, leaf }))).toBe(false);
        expect(holds(one, proof, placed.with(at, { place: LARGEST, leaf }))).toBe(false);
        expect(holds(one, proof, placed.toSpliced(at, 0, { place, leaf }))).toBe(false);
      }
    }
  });

  test('fails under another root, and for any size that a tree cannot have', () => {
    const one = { leaves: all, places: [2, 5] };
    const proof = proveTogether(all, one.places);
    expect(verifyTogether(LARGEST, placedAt(one), proof, rootOfLeaves(all, LARGEST - 1))).toBe(false);
    for (const size of [0, -1, 0.5, 2 ** 60, Number.NaN]) expect(verifyTogether(size, placedAt(one), proof, rootOfLeaves(all))).toBe(false);
  });
});
