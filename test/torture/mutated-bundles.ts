/**
 * A true bundle, changed: its bytes anywhere; a member's bytes or fields, listed and signed anew with the device's key; lines of the
 * journal left out, repeated, exchanged or changed by the field, with tree, checkpoint and manifest made anew. None is ever authentic
 * or merely consistent: each fails, by a check that has a name. Renderings are let off: what they show is not judged.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { isRendering, JOURNAL, MANIFEST } from '../../core/bundle.ts';
import { concat, equalBytes, utf8 } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { present } from '../../core/result.ts';
import type { Seeded } from '../../main/seeded.ts';
import { byteMutation, jsonMutation, type Mutation } from '../fuzz/mutations.ts';
import { demoElection, type PlayedDay, playDay } from '../main/played-day.ts';
import {
  bytesOf,
  failures,
  linesOf,
  type Members,
  pack,
  replaced,
  resealed,
  unpack,
  verifyBytes,
  withManifest,
} from '../main/tampering.ts';
import { playRounds } from './rounds.ts';
import type { Torment } from './torment.ts';

interface Ground {
  readonly day: PlayedDay;
  readonly bundle: Uint8Array;
  readonly members: Members;
  readonly counts: Record<string, number>;
}

export const mutatedBundles: Torment = {
  name: 'mutated bundles',
  run: async (settings) => {
    const root = mkdtempSync(path.join(tmpdir(), 'countersign-bundles-'));
    const counts: Record<string, number> = {
      'bytes of the file': 0,
      'bytes of a member': 0,
      'fields of a member': 0,
      'lines of the journal': 0,
    };
    try {
      const day = await playDay(await demoElection(root), path.join(root, 'day'), { papers: 3 });
      const bundle = new Uint8Array(readFileSync(path.join(day.folder, 'ward-wino.bundle.zip')));
      const ground = { day, bundle, members: await unpack(bundle), counts };
      const whole = await verifyBytes(bundle, day.trust);
      if (whole.verdict !== 'authentic') throw new Error(`the bundle itself is ${whole.verdict}`);
      return await playRounds(settings, counts, (random) => changeSomething(ground, random));
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

const WAYS = ['bytes of the file', 'bytes of a member', 'fields of a member', 'lines of the journal'] as const;

async function changeSomething(ground: Ground, random: Seeded): Promise<string | undefined> {
  const way = random.pick(WAYS);
  const changed = changedBy(way, ground, random);
  if (equalBytes(changed, ground.bundle)) return undefined;
  ground.counts[way] = present(ground.counts[way], way) + 1;
  const verification = await verifyBytes(changed, ground.day.trust);
  if (verification.verdict !== 'failed') return `${way}: ${verification.verdict}`;
  return failures(verification).length > 0 ? undefined : `${way}: failed by no check`;
}

function changedBy(way: (typeof WAYS)[number], { bundle, members, day }: Ground, random: Seeded): Uint8Array {
  if (way === 'bytes of the file') return drawn(byteMutation, random)(bundle);
  if (way === 'lines of the journal') return pack(sealedAnew(replaced(members, JOURNAL, concat(...changedLines(members, random))), day));
  const isJson = way === 'fields of a member';
  const member = random.pick(members.filter(({ name }) => !isRendering(name) && (!isJson || name.endsWith('.json'))));
  const bytes = drawn(isJson ? jsonMutation : byteMutation, random)(member.bytes);
  if (equalBytes(bytes, member.bytes)) return bundle;
  const altered = replaced(members, member.name, bytes);
  return pack(member.name === MANIFEST ? altered : withManifest(altered, day.device));
}

function drawn(mutation: fc.Arbitrary<Mutation>, random: Seeded): Mutation {
  return present(fc.sample(mutation, { numRuns: 1, seed: random.below(2 ** 31) })[0], 'a mutation');
}

function changedLines(members: Members, random: Seeded): readonly Uint8Array[] {
  const lines = linesOf(members).map((line) => concat(canonicalBytes(line), utf8('\n')));
  const [at, other] = [random.below(lines.length), random.below(lines.length)];
  const [here, there] = [present(lines[at], 'a line'), present(lines[other], 'a line')];
  const ways: readonly (() => readonly Uint8Array[])[] = [
    () => lines.toSpliced(at, 1),
    () => lines.toSpliced(other, 0, here),
    () => lines.with(at, there).with(other, here),
    () => lines.slice(0, at),
    () => lines.with(at, drawn(jsonMutation, random)(here)),
    () => lines.with(at, drawn(byteMutation, random)(here)),
  ];
  return random.pick(ways)();
}

/** Whoever has the device's key mends the tree as well, where the lines can be read at all. */
function sealedAnew(members: Members, { device }: PlayedDay): Members {
  if (bytesOf(members, JOURNAL).length === 0) return withManifest(members, device);
  try {
    return resealed(members, device);
  } catch {
    return withManifest(members, device);
  }
}
