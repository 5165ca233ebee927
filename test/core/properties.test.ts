/**
 * What holds on any night: random commands by random people never break anything, a refused one changes nothing, the invariants
 * hold after every act, the acts alone give the state again, and from wherever the night has got to it can be finished.
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
import { anyNight, contestOnward, formOnward, play } from './night.ts';
import { accountNow, expectInvariants } from './night-invariants.ts';
import type { Ask } from './night-moves.ts';
import { openWorld, type World } from './world.ts';
import { confirming } from './world-centre.ts';
import { fingerprint } from './world-fingerprint.ts';
import { bringTo } from './world-forms.ts';
import { restoration, suspension } from './world-people.ts';

/** A night that begins with some work done, so that it does not spend itself on that. */
function evening(): World {
  const world = openWorld({ soloMinutes: 30 });
  for (const agent of ['red', 'blue']) world.must(agent, { kind: 'agent-signed-in', body: {} });
  bringTo(world, 'accepted', { contest: 'west-ward' });
  bringTo(world, 'differing', { contest: 'west-ward', station: 'west2' });
  bringTo(world, 'agreed', { station: 'east1', figures: { valid: 401 } });
  return world;
}

type Night = Parameters<typeof play>[1][];

function playNight(night: Night, ask: (world: World) => Ask = (world) => world.does): World {
  const world = evening();
  for (const move of night) play(world, move, ask(world));
  return world;
}

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

// ---- finishing ---------------------------------------------------------------------------------------------------------------

/** What stands in the way of any work: a restore, an unopened centre, proposals, suspensions, lock-outs. */
function clearTheDesk(world: World): void {
  world.wait(60);
  for (const [proposal, { act }] of world.centre().proposals)
    if (act.kind === 'backup-restored') world.must(act.by.person === 'ro' ? 'dro' : 'ro', confirming(proposal));
  if (world.centre().restoring !== undefined) reproposeRestore(world);
  for (const proposal of world.centre().proposals.keys()) world.must('ro', { kind: 'proposal-withdrawn', body: { act: proposal } });
  if (world.centre().phase !== 'open') {
    const { digest: opening } = world.must('ro', { kind: 'centre-opened', body: { present: [] } });
    world.must('dro', confirming(opening));
  }
  for (const clerk of world.centre().people.values()) if (clerk.suspended?.compromised === false) world.must('ro', restoration(clerk.id));
}

function reproposeRestore(world: World): void {
  const body = { backup: { size: 0, root: '0'.repeat(64) }, later: [], device: anotherDevice(world), reason: 'Proposed again.' };
  const { digest: restore } = world.must('ro', { kind: 'backup-restored', body });
  world.must('dro', confirming(restore));
}

function anotherDevice(world: World): string {
  return present(world.centre().keys.get(world.centre().device)?.text, 'device key');
}

/** Work without agents and without guessing: whatever cannot be brought on is set aside. Everything is done by what is allowed. */
function finish(world: World, contest: string): void {
  for (let steps = 0; steps < 300; steps += 1) {
    const { ready, declared, correction } = contestStateOf(world.centre(), contest);
    if (declared !== undefined && ready === undefined && correction === undefined) return;
    const unfinished = [...world.centre().forms.values()].filter((form) => form.contest === contest);
    const isPrepared = ready !== undefined && !ready.stale;
    if (!isPrepared && unfinished.some((form) => formOnward(world, form, world.does) || giveUp(world, form.id))) continue;
    world.wait(10);
    if (!contestOnward(world, contest, world.does)) letIn(world, contest);
  }
  throw new Error(`${contest} cannot be declared`);
}

function giveUp(world: World, form: string): boolean {
  const { stage } = present(world.centre().forms.get(form), form);
  if (stage.stage === 'accepted' || stage.stage === 'set-aside') return false;
  if (stage.stage === 'open') world.does('ro', { kind: 'form-reopened', body: { form, keep: 'none', reason: 'It cannot go on.' } });
  return world.does('ro', { kind: 'form-set-aside', body: { form, reason: 'It cannot go on.' } }).ok;
}

/** A finding arose at a station that the correction does not name. */
function letIn(world: World, contest: string): void {
  const { declared } = contestStateOf(world.centre(), contest);
  const stations =
    world
      .centre()
      .roll.contests.get(contest)
      ?.stations.map(({ code }) => code) ?? [];
  const body = { contest, version: declared?.number ?? 0, stations, reason: 'It arose since.' };
  const proposed = world.does('ro', { kind: 'correction-opened', body });
  if (proposed.ok) world.must('dro', confirming(proposed.value.digest));
}

describe('from wherever the night has got to', () => {
  test('every contest can be declared, without any agent, by two officials and the clerks who are left', () =>
    fc.assert(
      fc.property(anyNight, (night) => {
        const world = playNight(night);
        clearTheDesk(world);
        for (const contest of world.centre().contests) {
          finish(world, contest);
          const { declared } = contestStateOf(world.centre(), contest);
          expect(declared?.content.stationCounts).toMatchObject({ inHand: 0, awaited: 0 });
        }
      }),
      { numRuns: 60 },
    ));

  test('also when every clerk but two is gone', () => {
    const world = evening();
    for (const clerk of ['clerk1', 'clerk2']) world.must('ro', suspension(clerk, true));
    for (const contest of world.centre().contests) finish(world, contest);
    expect(contestStateOf(world.centre(), 'president').declared?.content.stationCounts.counted).toBeGreaterThan(0);
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
