/** A true bundle with any bytes changed, put in, left out or moved: never authentic, and never more than the verifier can bear. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRendering, MANIFEST } from '../../core/bundle.ts';
import { equalBytes } from '../../core/bytes.ts';
import { sharedFolder } from '../db/folders.ts';
import { byteMutation as mutation } from '../fuzz/mutations.ts';
import { demoElection, playDay } from './played-day.ts';
import { failures, pack, replaced, unpack, verifyBytes, verifyMembers, withManifest } from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const bundle = new Uint8Array(readFileSync(path.join(day.folder, 'ward-wino.bundle.zip')));
const members = await unpack(bundle);

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
