/** Locking out (LIFECYCLE §5): it slows down whoever guesses, and cannot be used to shut somebody out for the night. */
import { describe, expect, test } from 'vitest';
import { openWorld, type World } from './world.ts';
import { NOTE } from './world-centre.ts';
import { failToUnlock, jumpClock } from './world-people.ts';

const CLEAR = { kind: 'lockout-cleared', body: { person: 'ro' } } as const;

/** Seconds until the officer may speak again, by asking every second. */
function secondsShut(world: World): number {
  const later = world.fork();
  for (let seconds = 0; ; seconds += 1) {
    if (later.tries('ro', NOTE) !== 'R-LOCKED-OUT') return seconds;
    later.wait(1 / 60);
  }
}

describe('wrong passphrases', () => {
  test('do nothing four times, then shut out for 15 seconds, doubling, and never longer than 8 minutes', () => {
    const shut = [1, 4, 5, 6, 7, 8, 9, 10, 11, 30].map((failures) => {
      const world = openWorld();
      failToUnlock(world, 'ro', failures);
      return secondsShut(world);
    });
    expect(shut).toEqual([0, 0, 15, 30, 60, 120, 240, 480, 480, 480]);
  });

  test('are forgotten when the right one comes', () => {
    const world = openWorld();
    failToUnlock(world, 'ro', 4);
    world.must('device', { kind: 'session-unlocked', body: { person: 'ro' } });
    failToUnlock(world, 'ro', 4);
    expect(secondsShut(world)).toBe(0);
  });

  test('are not forgotten by waiting: the next one shuts out for longer', () => {
    const world = openWorld();
    failToUnlock(world, 'ro', 5);
    world.wait(10);
    failToUnlock(world, 'ro', 1);
    expect(secondsShut(world)).toBe(30);
  });

  test('are counted for each person', () => {
    const world = openWorld();
    failToUnlock(world, 'clerk1', 10);
    expect(secondsShut(world)).toBe(0);
  });
});

describe('a lock-out', () => {
  test('is ended early by another official, and by nobody else', () => {
    const world = openWorld();
    failToUnlock(world, 'ro', 10);
    expect(world.tries('clerk1', CLEAR)).toBe('R-ROLE');
    expect(world.tries('ro', CLEAR)).toBe('R-LOCKED-OUT');
    world.must('dro', CLEAR);
    expect(secondsShut(world)).toBe(0);
  });

  test('is not prolonged beyond the longest by a clock that is set back', () => {
    const world = openWorld();
    failToUnlock(world, 'ro', 30);
    jumpClock(world, -600);
    expect(secondsShut(world)).toBe(480);
    failToUnlock(world, 'clerk1', 5);
    expect(world.tries('clerk1', NOTE)).toBe('R-LOCKED-OUT');
  });

  test.each([9, 60, 24 * 60])('is not passed by a clock that is set %i minutes forward, nor is it prolonged', (minutes) => {
    const world = openWorld();
    failToUnlock(world, 'ro', 7);
    jumpClock(world, minutes);
    expect(secondsShut(world)).toBe(60);
  });

  test('that is over stays over when the clock is set back to before it', () => {
    const world = openWorld();
    failToUnlock(world, 'ro', 7);
    world.wait(300);
    jumpClock(world, -290);
    expect(secondsShut(world)).toBe(0);
  });

  test('begins anew when the program is started again, however long it is said to have been closed', () => {
    const world = openWorld();
    failToUnlock(world, 'ro', 7);
    failToUnlock(world, 'clerk1', 4);
    world.wait(600);
    world.must('device', { kind: 'app-started', body: { version: '1.0.0', digest: 'a'.repeat(64) } });
    expect(secondsShut(world)).toBe(60);
    expect(world.tries('clerk1', NOTE)).not.toBe('R-LOCKED-OUT');
    world.must('dro', CLEAR);
    expect(secondsShut(world)).toBe(0);
  });

  test('keeps an agent in the hall', () => {
    const world = openWorld();
    world.must('red', { kind: 'agent-signed-in', body: {} });
    failToUnlock(world, 'red', 6);
    expect(world.centre().stays.get('red')).toHaveLength(1);
    expect(world.centre().stays.get('red')?.[0]?.to).toBeUndefined();
  });
});
