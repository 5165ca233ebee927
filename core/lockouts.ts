/**
 * Lock-outs (LIFECYCLE §5): whoever fails five times in a row to unlock waits, longer with each further failure, and never so long
 * that somebody could be shut out for the night. Neither setting the machine's clock nor starting the program again makes the wait
 * any shorter.
 */
import type { Act, ActOf } from './acts.ts';
import { type Centre, touch } from './state.ts';

export const FAILURES_BEFORE_LOCKOUT = 5;
const FIRST_LOCKOUT_SECONDS = 15;
const LONGEST_LOCKOUT_SECONDS = 480;

export function isLockedOut(centre: Centre, person: string, now: string): boolean {
  const lockout = centre.lockouts.get(person);
  return lockout !== undefined && now < lockout.until;
}

/** Five failures in a row lock a person out for 15 s, doubling with each further failure, at most 8 min. */
export function recordFailure(centre: Centre, act: ActOf<'unlock-failed'>): Centre {
  const { person } = act.body;
  const failures = (centre.lockouts.get(person)?.failures ?? 0) + 1;
  return {
    ...centre,
    lockouts: centre.lockouts.set(person, { failures, until: waitFrom(act.at, failures) }),
    touched: [touch('person', person)],
  };
}

function waitFrom(at: string, failures: number): string {
  if (failures < FAILURES_BEFORE_LOCKOUT) return at;
  return later(at, 1000 * Math.min(FIRST_LOCKOUT_SECONDS * 2 ** (failures - FAILURES_BEFORE_LOCKOUT), LONGEST_LOCKOUT_SECONDS));
}

/** Whoever was to wait waits as long as before by the clock that was set, and a wait that was over stays over. */
export function movedLockouts(centre: Centre, { from, to }: ActOf<'clock-jumped'>['body']): Centre['lockouts'] {
  const jump = Date.parse(to) - Date.parse(from);
  return centre.lockouts.map((lockout) => {
    const until = lockout.until > from ? later(lockout.until, jump) : earlier(lockout.until, to);
    return { ...lockout, until };
  });
}

/**
 * How long the program was closed is known from the machine's clock alone, which may have been set meanwhile: each wait of a person
 * who has not unlocked since begins anew.
 */
export function restartedLockouts(centre: Centre, { at }: Act): Centre['lockouts'] {
  return centre.lockouts.map((lockout) => ({ ...lockout, until: waitFrom(at, lockout.failures) }));
}

function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
