/** A clock that a rehearsal moves by hand, so that a night with all its waits passes in a minute. It never jumps: both hands move. */
import type { Clock } from '../office/clock.ts';

export interface SimulatedClock extends Clock {
  advance(milliseconds: number): void;
  advanceMinutes(minutes: number): void;
}

export function simulatedClock(start: string): SimulatedClock {
  const began = Date.parse(start);
  let passed = 0;
  return {
    now: () => began + passed,
    running: () => passed,
    advance: (milliseconds) => {
      passed += Math.round(milliseconds);
    },
    advanceMinutes: (minutes) => {
      passed += minutes * 60_000;
    },
  };
}
