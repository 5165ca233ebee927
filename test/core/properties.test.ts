/**
 * What holds on any night: random commands by random people never break anything, a refused one changes nothing, the invariants
 * hold after every act; and the order in which papers come is irrelevant.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contestStateOf } from '../../core/state.ts';
import { anyNight, playNight } from './night.ts';
import { accountNow, expectInvariants } from './night-invariants.ts';
import type { Ask } from './night-moves.ts';
import { openWorld, type World } from './world.ts';
import { fingerprint } from './world-fingerprint.ts';
import { bringTo } from './world-forms.ts';

/** Asks and looks: an accepted command keeps every invariant, a refused one leaves everything as it was. */
function watched(world: World): Ask {
  return (person, command, guise) => {
    const before = world.centre();
    const written = fingerprint(before);
    const done = world.does(person, command, guise);
    expect(fingerprint(before)).toBe(written);
    if (!done.ok) expect(world.centre()).toBe(before);
    else expectInvariants({ before, act: done.value, after: world.centre(), acts: world.acts().map(({ act }) => act) });
    return done;
  };
}

describe('on any night', () => {
  test('nothing throws, a refused command changes nothing, and the invariants hold after every act', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        playNight(night, watched);
      }),
      { numRuns: 60 },
    ));

  test('something happens: among some nights there is every stage of a form and every state of a summary', () => {
    const worlds = fc.sample(anyNight, { numRuns: 150, seed: 2027 }).map((night) => playNight(night));
    const stages = new Set(worlds.flatMap((world) => [...world.centre().forms.values()].map(({ stage }) => stage.stage)));
    const states = worlds.flatMap((world) => world.centre().contests.map((contest) => contestStateOf(world.centre(), contest)));
    const acts = new Set(worlds.flatMap((world) => world.acts().map(({ act }) => act.kind)));
    expect(stages.size).toBe(7);
    expect(states.some(({ ready }) => ready !== undefined && !ready.stale)).toBe(true);
    expect(states.some(({ ready }) => ready?.stale)).toBe(true);
    expect(states.some(({ correction }) => correction !== undefined)).toBe(true);
    expect(states.some(({ superseded }) => superseded.length > 0)).toBe(true);
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
