/**
 * What holds on any night: random commands by random people never break anything, a refused one changes nothing, the invariants
 * hold after every act; and the order in which papers come is irrelevant.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAWFUL, nameOf, REACHABLE } from './lifecycle-moves.ts';
import { anyNight, playNight } from './night.ts';
import { accountNow, expectInvariants } from './night-invariants.ts';
import { expectLawful, expectTableKept } from './night-model.ts';
import type { Ask } from './night-moves.ts';
import { movesIn, movesOfScenes } from './night-scenes.ts';
import { openWorld, type World } from './world.ts';
import { fingerprint } from './world-fingerprint.ts';
import { bringTo } from './world-forms.ts';

/** Asks and looks: an accepted command keeps every invariant, a refused one leaves everything as it was. */
function watched(world: World): Ask {
  return (person, command, guise) => {
    const before = world.centre();
    // Writing a whole state out costs more than everything else here: every fourth one is enough to find what alters a state.
    const written = before.size % 4 === 0 ? fingerprint(before) : undefined;
    const done = world.does(person, command, guise);
    if (written !== undefined) expect(fingerprint(before)).toBe(written);
    expectTableKept(before, command, done);
    if (!done.ok) {
      expect(world.centre()).toBe(before);
      return done;
    }
    expectLawful(before, done.value, world.centre());
    expectInvariants({ before, act: done.value, after: world.centre(), acts: world.acts().map(({ act }) => act) });
    return done;
  };
}

describe('on any night', () => {
  test('nothing throws, a refused command changes nothing, no act is lost, and no state or move is one that the specification lacks', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        playNight(night, watched);
      }),
      { numRuns: 60 },
    ));

  test('every state and every move of the specification is reached, on some night or in a scene', () => {
    const worlds = fc.sample(anyNight, { numRuns: 90, seed: 2027 }).map((night) => playNight(night));
    const seen = new Set([...movesOfScenes(), ...worlds.flatMap((world) => movesIn(world).map(nameOf))]);
    expect(REACHABLE.filter((move) => !seen.has(move))).toEqual([]);
    expect([...seen].filter((move) => !LAWFUL.has(move))).toEqual([]);
    const acts = new Set(worlds.flatMap((world) => world.acts().map(({ act }) => act.kind)));
    expect(acts.size).toBeGreaterThan(40);
  });
});

describe('the order in which forms come', () => {
  const STATIONS = ['west1', 'west2', 'east1', 'east2'] as const;
  const anyOrder = fc.shuffledSubarray([...STATIONS], { minLength: 4 });
  const anyVotes = fc.array(fc.record({ candidate1: fc.nat(200), rejected: fc.nat(99) }), { minLength: 4, maxLength: 4 });

  test('does not change the tally, nor any station’s line but the times and names of acts', () =>
    fc.assert(
      fc.property(anyOrder, anyVotes, (order, votes) => {
        const accounts = [STATIONS, order].map((stations) => {
          const world = openWorld();
          for (const station of stations)
            bringTo(world, 'accepted', { station, serial: station, figures: votes[STATIONS.indexOf(station)] ?? {} });
          return accountNow(world.centre(), 'president');
        });
        expect(accounts[0]?.totals).toEqual(accounts[1]?.totals);
        expect(accounts[0]?.stations).toEqual(accounts[1]?.stations);
        expect(accounts[0]?.errorReport).toEqual(accounts[1]?.errorReport);
      }),
      { numRuns: 60 },
    ));
});
