/** A true bundle with any bytes changed, put in, left out or moved: never authentic, and never more than the verifier can bear. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRendering, MANIFEST } from '../../core/bundle.ts';
import { concat, equalBytes } from '../../core/bytes.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import { failures, pack, replaced, unpack, verifyBytes, verifyMembers, withManifest } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const bundle = new Uint8Array(readFileSync(path.join(day.folder, 'ward-wino.bundle.zip')));
const members = await unpack(bundle);

type Mutation = (bytes: Uint8Array) => Uint8Array;

/** A place as a share of the length, so that it falls into any file. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const some = fc.uint8Array({ minLength: 1, maxLength: 40 });

function place(bytes: Uint8Array, at: number): number {
  return Math.min(bytes.length - 1, Math.floor(at * bytes.length));
}

const overwritten = fc.tuple(share, some).map(
  ([at, by]): Mutation =>
    (bytes) => {
      const changed = bytes.slice();
      const from = place(bytes, at);
      changed.set(by.subarray(0, bytes.length - from), from);
      return changed;
    },
);
const bitFlipped = fc.tuple(share, fc.nat(7)).map(
  ([at, bit]): Mutation =>
    (bytes) => {
      const from = place(bytes, at);
      return bytes.map((byte, index) => (index === from ? byte ^ (1 << bit) : byte));
    },
);
const inserted = fc.tuple(share, some).map(
  ([at, by]): Mutation =>
    (bytes) => {
      const from = place(bytes, at);
      return concat(bytes.subarray(0, from), by, bytes.subarray(from));
    },
);
const leftOut = fc.tuple(share, fc.integer({ min: 1, max: 5000 })).map(
  ([at, length]): Mutation =>
    (bytes) => {
      const from = place(bytes, at);
      return concat(bytes.subarray(0, from), bytes.subarray(from + length));
    },
);
const moved = fc.tuple(share, share).map(
  ([from, to]): Mutation =>
    (bytes) => {
      const [left, right] = [place(bytes, from), place(bytes, to)].sort((one, other) => one - other) as [number, number];
      return concat(bytes.subarray(right), bytes.subarray(left, right), bytes.subarray(0, left));
    },
);
const mutation = fc.oneof(overwritten, bitFlipped, inserted, leftOut, moved);

test('the bundle itself is authentic', async () => {
  expect(await verifyBytes(bundle, day.trust)).toMatchObject({ verdict: 'authentic' });
});

test('with its bytes changed anywhere it fails by a named check', () =>
  fc.assert(
    fc.asyncProperty(mutation, async (mutate) => {
      const changed = mutate(bundle);
      fc.pre(!equalBytes(changed, bundle));
      const verification = await verifyBytes(changed, day.trust);
      expect(verification.verdict).toBe('failed');
      expect(failures(verification)).not.toEqual([]);
    }),
    { numRuns: 400 },
  ));

const judged = members.filter(({ name }) => !isRendering(name));
const papers = members.filter(({ name }) => isRendering(name));

test('with a member changed anywhere, packed again and signed by the device, it fails by a named check', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(judged.length - 1), mutation, async (at, mutate) => {
      const member = judged[at] as (typeof members)[number];
      const changed = mutate(member.bytes);
      fc.pre(!equalBytes(changed, member.bytes));
      const altered = replaced(members, member.name, changed);
      const sealed = member.name === MANIFEST ? altered : withManifest(altered, day.device);
      const verification = await verifyMembers(sealed, day.trust);
      expect(verification.verdict).toBe('failed');
      expect(failures(verification)).not.toEqual([]);
    }),
    { numRuns: 120 },
  ));

test('with a paper changed that only somebody who has the device’s key could list, the result is what it was, and papers are not judged', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(papers.length - 1), mutation, async (at, mutate) => {
      const paper = papers[at] as (typeof members)[number];
      const changed = mutate(paper.bytes);
      fc.pre(!equalBytes(changed, paper.bytes));
      const altered = replaced(members, paper.name, changed);
      expect(failures(await verifyMembers(altered, day.trust))).toContain('manifest');
      const { checks, summary } = await verifyMembers(withManifest(altered, day.device), day.trust);
      expect(checks.find(({ name }) => name === 'manifest')?.detail).toContain(paper.name);
      expect(checks.find(({ name }) => name === 'manifest')?.detail).toContain('what they show is not judged here');
      expect(summary?.digest).toBe((await verifyBytes(bundle, day.trust)).summary?.digest);
    }),
    { numRuns: 10 },
  ));

test('cut anywhere, it fails by a named check', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(bundle.length - 1), async (length) => {
      expect(failures(await verifyBytes(bundle.subarray(0, length), day.trust))).toEqual(['container']);
    }),
    { numRuns: 200 },
  ));

test('packed in the same way, the bundle that nobody changed passes', async () => {
  expect(pack(withManifest(members, day.device))).toEqual(bundle);
});
