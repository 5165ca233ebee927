/**
 * The clock of an evening that is played ahead of a newcomer: it begins some time ago, is moved by hand while the evening is played,
 * and shows the true time from then on. Both its hands move together, so that nobody seems to have set the clock.
 */
import type { Clock } from '../office/clock.ts';
import type { SimulatedClock } from '../rehearse/simulated-clock.ts';

export interface EveningClock extends SimulatedClock {
  /** From here on it is the true clock. */
  catchUp(): void;
}

/** Never ahead of the true clock: what is done later on that clock must not seem earlier. */
export function eveningClock(clock: Clock, minutesAgo: number): EveningClock {
  let behind = minutesAgo * 60_000;
  const advance = (milliseconds: number) => {
    behind = Math.max(0, behind - milliseconds);
  };
  return {
    now: () => clock.now() - behind,
    running: () => clock.running() - behind,
    advance,
    advanceMinutes: (minutes) => advance(minutes * 60_000),
    catchUp: () => advance(behind),
  };
}
