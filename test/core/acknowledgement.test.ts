/** The national centre's acknowledgement stands beside the version that it names, and changes nothing. */
import { expect, test } from 'vitest';
import { acknowledgementsOf } from '../../core/acknowledged.ts';
import { declaredView } from '../../core/views/declare-versions.ts';
import { openWorld } from './world.ts';
import { acknowledging, correct, declare, declaredIn, declareReady, makeReady } from './world-summary.ts';

const WARD = 'west-ward';

test('an acknowledgement is shown beside its version, also after that was superseded, and beside no other', () => {
  const world = openWorld();
  declare(world, WARD);
  const before = declaredIn(world, WARD);
  world.must('dro', acknowledging(world, WARD));
  expect(declaredIn(world, WARD)).toEqual(before);
  const shown = [{ by: 'National tallying centre', at: world.now() }];
  expect(declaredView(world.centre(), before).acknowledged).toEqual(shown);
  correct(world, ['west1'], WARD);
  makeReady(world, WARD);
  declareReady(world, WARD);
  expect(declaredView(world.centre(), before).acknowledged).toEqual(shown);
  expect(declaredView(world.centre(), declaredIn(world, WARD)).acknowledged).toEqual([]);
  expect(acknowledgementsOf(world.centre(), 'president', 1)).toEqual([]);
});
