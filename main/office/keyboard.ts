/**
 * The keyboard: at most one person is unlocked, by passphrase, or an agent by the session PIN; whoever leaves is locked out of it by
 * the clock. Failures are acts, and five in a row shut the person out for a while.
 */
import { isLockedOut } from '../../core/centre.ts';
import type { Command } from '../../core/decide.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { OpenedKeyFile } from '../../db/key-file.ts';
import type { Desk } from './desk.ts';
import { openKey } from './enrolment.ts';
import type { Appended } from './ledger.ts';
import { openPins } from './pin.ts';
import { type IdleMinutes, type LockCause, openSession, type Session } from './session.ts';
import { judgeTotals } from './totals.ts';

export interface Keyboard {
  unlock(person: string, passphrase: string): Promise<Result<{ readonly person: string }>>;
  /** Gives the agent at the keyboard a session PIN of six digits. Refuses R-ROLE, R-NOT-IN-ATTENDANCE and R-PIN-WEAK. */
  setPin(pin: string): Result<undefined>;
  /** As `unlock`; refuses R-PIN-NOT-SET where there is none, or no longer. A wrong one counts as a wrong passphrase does. */
  unlockWithPin(person: string, pin: string): Promise<Result<{ readonly person: string }>>;
  hasPin(person: string): boolean;
  lock(cause?: LockCause): void;
  unlocked(): string | undefined;
  tick(): void;
  /** Notes that the person at the keyboard is at work without a command yet: whoever types a form is not idle. */
  touch(): void;
  perform(commands: readonly Command[], id?: string): Result<Appended>;
}

export function openKeyboard(desk: Desk, idle?: IdleMinutes): Keyboard {
  const { ledger, clock, note } = desk;
  const pins = openPins(desk);
  let session: Session | undefined;

  const lock: Keyboard['lock'] = (cause = 'person') => {
    if (cause === 'quit') pins.wipeAll();
    if (session === undefined) return;
    const { person } = session.by;
    session.wipe();
    session = undefined;
    note({ kind: 'session-locked', body: { person, cause } });
  };
  const tick = () => {
    if (session?.isIdle(clock.now())) lock('idle');
  };
  const touch = () => {
    tick();
    session?.touch(clock.now());
  };
  const unlockBy = async (person: string, open: (keyId: string) => Promise<Result<OpenedKeyFile>>): ReturnType<Keyboard['unlock']> => {
    lock('switch');
    if (desk.isReadOnly) return refuse('R-READ-ONLY');
    const known = ledger.centre().people.get(person);
    if (known === undefined) return refuse('R-ROLE', `${person} is not admitted`);
    const barred = () => isLockedOut(ledger.centre(), person, desk.now());
    const lockedOut = () => refuse('R-LOCKED-OUT', ledger.centre().lockouts.get(person)?.until);
    if (barred()) return lockedOut();
    const opened = await open(known.key);
    // Guesses made at the same time count as if made one after the other.
    if (barred()) {
      if (opened.ok) opened.value.seed.fill(0);
      return lockedOut();
    }
    if (!opened.ok) return opened.refusal.code === 'R-PASSPHRASE-WRONG' ? noteFailure(desk, person) : opened;
    // Somebody else may have unlocked while the key was worked on.
    lock('switch');
    const entered = note({ kind: 'session-unlocked', body: { person } });
    if (!entered.ok) opened.value.seed.fill(0);
    if (!entered.ok) return entered;
    session = openSession({ person, role: known.role, key: known.key }, opened.value.seed, clock.now(), idle);
    return ok({ person });
  };
  const perform: Keyboard['perform'] = (commands, id) => {
    touch();
    if (session === undefined) return refuse('R-NOT-UNLOCKED');
    const said = judgeTotals(desk, commands) ?? desk.say(session.voice, commands, id);
    pins.sweep();
    return said;
  };
  const setPin: Keyboard['setPin'] = (pin) => {
    touch();
    if (session === undefined) return refuse('R-NOT-UNLOCKED');
    return pins.set(session, pin);
  };
  return {
    unlock: (person, passphrase) => unlockBy(person, (keyId) => openKey(desk, keyId, passphrase)),
    unlockWithPin: (person, pin) => unlockBy(person, () => pins.open(person, pin)),
    setPin,
    hasPin: pins.has,
    lock,
    unlocked: () => session?.by.person,
    tick,
    touch,
    perform,
  };
}

function noteFailure({ ledger, note }: Desk, person: string): Result<never> {
  const failures = (ledger.centre().lockouts.get(person)?.failures ?? 0) + 1;
  const noted = note({ kind: 'unlock-failed', body: { person, failures } });
  return noted.ok ? refuse('R-PASSPHRASE-WRONG', person) : noted;
}
