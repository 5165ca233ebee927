/**
 * A form that was opened as one to be disregarded, and then another turnout is recorded: agents answered that it does not count, so
 * it may not silently count. It waits, whichever stage it is in, until it is reopened and everybody is asked again.
 */
import { describe, expect, test } from 'vitest';
import { dispositionOf, isOvertaken } from '../../core/lifecycle.ts';
import { dispositionOfResult } from '../../core/summary.ts';
import { outstandingOf } from '../../core/views/declare-outstanding.ts';
import { workOf } from '../../core/views/queues.ts';
import { correctDiary, openedAsDisregarded, overCast } from './refusals-rulings.ts';
import { signIn } from './world.ts';
import { accept, accepting, formIn, HERE, opening, receive, reopening, ruleAll, ruling, signing, stageIn, turnout } from './world-forms.ts';
import { declaredIn, declareReady, fill, makeReady, readyIn } from './world-summary.ts';

const DISREGARD = { ruling: 'disregard', ground: 'c' } as const;

describe('an open form whose ruling to disregard has lapsed', () => {
  test('is still shown as disregarded: nothing an agent sees turns over by itself', () => {
    const { world, form } = openedAsDisregarded();
    correctDiary(world);
    expect(dispositionOf(world.centre(), formIn(world, form))).toBe('disregarded');
    expect(isOvertaken(world.centre(), formIn(world, form))).toBe(true);
  });

  test('waits for the officials who accept, not for another ruling', () => {
    const { world, form } = openedAsDisregarded();
    correctDiary(world, 70);
    expect(workOf(world.centre(), formIn(world, form))).toBe('acceptance');
  });

  test('counts after all, once it is reopened with its figures and agents have answered that', () => {
    const { world, form } = openedAsDisregarded();
    signIn(world, 'red');
    world.must('red', signing(world, form));
    correctDiary(world);
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', opening(form));
    expect(world.tries('ro', accepting(world, form))).toBe('R-OUTCOME-MISSING');
    world.must('red', signing(world, form));
    world.must('ro', accepting(world, form));
    expect(formIn(world, form)).toMatchObject({ revision: 2, stage: { disposition: 'counted' } });
  });

  test('may be disregarded again, for what the new turnout says', () => {
    const { world, form } = openedAsDisregarded();
    correctDiary(world, 70);
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', ruling(world, form, 'F06', DISREGARD));
    world.must('ro', opening(form));
    world.must('ro', accepting(world, form));
    expect(formIn(world, form).stage).toMatchObject({ disposition: 'disregarded' });
  });
});

describe('an accepted form whose ruling to disregard has lapsed', () => {
  test('stays disregarded, and its summary cannot be made until it was reopened', () => {
    const { world, form } = openedAsDisregarded();
    accept(world, form);
    correctDiary(world);
    expect(dispositionOfResult(world.centre(), HERE.contest, HERE.station).disposition).toBe('disregarded');
    expect(workOf(world.centre(), formIn(world, form))).toBe('acceptance');
    world.must('ro', reopening(form, 'figures'));
    world.must('ro', opening(form));
    accept(world, form);
    makeReady(world);
    expect(readyIn(world).content).toMatchObject({ disregarded: [], stationCounts: { counted: 4, disregarded: 0 } });
  });

  test('is listed as what the summary waits for, so that an official finds it', () => {
    const { world, form } = openedAsDisregarded();
    accept(world, form);
    fill(world);
    expect(outstandingOf(world.centre(), HERE.contest)).toEqual([]);
    correctDiary(world);
    expect(outstandingOf(world.centre(), HERE.contest)).toMatchObject([{ form, kind: 'acceptance', isClosable: false }]);
  });

  test('stands as it was declared, whatever is recorded afterwards', () => {
    const { world, form } = openedAsDisregarded();
    accept(world, form);
    makeReady(world);
    declareReady(world);
    const before = declaredIn(world);
    correctDiary(world);
    expect(declaredIn(world)).toBe(before);
    expect(before.content.disregarded).toMatchObject([{ station: 'west1', ground: ['c'] }]);
    expect(stageIn(world, form)).toBe('accepted');
  });
});

describe('a form that is to be counted', () => {
  test('is not overtaken by what arises later: that is ruled, and the answers stand', () => {
    const { world, form } = overCast();
    world.must('ro', ruling(world, form, 'F06'));
    world.must('ro', opening(form));
    correctDiary(world, 70);
    receive(world);
    expect(isOvertaken(world.centre(), formIn(world, form))).toBe(false);
    ruleAll(world, form);
    expect(world.tries('ro', accepting(world, form))).toBe('allowed');
  });

  test('is not overtaken where the finding it was counted in spite of is gone', () => {
    const { world, form } = overCast();
    world.must('ro', ruling(world, form, 'F06'));
    world.must('ro', opening(form));
    correctDiary(world, 300);
    expect(world.tries('ro', accepting(world, form))).toBe('allowed');
  });

  test('is not overtaken by a ruling to disregard that had lapsed before it was opened', () => {
    const { world, form } = overCast();
    world.must('ro', ruling(world, form, 'F06', DISREGARD));
    correctDiary(world);
    world.must('ro', opening(form));
    world.must('ro', accepting(world, form));
    expect(formIn(world, form).stage).toMatchObject({ disposition: 'counted' });
    world.must('ro', turnout('west1', 250, 'tablet'));
    expect(isOvertaken(world.centre(), formIn(world, form))).toBe(false);
  });
});
