/**
 * The office's clock, injected so that a rehearsal can let a night pass in a minute. Wall time says when; running time, which
 * nobody can set, says whether somebody set the wall clock.
 */
export interface Clock {
  /** Milliseconds since 1970 by the wall clock. */
  now(): number;
  /** Milliseconds since some moment, never set back. */
  running(): number;
}

export const systemClock: Clock = { now: () => Date.now(), running: () => performance.now() };

/** How far wall and running time may drift apart before it counts as a jump. */
const DRIFT_MILLISECONDS = 30_000;

/** Tells the time, and whether the wall clock jumped since it was last asked. */
export interface Watch {
  read(): { readonly at: string; readonly jumpedFrom?: string };
}

/** `last` is the journal's latest time: a clock behind it has been set back, even across a restart. */
export function watch(clock: Clock, last: () => string): Watch {
  let wall = clock.now();
  let running = clock.running();
  return {
    read: () => {
      const expected = wall + (clock.running() - running);
      wall = clock.now();
      running = clock.running();
      const at = iso(wall);
      if (at < last()) return { at, jumpedFrom: last() };
      return Math.abs(wall - expected) > DRIFT_MILLISECONDS ? { at, jumpedFrom: iso(expected) } : { at };
    },
  };
}

function iso(milliseconds: number): string {
  return new Date(Math.round(milliseconds)).toISOString();
}
