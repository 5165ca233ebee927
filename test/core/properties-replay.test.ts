/**
 * The journal alone determines the state (LIFECYCLE §6, invariant 1): followed again from the bytes that were signed, it gives the
 * same state; and the part of it that concerns one contest is lawful by itself and gives the same summary.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Act, commonSchema } from '../../core/acts.ts';
import { digest, fromUtf8 } from '../../core/bytes.ts';
import { evolve, evolveHidden, judge } from '../../core/centre.ts';
import type { Decided } from '../../core/decide.ts';
import { readAct } from '../../core/journal.ts';
import { must, present } from '../../core/result.ts';
import { isShownIn, scopeFollower } from '../../core/scope.ts';
import { type Centre, contestStateOf, emptyCentre } from '../../core/state.ts';
import { summaryBytes } from '../../core/summary.ts';
import { anyNight, playNight } from './night.ts';
import { accountNow } from './night-invariants.ts';
import type { World } from './world.ts';
import { fingerprint } from './world-fingerprint.ts';

/** The act as a reader of the journal finds it: out of the bytes that were signed, and named by them. */
function readBack({ act, payload }: Decided): Act {
  const payloadText = present(fromUtf8(payload), 'UTF-8');
  const signature = new Uint8Array(64);
  const envelope = { kind: act.kind, payload, payloadText, keyId: act.by.key, signature, digest: digest(payload), signed: payload };
  return must(readAct(envelope));
}

/** Follows acts from the empty journal; those that do not concern the contest, where one is named, are not shown. */
function replay(world: World, contest?: string): Centre {
  const { definition } = world.centre();
  const hidden = contest === undefined ? [] : definition.content.contests.map(({ id }) => id).filter((id) => id !== contest);
  const concerned = scopeFollower();
  return world.acts().reduce<Centre>(
    (centre, decided) => {
      const act = readBack(decided);
      const scope = concerned(act);
      if (contest !== undefined && !isShownIn(contest, scope)) return evolveHidden(centre);
      expect([act.kind, judge(centre, act)]).toEqual([act.kind, undefined]);
      return evolve(centre, act);
    },
    { ...emptyCentre(definition), hidden },
  );
}

function bytesOf(centre: Centre, contest: string): readonly Uint8Array[] {
  const { ready, declared, superseded } = contestStateOf(centre, contest);
  const versions = [...superseded, declared, ready].flatMap((version) => (version === undefined ? [] : [version.content]));
  return [...versions, accountNow({ ...centre, at: '' }, contest)].map(summaryBytes);
}

describe('the journal alone', () => {
  test('gives the same state and the same summaries again, from the bytes that were signed', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        const world = playNight(night);
        const again = replay(world);
        expect(fingerprint(again)).toBe(fingerprint(world.centre()));
        for (const contest of again.contests) expect(bytesOf(again, contest)).toEqual(bytesOf(world.centre(), contest));
      }),
      { numRuns: 60 },
    ));

  test('of one contest is lawful by itself and gives the same bytes as the whole', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        const world = playNight(night);
        for (const contest of world.centre().contests) {
          const part = replay(world, contest);
          expect(part.size).toBe(world.centre().size);
          expect(bytesOf(part, contest)).toEqual(bytesOf(world.centre(), contest));
        }
      }),
      { numRuns: 60 },
    ));

  test('of one contest shows no figure of another', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        const world = playNight(night);
        const part = replay(world, 'west-ward');
        for (const { contest } of part.forms.values()) expect(contest).toBe('west-ward');
        for (const contest of ['president', 'governor']) expect(contestStateOf(part, contest)).toEqual({ lastNumber: 0, superseded: [] });
      }),
      { numRuns: 30 },
    ));

  test('names every act by what was signed, in one spelling', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        for (const decided of playNight(night).acts()) {
          expect(readBack(decided).digest).toBe(decided.act.digest);
          expect(commonSchema.safeParse(JSON.parse(fromUtf8(decided.payload) ?? '')).success).toBe(true);
        }
      }),
      { numRuns: 20 },
    ));
});
