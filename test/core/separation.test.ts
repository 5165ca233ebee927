/** One pair of eyes is not two (LIFECYCLE §5): what a person who did one thing on a revision may still do on the same revision. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { openWorld, type World } from './world.ts';
import {
  accepting,
  bringTo,
  entry,
  formIn,
  HERE,
  opening,
  reopening,
  ruleAll,
  ruling,
  reading as sealReading,
  stageIn,
} from './world-forms.ts';
import { paper } from './world-papers.ts';
import { replaceKey } from './world-people.ts';

/** What was done first: brings a form so far, with the named person in that part. */
type Part = 'entry 1' | 'entry 2' | 'reading' | 'ruling' | 'opening';
const DONE_BY: Readonly<Record<Part, string>> = { 'entry 1': 'clerk1', 'entry 2': 'clerk2', reading: 'ro', ruling: 'ro', opening: 'ro' };

type Next = 'entry 2' | 'reading' | 'ruling' | 'opening' | 'accepting';

/** The table of LIFECYCLE §5; `role` where the person’s role has no row for it at all. */
const TABLE: readonly (readonly [done: Part, next: Next, outcome: 'allowed' | 'role' | string])[] = [
  ['entry 1', 'entry 2', 'R-ENTRY-SAME-PERSON'],
  ['entry 1', 'reading', 'R-READ-SAME-PERSON'],
  ['entry 1', 'ruling', 'R-ROLE'],
  ['entry 1', 'opening', 'allowed'],
  ['entry 1', 'accepting', 'R-ROLE'],
  ['entry 2', 'reading', 'R-READ-SAME-PERSON'],
  ['entry 2', 'ruling', 'R-ROLE'],
  ['entry 2', 'opening', 'allowed'],
  ['entry 2', 'accepting', 'R-ROLE'],
  ['reading', 'reading', 'R-READ-SAME-PERSON'],
  ['reading', 'ruling', 'R-RULE-SAME-PERSON'],
  ['reading', 'opening', 'allowed'],
  ['reading', 'accepting', 'R-ACCEPT-SAME-PERSON'],
  ['ruling', 'reading', 'R-READ-RULED'],
  ['ruling', 'ruling', 'allowed'],
  ['ruling', 'opening', 'allowed'],
  ['ruling', 'accepting', 'allowed'],
  ['opening', 'accepting', 'allowed'],
];

/** A paper on which line 3 is unreadable (it may be read or ruled on) and line 4 blank (it has to be ruled on). */
const FIGURES = { objected: 'unreadable', disputed: 'blank' } as const;

/** The form as it is when `next` is due and the person has done `done` on it, and nobody else more than needed. */
function formDue(world: World, done: Part, next: Next): string {
  if (next === 'entry 2') return bringTo(world, 'entered-once', { figures: FIGURES });
  if (done === 'entry 1' || done === 'entry 2') return formTyped(world, next);
  const form = bringTo(world, 'agreed', { figures: FIGURES });
  if (done === 'reading') world.must('ro', sealReading(world, form, { objected: 7 }));
  if (done === 'ruling') world.must('ro', ruling(world, form, 'F12'));
  return goOn(world, form, next, done === 'reading' ? 'dro' : 'ro');
}

function formTyped(world: World, next: Next): string {
  if (next === 'reading') return bringTo(world, 'differing', { figures: FIGURES });
  return goOn(world, bringTo(world, 'agreed', { figures: FIGURES }), next, 'dro');
}

function goOn(world: World, form: string, next: Next, ruler: string): string {
  if (next === 'opening' || next === 'accepting') ruleAll(world, form, ruler);
  if (next === 'accepting') world.must('ro', opening(form));
  return form;
}

function commandFor(world: World, form: string, next: Next): Command {
  const { stage } = formIn(world, form);
  switch (next) {
    case 'entry 2':
      return entry(form, paper(world.centre(), HERE));
    case 'reading':
      return sealReading(world, form, stage.stage === 'differing' ? { rejected: 2 } : { objected: 7 });
    case 'ruling':
      return ruling(world, form, 'F13');
    case 'opening':
      return opening(form);
    case 'accepting':
      return accepting(world, form);
  }
}

describe('who did one thing on a revision', () => {
  test.each(TABLE)('%s and then %s: %s', (done, next, outcome) => {
    const world = openWorld();
    const form = formDue(world, done, next);
    expect(world.tries(DONE_BY[done], commandFor(world, form, next))).toBe(outcome);
  });

  test('may not do the other under a new key either: separation is by person', () => {
    const world = openWorld();
    const form = bringTo(world, 'entered-once');
    replaceKey(world, 'clerk1');
    expect(world.tries('clerk1', entry(form, paper(world.centre(), HERE)))).toBe('R-ENTRY-SAME-PERSON');
  });

  test('may do it on a new revision that keeps none', () => {
    const world = openWorld();
    const form = bringTo(world, 'differing');
    world.must('ro', sealReading(world, form, { rejected: 2 }));
    world.must('ro', reopening(form, 'none'));
    world.must('clerk2', entry(form, paper(world.centre(), HERE)));
    world.must('clerk1', entry(form, paper(world.centre(), HERE)));
    world.must('ro', opening(form));
    expect(world.tries('ro', accepting(world, form))).toBe('allowed');
  });

  test('may not do it on a new revision that keeps the figures', () => {
    const world = openWorld();
    const form = bringTo(world, 'differing', { figures: FIGURES });
    world.must('ro', sealReading(world, form, { rejected: 2 }));
    ruleAll(world, form, 'dro');
    world.must('ro', opening(form));
    world.must('ro', reopening(form, 'figures'));
    expect(world.tries('ro', ruling(world, form, 'F12'))).toBe('R-RULE-SAME-PERSON');
    expect(world.tries('clerk1', sealReading(world, form, { objected: 7 }))).toBe('R-READ-SAME-PERSON');
    expect(world.tries('dro', sealReading(world, form, { objected: 7 }))).toBe('allowed');
  });

  test('may do it on another form', () => {
    const world = openWorld();
    const form = bringTo(world, 'differing');
    const other = bringTo(world, 'differing', { station: 'east1' });
    world.must('ro', sealReading(world, form, { rejected: 2 }));
    expect(world.tries('ro', sealReading(world, other, { rejected: 2 }))).toBe('allowed');
  });
});

describe('with two clerks and two officials', () => {
  test('a difference is read by an official, and the other rules and accepts', () => {
    const world = openWorld({}, ['clerk3', 'clerk4']);
    const form = bringTo(world, 'differing', { figures: FIGURES });
    world.must('dro', sealReading(world, form, { rejected: 9 }));
    ruleAll(world, form, 'ro');
    world.must('clerk1', opening(form));
    world.must('ro', accepting(world, form));
    expect(stageIn(world, form)).toBe('accepted');
  });

  test('a form that everybody has typed on is still not lost: a restart lets them begin again', () => {
    const world = openWorld({}, ['clerk3', 'clerk4']);
    const form = bringTo(world, 'differing');
    world.must('ro', sealReading(world, form, { rejected: 4 }));
    world.must('dro', sealReading(world, form, { rejected: 5 }));
    expect(stageIn(world, form)).toBe('differing');
    world.must('dro', reopening(form, 'none'));
    world.must('clerk1', entry(form, paper(world.centre(), HERE)));
    world.must('clerk2', entry(form, paper(world.centre(), HERE)));
    world.must('ro', opening(form));
    expect(world.tries('dro', accepting(world, form))).toBe('allowed');
  });
});
