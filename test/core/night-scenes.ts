/**
 * Scenes for what random nights come to seldom or never: the first evening, people suspended and locked out, papers brought back from
 * every stage, versions withdrawn under a correction. Each scene gives a world; its acts are followed again from the empty journal.
 */
import { evolve } from '../../core/centre.ts';
import { type Centre, emptyCentre } from '../../core/state.ts';
import { type Move, nameOf } from './lifecycle-moves.ts';
import { movesOf } from './night-model.ts';
import { correctDiary, openedAsDisregarded } from './refusals-rulings.ts';
import { admitNamed, byTwo, openWorld, type World } from './world.ts';
import { closingCentre, openingCentre } from './world-centre.ts';
import {
  accept,
  bringingBack,
  bringTo,
  closingResult,
  HERE,
  reopening,
  scanning,
  settingAside,
  turnout,
  withdrawingClosing,
} from './world-forms.ts';
import { admitOnSite, failToUnlock, replaceKey, restoration, revocation, suspension } from './world-people.ts';
import { correct, declare, makeReady, withdrawing } from './world-summary.ts';

type Scene = () => readonly World[];

const wholeEvening: Scene = () => {
  const world = openWorld();
  for (const contest of world.centre().contests) declare(world, contest);
  byTwo(world, closingCentre(world));
  byTwo(world, openingCentre());
  return [world];
};

const people: Scene = () => {
  const world = openWorld({}, ['red']);
  byTwo(world, revocation('red'));
  admitNamed(world, 'red');
  admitOnSite(world, 'late');
  world.must('ro', suspension('clerk1'));
  world.must('ro', restoration('clerk1'));
  return [world];
};

/** Five failures lock a person out; the right passphrase, or another official, ends that. */
const lockOuts: Scene = () =>
  [1, 5].flatMap((times) => {
    const world = openWorld();
    failToUnlock(world, 'dro', times);
    const cleared = world.fork();
    cleared.must('ro', { kind: 'lockout-cleared', body: { person: 'dro' } });
    world.wait(10);
    world.must('device', { kind: 'session-unlocked', body: { person: 'dro' } });
    return [cleared, world];
  });

const disregarded: Scene = () => {
  const { world, form } = openedAsDisregarded();
  accept(world, form);
  correctDiary(world);
  world.must('ro', reopening(form, 'figures'));
  return [world];
};

const broughtBack: Scene = () => {
  const world = openWorld();
  for (const stage of ['received', 'entered-once', 'differing', 'agreed'] as const) {
    const form = bringTo(world, stage, { station: 'east1' });
    world.must('ro', settingAside(form));
    world.must('ro', bringingBack(form));
  }
  bringTo(world, 'set-aside');
  world.must('ro', closingResult(HERE, 'set-aside'));
  world.must('ro', withdrawingClosing(HERE));
  return [world];
};

/** Every restart, from every stage that allows one. */
const restarted: Scene = () =>
  (['entered-once', 'differing', 'agreed', 'open', 'accepted'] as const).flatMap((stage) => {
    const world = openWorld();
    const form = bringTo(world, stage);
    const keeping = world.fork();
    world.must('ro', reopening(form, 'none'));
    if (stage !== 'open' && stage !== 'accepted') return [world];
    keeping.must('ro', reopening(form, 'figures'));
    return [world, keeping];
  });

/** What makes a ready version stale before anything else can. */
const STALING: readonly ((world: World, aside: string) => void)[] = [
  (world) => world.must('clerk1', scanning('west-ward.west1.1')),
  (world, aside) => world.must('ro', bringingBack(aside)),
  (world) => world.must('ro', turnout('west1', 300)),
  (world) => world.must('ro', suspension('clerk1', true)),
  (world) => replaceKey(world, 'clerk2', 'compromised'),
];

/** Versions of the ward's contest: prepared, made stale in each way, withdrawn; first before any declaration, then over one. */
const versions: Scene = () => {
  const world = openWorld();
  const aside = bringTo(world, 'set-aside', { contest: 'west-ward', station: 'west2', serial: 'aside' });
  world.must('ro', closingResult({ contest: 'west-ward', station: 'west2' }, 'set-aside'));
  const again = world.fork();
  declare(again, 'west-ward');
  correct(again, ['west1'], 'west-ward');
  return [world, again].flatMap((start) => {
    makeReady(start, 'west-ward');
    const staled = STALING.map((make) => {
      const fork = start.fork();
      make(fork, aside);
      fork.must('ro', withdrawing(fork, 'west-ward'));
      return fork;
    });
    start.must('ro', withdrawing(start, 'west-ward'));
    return [start, ...staled];
  });
};

const SCENES: readonly Scene[] = [wholeEvening, people, lockOuts, disregarded, broughtBack, restarted, versions];

/** The names of all moves in all scenes. */
export function movesOfScenes(): ReadonlySet<string> {
  return new Set(SCENES.flatMap((scene) => scene().flatMap((world) => movesIn(world).map(nameOf))));
}

/** Every move of a world's journal, from the empty centre. */
export function movesIn(world: World): readonly Move[] {
  let centre: Centre = emptyCentre(world.centre().definition);
  return world.acts().flatMap(({ act }) => {
    const before = centre;
    centre = evolve(before, act);
    return movesOf(before, act, centre);
  });
}
