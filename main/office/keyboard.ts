/**
 * The keyboard: at most one person is unlocked, by passphrase; whoever leaves is locked out of it by the clock. Failures are acts,
 * and five in a row shut the person out for a while.
 */
import { isLockedOut } from '../../core/centre.ts';
import type { Command } from '../../core/decide.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Desk } from './desk.ts';
import { openKey } from './enrolment.ts';
import type { Appended } from './ledger.ts';
import { type IdleMinutes, type LockCause, openSession, type Session } from './session.ts';
import { judgeTotals } from './totals.ts';

export interface Keyboard {
  unlock(person: string, passphrase: string): Promise<Result<{ readonly person: string }>>;
  lock(cause?: LockCause): void;
  unlocked(): string | undefined;
  tick(): void;
  perform(commands: readonly Command[], id?: string): Result<Appended>;
}

export function openKeyboard(desk: Desk, idle?: IdleMinutes): Keyboard {
  const { ledger, clock, note } = desk;
  let session: Session | undefined;

  const lock: Keyboard['lock'] = (cause = 'person') => {
    if (session === undefined) return;
    const { person } = session.by;
    session.wipe();
    session = undefined;
    note({ kind: 'session-locked', body: { person, cause } });
  };
  const tick = () => {
    if (session?.isIdle(clock.now())) lock('idle');
  };
  const unlock: Keyboard['unlock'] = async (person, passphrase) => {
    lock('switch');
    if (desk.isReadOnly) return refuse('R-READ-ONLY');
    const known = ledger.centre().people.get(person);
    if (known === undefined) return refuse('R-ROLE', `${person} is not admitted`);
    const barred = () => isLockedOut(ledger.centre(), person, desk.now());
    const lockedOut = () => refuse('R-LOCKED-OUT', ledger.centre().lockouts.get(person)?.until);
    if (barred()) return lockedOut();
    const opened = await openKey(desk, known.key, passphrase);
    // Guesses made at the same time count as if made one after the other.
    if (barred()) {
      if (opened.ok) opened.value.seed.fill(0);
      return lockedOut();
    }
    if (!opened.ok) return opened.refusal.code === 'R-PASSPHRASE-WRONG' ? noteFailure(desk, person) : opened;
    // Somebody else may have unlocked while the passphrase was worked on.
    lock('switch');
    const entered = note({ kind: 'session-unlocked', body: { person } });
    if (!entered.ok) opened.value.seed.fill(0);
    if (!entered.ok) return entered;
    session = openSession({ person, role: known.role, key: known.key }, opened.value.seed, clock.now(), idle);
    return ok({ person });
  };
  const perform: Keyboard['perform'] = (commands, id) => {
    tick();
    if (session === undefined) return refuse('R-NOT-UNLOCKED');
    session.touch(clock.now());
    return judgeTotals(desk, commands) ?? desk.say(session.voice, commands, id);
  };
  return { unlock, lock, unlocked: () => session?.by.person, tick, perform };
}

function noteFailure({ ledger, note }: Desk, person: string): Result<never> {
  const failures = (ledger.centre().lockouts.get(person)?.failures ?? 0) + 1;
  const noted = note({ kind: 'unlock-failed', body: { person, failures } });
  return noted.ok ? refuse('R-PASSPHRASE-WRONG', person) : noted;
}
