/**
 * What may happen while a version is not there, ready, declared, or under correction (LIFECYCLE §4, second table): typing and
 * receiving always, and a ready version becomes stale by it; what is in the summary stays as it is behind the gate.
 */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { contestStateOf } from '../../core/state.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  acceptNow,
  bringingBack,
  bringTo,
  closingResult,
  entry,
  HERE,
  reading,
  receive,
  receiving,
  remark,
  reopening,
  ruling,
  scanning,
  settingAside,
  signing,
  turnout,
  withdrawingClosing,
} from './world-forms.ts';
import { paper } from './world-papers.ts';
import { admitOnSite, enrolAgain, replaceKey, replacement, suspension } from './world-people.ts';
import { correct, declareReady, preparing, readyIn } from './world-summary.ts';

const LISTED = 'president.west1.1';
const UNLISTED = 'president.west2.1';
const CLOSED = { contest: 'president', station: 'east1' };
const ASIDE = { contest: 'president', station: 'east2' };

type State = 'provisional' | 'ready' | 'declared' | 'correction';
const STATES: readonly State[] = ['provisional', 'ready', 'declared', 'correction'];

/** Two stations accepted, one closed as lost, one as set aside; the correction, where there is one, names west1 and east1. */
function worldIn(state: State): World {
  const world = openWorld();
  signIn(world, 'red');
  for (const station of ['west1', 'west2']) bringTo(world, 'accepted', { station });
  world.must('ro', closingResult(CLOSED, 'lost'));
  bringTo(world, 'set-aside', ASIDE);
  world.must('ro', closingResult(ASIDE, 'set-aside'));
  if (state !== 'provisional') world.must('ro', preparing());
  if (state === 'declared' || state === 'correction') declareReady(world);
  if (state === 'correction') correct(world, ['west1', 'east1']);
  return world;
}

/** A paper of a result that is counted, brought to where the step is due. */
function extra(world: World, stage: 'received' | 'entered-once' | 'differing'): string {
  return bringTo(world, stage, { serial: 'an extra paper' });
}

type Step = (world: World) => readonly [person: string, command: Command];

/** What is always allowed, and makes a ready version stale. */
const ALWAYS: Readonly<Record<string, Step>> = {
  receive: () => ['clerk1', receiving(HERE, 'another')],
  'receive for a closed result': () => ['clerk1', receiving(CLOSED, 'another')],
  scan: () => ['clerk1', scanning(LISTED)],
  'record a turnout': () => ['clerk1', turnout('west1', 300)],
  'suspend a compromised clerk': () => ['ro', suspension('clerk1', true)],
  'bring back': () => ['ro', bringingBack('president.east2.1')],
};

/** The same, but for a paper that has come in by then, and made the version stale already. */
const ON_ANOTHER_PAPER: Readonly<Record<string, Step>> = {
  'enter once': (world) => ['clerk1', entry(extra(world, 'received'), paper(world.centre(), HERE))],
  'enter twice': (world) => ['clerk2', entry(extra(world, 'entered-once'), paper(world.centre(), HERE))],
  read: (world) => {
    const form = extra(world, 'differing');
    return ['clerk3', reading(world, form, { rejected: 2 })];
  },
  'set aside': (world) => ['ro', settingAside(extra(world, 'differing'))],
  'restart what is not open': (world) => ['ro', reopening(extra(world, 'differing'), 'none')],
};

/** What changes the summary: behind the gate. */
const GATED: Readonly<Record<string, readonly [listed: Step, unlisted: Step]>> = {
  'restart an accepted form': [() => ['ro', reopening(LISTED, 'none')], () => ['ro', reopening(UNLISTED, 'none')]],
  'restart, keeping the figures': [() => ['ro', reopening(LISTED, 'figures')], () => ['ro', reopening(UNLISTED, 'figures')]],
  'withdraw a closing': [() => ['ro', withdrawingClosing(CLOSED)], () => ['ro', withdrawingClosing(ASIDE)]],
  'rule on an accepted form': [
    (world) => {
      receive(world);
      return ['ro', ruling(world, LISTED, 'F09')];
    },
    (world) => {
      receive(world, { station: 'west2' });
      return ['ro', ruling(world, UNLISTED, 'F09')];
    },
  ],
};
const GATE: Readonly<Record<State, readonly [listed: string, unlisted: string]>> = {
  provisional: ['allowed', 'allowed'],
  ready: ['R-SUMMARY-READY', 'R-SUMMARY-READY'],
  declared: ['R-DECLARED', 'R-DECLARED'],
  correction: ['allowed', 'R-DECLARED'],
};

/** What never makes a version stale. */
const NEVER_STALE: Readonly<Record<string, (world: World) => void>> = {
  'an agent signs out': (world) => void world.must('red', { kind: 'agent-signed-out', body: {} }),
  'an agent signs in': (world) => signIn(world, 'blue'),
  'an agent is admitted on site': (world) => admitOnSite(world, 'late'),
  'an agent remarks late': (world) => void world.must('red', remark(world, LISTED, 'object', 'I was not asked.')),
  'a key is lost and replaced': (world) => void replaceKey(world, 'clerk4'),
  'a clerk is suspended who is not compromised': (world) => void world.must('ro', suspension('clerk1')),
  'a clerk is suspended who typed nothing': (world) => void world.must('ro', suspension('clerk4', true)),
  'the diary is written': (world) => void world.must('ro', { kind: 'incident-noted', body: { text: 'A lamp went out.' } }),
};

const cross = <T>(steps: Readonly<Record<string, T>>) =>
  Object.entries(steps).flatMap(([what, step]) => STATES.map((state) => [what, state, step] as const));

describe('always allowed', () => {
  test.each(cross({ ...ALWAYS, ...ON_ANOTHER_PAPER }))('%s, %s', (_what, state, step) => {
    const world = worldIn(state);
    const { declared } = contestStateOf(world.centre(), 'president');
    world.must(...step(world));
    const after = contestStateOf(world.centre(), 'president');
    expect(after.declared).toBe(declared);
    if (state === 'ready') expect(after.ready?.stale).toBe(true);
  });

  test.each(cross(NEVER_STALE))('%s, %s: and nothing becomes stale by it', (_what, state, happen) => {
    const world = worldIn(state);
    happen(world);
    expect(contestStateOf(world.centre(), 'president').ready?.stale ?? false).toBe(false);
  });
});

describe('behind the gate', () => {
  test.each(cross(GATED))('%s, %s', (_what, state, [listed, unlisted]) => {
    const said = [listed, unlisted].map((step) => {
      const world = worldIn(state);
      return world.tries(...step(world));
    });
    expect(said).toEqual(GATE[state]);
  });

  test('a result that is closed or counted cannot be closed again in any state', () => {
    for (const state of STATES) {
      const world = worldIn(state);
      expect(world.tries('ro', closingResult(CLOSED))).toBe('R-RESULT-CLOSED');
      expect(world.tries('ro', closingResult(HERE))).toBe('R-FORM-ACCEPTED');
    }
  });
});

describe('what makes a version stale', () => {
  test('does so in the contests it touches only', () => {
    const world = worldIn('ready');
    for (const station of ['west1', 'west2']) bringTo(world, 'accepted', { contest: 'west-ward', station });
    world.must('ro', preparing('west-ward'));
    receive(world, { contest: 'west-ward' });
    expect([readyIn(world).stale, readyIn(world, 'west-ward').stale]).toEqual([false, true]);
  });

  test('a turnout touches every contest of the station that has a paper', () => {
    const world = worldIn('ready');
    for (const station of ['west1', 'west2']) bringTo(world, 'accepted', { contest: 'west-ward', station });
    world.must('ro', preparing('west-ward'));
    world.must('clerk1', turnout('west1', 300));
    expect([readyIn(world).stale, readyIn(world, 'west-ward').stale]).toEqual([true, true]);
  });

  test('an agent’s compromised key does so where he had answered, and nowhere else', () => {
    const world = worldIn('provisional');
    const form = bringTo(world, 'open', { contest: 'west-ward' });
    world.must('red', signing(world, form));
    acceptNow(world, form);
    bringTo(world, 'accepted', { contest: 'west-ward', station: 'west2' });
    for (const contest of ['president', 'west-ward']) world.must('ro', preparing(contest));
    replaceKey(world, 'red', 'compromised');
    expect([readyIn(world).stale, readyIn(world, 'west-ward').stale]).toEqual([false, true]);
  });

  test('a compromise that is only proposed changes nothing yet', () => {
    const world = worldIn('ready');
    const proposed = world.must('ro', replacement(world, 'clerk1', enrolAgain(world, 'clerk1', 'second'), 'compromised'));
    expect(readyIn(world).stale).toBe(false);
    world.must('dro', { kind: 'act-confirmed', body: { act: proposed.digest } });
    expect(readyIn(world).stale).toBe(true);
  });
});
