/** Which forms agents must look at again: only those that are open anew after somebody had answered, and never how anybody answered. */
import { expect, test } from 'vitest';
import { formsAgain } from '../../../core/views/look-again.ts';
import { openWorld, signIn, type World } from '../world.ts';
import { bringTo, OBJECT, opening, reopening, signing } from '../world-forms.ts';

/** Red has objected on revision 1, and the form is open again as revision 2. */
function revised(): { readonly world: World; readonly form: string } {
  const world = openWorld();
  signIn(world, 'red', 'blue');
  const form = bringTo(world, 'open');
  world.must('red', signing(world, form, OBJECT));
  world.must('ro', reopening(form, 'figures'));
  return { world, form };
}

test('a form that was answered and is open anew waits for everybody again', () => {
  const { world, form } = revised();
  expect(formsAgain(world.centre())).toEqual([]);
  world.must('clerk1', opening(form));
  expect(formsAgain(world.centre())).toMatchObject([{ form, revision: 2, asked: 2, answered: 0, owes: [{ id: 'red' }, { id: 'blue' }] }]);
  expect(JSON.stringify(formsAgain(world.centre()))).not.toContain('object');
});

test('whoever has answered the new revision is gone from it, and the form with the last of them', () => {
  const { world, form } = revised();
  world.must('clerk1', opening(form));
  world.must('blue', signing(world, form));
  expect(formsAgain(world.centre())).toMatchObject([{ answered: 1, owes: [{ id: 'red' }] }]);
  world.must('red', signing(world, form));
  expect(formsAgain(world.centre())).toEqual([]);
});

test('a form that nobody had answered, and one that is open for the first time, are not among them', () => {
  const world = openWorld();
  signIn(world, 'red');
  const form = bringTo(world, 'open');
  bringTo(world, 'open', { station: 'east1' });
  world.must('ro', reopening(form, 'figures'));
  world.must('clerk1', opening(form));
  expect(formsAgain(world.centre())).toEqual([]);
});
