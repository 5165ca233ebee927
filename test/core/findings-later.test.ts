/**
 * Findings that arise after a form was opened or accepted: a turnout that comes in late (F06), another paper (F09), a key that
 * turns out to be compromised (F14). On an open form acceptance waits; an accepted form stays accepted and the summary waits.
 */
import { describe, expect, test } from 'vitest';
import { findingsToRule, unruledFindings } from '../../core/findings.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  AGREE,
  accepting,
  bringTo,
  entry,
  formIn,
  HERE,
  OBJECT,
  openedIn,
  opening,
  reading,
  receive,
  reopening,
  ruleAll,
  ruling,
  settingAside,
  signing,
  stageIn,
  turnout,
} from './world-forms.ts';
import { paper } from './world-papers.ts';
import { replaceKey, suspension } from './world-people.ts';
import { fill, preparing } from './world-summary.ts';

/** What makes a finding arise on the first form of the president's contest in west1. */
const ARISES = {
  F06: (world: World) => void world.must('clerk4', turnout('west1', 100)),
  F09: (world: World) => void world.must('ro', settingAside(receive(world))),
  F14: (world: World) => void replaceKey(world, 'clerk1', 'compromised'),
} as const;
const LATER = Object.keys(ARISES) as (keyof typeof ARISES)[];

function unruledOn(world: World, form: string): readonly string[] {
  return unruledFindings(world.centre(), formIn(world, form)).map(({ code }) => code);
}

describe('on an open form', () => {
  test.each(LATER)('%s makes acceptance wait until it is ruled to count; answers given stand', (code) => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    const word = world.must('red', signing(world, form)).digest;
    ARISES[code](world);
    expect(world.tries('ro', accepting(world, form))).toBe('R-FINDING-UNRULED');
    world.must('ro', ruling(world, form, code));
    world.must('ro', accepting(world, form));
    expect(openedIn(world, form).stage).toMatchObject({ outcomes: [{ agent: 'red', outcome: 'agree', act: word }, {}, {}] });
  });

  test.each(LATER)('%s lets agents change their word, on what they now see', (code) => {
    const world = openWorld();
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form));
    const before = signing(world, form, OBJECT);
    ARISES[code](world);
    expect(world.tries('red', before)).toBe('R-SUBJECT-STALE');
    expect(world.tries('red', signing(world, form, OBJECT))).toBe('allowed');
  });

  test.each(LATER)('%s leaves the subject as it was at opening', (code) => {
    const world = openWorld();
    const form = bringTo(world, 'open');
    const { subject } = openedIn(world, form).stage;
    ARISES[code](world);
    ruleAll(world, form);
    expect(openedIn(world, form).stage.subject).toBe(subject);
  });

  test('may also be met by a restart, which can disregard', () => {
    const world = openWorld();
    const form = bringTo(world, 'open');
    ARISES.F06(world);
    world.must('ro', reopening(form, 'figures'));
    expect(world.tries('ro', ruling(world, form, 'F06', { ruling: 'disregard', ground: 'c' }))).toBe('allowed');
  });
});

describe('on an accepted form', () => {
  test.each(LATER)('%s leaves it accepted, and the summary waits until it is ruled to count', (code) => {
    const world = openWorld();
    fill(world);
    const [form = ''] = [...world.centre().forms.keys()].filter((id) => id.startsWith('president.west1'));
    const { stage } = formIn(world, form);
    ARISES[code](world);
    expect(formIn(world, form).stage).toBe(stage);
    expect(world.tries('ro', preparing())).toBe('R-FINDING-UNRULED');
    for (const id of world.centre().forms.keys()) ruleAll(world, id);
    expect(world.tries('ro', preparing())).toBe('allowed');
  });

  test('or until the form is restarted and brought through again', () => {
    const world = openWorld();
    fill(world);
    ARISES.F06(world);
    world.must('ro', reopening('president.west1.1', 'none'));
    expect(world.tries('ro', preparing())).toBe('R-RESULT-OUTSTANDING');
  });
});

describe('F14', () => {
  const spoken: Readonly<Record<string, readonly [person: string, (world: World) => string]>> = {
    'entry 1': ['clerk1', (world) => bringTo(world, 'agreed')],
    'entry 2': ['clerk2', (world) => bringTo(world, 'agreed')],
    'a reading': ['clerk3', readByClerk3],
    'a sign-off': ['red', signedByRed],
  };

  function readByClerk3(world: World): string {
    const form = bringTo(world, 'differing');
    world.must('clerk3', reading(world, form, { rejected: 2 }));
    return form;
  }

  function signedByRed(world: World): string {
    signIn(world, 'red');
    const form = bringTo(world, 'open');
    world.must('red', signing(world, form, AGREE));
    return form;
  }

  test.each(Object.entries(spoken))('is found after %s with a key since replaced as compromised', (_what, [person, say]) => {
    const world = openWorld();
    const form = say(world);
    expect(unruledOn(world, form)).toEqual([]);
    replaceKey(world, person, 'compromised');
    expect(unruledOn(world, form)).toEqual(['F14']);
  });

  test.each(Object.entries(spoken))('is not found after %s with a key that was only lost', (_what, [person, say]) => {
    const world = openWorld();
    const form = say(world);
    replaceKey(world, person, 'lost');
    expect(unruledOn(world, form)).toEqual([]);
  });

  test('is found after a clerk is suspended as compromised, and not after one who is suspended for another reason', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    world.must('ro', suspension('clerk2', false));
    expect(unruledOn(world, form)).toEqual([]);
    world.must('ro', suspension('clerk1', true));
    expect(unruledOn(world, form)).toEqual(['F14']);
  });

  test('is not found where the key said nothing on this revision', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    world.must('ro', reopening(form, 'none'));
    for (const clerk of ['clerk3', 'clerk4']) world.must(clerk, entry(form, paper(world.centre(), HERE)));
    replaceKey(world, 'clerk1', 'compromised');
    expect(unruledOn(world, form)).toEqual([]);
  });

  test('stays with figures that are kept: they are still what that key typed', () => {
    const world = openWorld();
    const form = bringTo(world, 'open');
    replaceKey(world, 'clerk1', 'compromised');
    world.must('ro', reopening(form, 'figures'));
    expect(unruledOn(world, form)).toEqual(['F14']);
  });

  test('names the acts, and asks again when a second key falls', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    const typed = world.acts().flatMap(({ act }) => (act.kind === 'entry-sealed' ? [act.digest] : []));
    replaceKey(world, 'clerk1', 'compromised');
    expect(findingsToRule(world.centre(), formIn(world, form))).toMatchObject([{ code: 'F14', inputs: { acts: [typed[0]] } }]);
    ruleAll(world, form);
    replaceKey(world, 'clerk2', 'compromised');
    expect(unruledOn(world, form)).toEqual(['F14']);
    expect(findingsToRule(world.centre(), formIn(world, form))).toMatchObject([{ inputs: { acts: typed.toSorted() } }]);
  });

  test('does not stop the work: ruled to count, the form is opened', () => {
    const world = openWorld();
    const form = bringTo(world, 'agreed');
    replaceKey(world, 'clerk1', 'compromised');
    ruleAll(world, form);
    world.must('ro', opening(form));
    expect(stageIn(world, form)).toBe('open');
  });
});
