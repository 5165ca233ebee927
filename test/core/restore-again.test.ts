/** The machine that took over is lost as well, before two officials have signed for it: the restore to the next one takes its place. */
import { describe, expect, test } from 'vitest';
import { openWorld } from './world.ts';
import { confirming, NOTE, restoring } from './world-centre.ts';

function lostTwice() {
  const world = openWorld();
  const first = world.must('ro', restoring(world, 'second machine'));
  const second = world.must('dro', restoring(world, 'third machine'));
  return { world, first, second };
}

describe('a restore whose machine was lost before it was confirmed', () => {
  test('does not bar the restore to another machine, and can itself not be confirmed any more', () => {
    const { world, first, second } = lostTwice();
    expect([...world.centre().proposals.keys()]).toEqual([second.digest]);
    expect(world.tries('ro', confirming(first.digest))).not.toBe('allowed');
    world.must('ro', confirming(second.digest));
    expect(world.centre().restoring).toBeUndefined();
    expect(world.centre().epoch).toBe(3);
    world.must('ro', NOTE);
  });

  test('what was touched names the machine and both proposals, so that the tables follow', () => {
    const { world, first, second } = lostTwice();
    expect(world.centre().touched).toEqual(
      expect.arrayContaining([
        { what: 'centre', id: 'centre' },
        { what: 'proposal', id: first.digest },
        { what: 'proposal', id: second.digest },
      ]),
    );
  });

  test('the same machine is proposed once only', () => {
    const world = openWorld();
    world.must('ro', restoring(world, 'second machine'));
    expect(world.tries('dro', restoring(world, 'second machine'))).toBe('R-PROPOSAL-PENDING');
  });
});
