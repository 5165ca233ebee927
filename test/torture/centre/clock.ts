/** The clock of a tormented centre: both hands are moved as the deeds need it, and somebody may set the wall clock. */
import type { Clock } from '../../../main/office/clock.ts';

export interface TornClock extends Clock {
  /** Time passes. */
  pass(milliseconds: number): void;
  /** Somebody sets the wall clock, forward or back. */
  set(milliseconds: number): void;
}

export function tornClock(start: string): TornClock {
  let running = 0;
  let wall = Date.parse(start);
  return {
    now: () => wall,
    running: () => running,
    pass: (milliseconds) => {
      running += milliseconds;
      wall += milliseconds;
    },
    set: (milliseconds) => {
      wall += milliseconds;
    },
  };
}
