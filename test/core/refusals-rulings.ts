/** How a ruling's witnesses are refused, and a form whose ruling to disregard has lapsed (LIFECYCLE §2; reg. 83: before witnesses). */
import { type RefusalCase, refused } from './refusal-case.ts';
import { admitNamed, byTwo, openWorld, signIn, signOut, type World } from './world.ts';
import { accepting, bringTo, closingResult, HERE, opening, REASON, reopening, ruling, turnout } from './world-forms.ts';
import { admitOnSite, revocation } from './world-people.ts';
import { fill, preparing } from './world-summary.ts';

const DISREGARD = { ruling: 'disregard', ground: 'c' } as const;
/** For the President and no other contest. */
const GREEN = 'green';
const GOVERNOR = { contest: 'governor', station: 'west1' };

/** A form on which F06 waits for a ruling: fewer voters were identified than voted. */
export function overCast(place = HERE): { world: World; form: string } {
  const world = openWorld();
  world.must('ro', turnout('west1', 60));
  return { world, form: bringTo(world, 'agreed', place) };
}

/** The same, opened under a ruling to disregard it; nobody is in the hall. */
export function openedAsDisregarded(): { world: World; form: string } {
  const { world, form } = overCast();
  world.must('ro', ruling(world, form, 'F06', DISREGARD));
  world.must('ro', opening(form));
  return { world, form };
}

export function correctDiary(world: World, voters = 300): void {
  world.must('ro', turnout('west1', voters, 'diary', REASON));
}

const witnesses: readonly RefusalCase[] = [
  refused('R-NOT-IN-ATTENDANCE', 'when a ruling names a witness who is not in the hall', () => {
    const { world, form } = overCast();
    signIn(world, 'blue');
    const before = world.tries('ro', ruling(world, form, 'F06', DISREGARD, ['blue', 'red']));
    signIn(world, 'red');
    return [before, world.tries('ro', ruling(world, form, 'F06', DISREGARD, ['blue', 'red']))];
  }),
  refused('R-NOT-IN-ATTENDANCE', 'when a ruling names a witness who has just gone', () => {
    const { world, form } = overCast();
    signIn(world, 'red');
    signOut(world, 'red');
    return world.tries('ro', ruling(world, form, 'F06', { ruling: 'count' }, ['red']));
  }),
  refused('R-NOT-ACCREDITED', 'when a ruling names an agent of another contest as witness', () => {
    const { world, form } = overCast(GOVERNOR);
    signIn(world, GREEN, 'red');
    const before = world.tries('ro', ruling(world, form, 'F06', { ruling: 'count' }, [GREEN]));
    return [before, world.tries('ro', ruling(world, form, 'F06', { ruling: 'count' }, ['red']))];
  }),
  refused('R-NOT-IN-ATTENDANCE', 'when a ruling names one of the staff as witness, who is on no register of agents', () => {
    const { world, form } = overCast();
    return world.tries('ro', ruling(world, form, 'F06', { ruling: 'count' }, ['clerk3']));
  }),
  refused('R-NOT-ACCREDITED', 'when a ruling names a witness whose accreditation was revoked while in the hall', () => {
    const { world, form } = overCast();
    signIn(world, 'red');
    byTwo(world, revocation('red'));
    return world.tries('ro', ruling(world, form, 'F06', { ruling: 'count' }, ['red']));
  }),
  refused('R-CONTENT-WRONG', 'when a ruling names a witness twice', () => {
    const { world, form } = overCast();
    signIn(world, 'red');
    const before = world.tries('ro', ruling(world, form, 'F06', { ruling: 'count' }, ['red', 'red']));
    return [before, world.tries('ro', ruling(world, form, 'F06', { ruling: 'count' }, ['red']))];
  }),
  refused('R-NOT-IN-ATTENDANCE', 'when a result is closed before a witness who is not in the hall', () => {
    const world = openWorld();
    const before = world.tries('ro', closingResult(HERE, 'lost', REASON, ['red']));
    signIn(world, 'red');
    return [before, world.tries('ro', closingResult(HERE, 'lost', REASON, ['red']))];
  }),
  refused('R-NOT-ACCREDITED', 'when a result is closed before an agent of another contest', () => {
    const world = openWorld();
    signIn(world, GREEN);
    const before = world.tries('ro', closingResult(GOVERNOR, 'lost', REASON, [GREEN]));
    return [before, world.tries('ro', closingResult(HERE, 'lost', REASON, [GREEN]))];
  }),
  refused('R-NOT-ACCREDITED', 'when a result is closed before an agent who never enrolled, until he is here', () => {
    const world = openWorld({}, ['red']);
    const before = world.tries('ro', closingResult(HERE, 'lost', REASON, ['red']));
    admitNamed(world, 'red');
    signIn(world, 'red');
    return [before, world.tries('ro', closingResult(HERE, 'lost', REASON, ['red']))];
  }),
  refused('R-CONTENT-WRONG', 'when a result is closed before the same witness twice', () => {
    const world = openWorld();
    admitOnSite(world, 'late');
    signIn(world, 'late');
    const before = world.tries('ro', closingResult(HERE, 'lost', REASON, ['late', 'late']));
    return [before, world.tries('ro', closingResult(HERE, 'lost', REASON, ['late']))];
  }),
];

const overtaken: readonly RefusalCase[] = [
  refused('R-RULING-LAPSED', 'when a form is accepted that was opened as disregarded, under a ruling that covers nothing now', () => {
    const { world, form } = openedAsDisregarded();
    correctDiary(world);
    const before = world.tries('ro', accepting(world, form));
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', opening(form));
    return [before, world.tries('ro', accepting(world, form))];
  }),
  refused('R-RULING-LAPSED', 'also after another ruling says that it counts', () => {
    const { world, form } = openedAsDisregarded();
    correctDiary(world, 70);
    world.must('ro', ruling(world, form, 'F06'));
    return world.tries('ro', accepting(world, form));
  }),
  refused('R-RULING-LAPSED', 'until the diary says again what it said when agents were asked', () => {
    const { world, form } = openedAsDisregarded();
    correctDiary(world);
    const before = world.tries('ro', accepting(world, form));
    correctDiary(world, 60);
    return [before, world.tries('ro', accepting(world, form))];
  }),
  refused('R-RULING-LAPSED', 'when a summary is prepared while an accepted form stands disregarded for nothing', () => {
    const { world, form } = openedAsDisregarded();
    world.must('ro', accepting(world, form));
    fill(world);
    correctDiary(world);
    const before = world.tries('ro', preparing());
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', opening(form));
    world.must('ro', accepting(world, form));
    return [before, world.tries('ro', preparing())];
  }),
];

export const RULING_REFUSALS: readonly RefusalCase[] = [...witnesses, ...overtaken];
