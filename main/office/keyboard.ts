/**
 * The keyboard: at most one person is unlocked, by passphrase, or an agent by the session PIN; whoever leaves is locked out of it by
 * the clock. Failures are acts, and five in a row shut the person out for a while.
 */
import type { Command } from '../../core/decide.ts';
import { isLockedOut } from '../../core/lockouts.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../core/result.ts';
import type { OpenedKeyFile } from '../../db/key-file.ts';
import type { Desk } from './desk.ts';
import { openKey } from './enrolment.ts';
import type { Appended } from './ledger.ts';
import { openPins } from './pin.ts';
import { type IdleMinutes, type LockCause, openSession, type Session } from './session.ts';
import { judgeAtKeyboard } from './standing.ts';
import { judgeTotals } from './totals.ts';

export interface Keyboard {
  unlock(person: string, passphrase: string): Promise<Result<{ readonly person: string }>>;
  /** Gives the agent at the keyboard a session PIN of six digits. Refuses R-ROLE, R-NOT-IN-ATTENDANCE and R-PIN-WEAK. */
  setPin(pin: string): Result<undefined>;
  /** As `unlock`; refuses R-PIN-NOT-SET where there is none, or no longer. A wrong one counts as a wrong passphrase does. */
  unlockWithPin(person: string, pin: string): Promise<Result<{ readonly person: string }>>;
  hasPin(person: string): boolean;
  lock(cause?: LockCause): void;
  /** As when the person leaves, and every session PIN is forgotten: what is written to disk while a machine sleeps holds none. */
  sleep(): void;
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
  /** How often the keyboard was locked otherwise than for the next person: a key that was asked for before that is not handed out. */
  let lockings = 0;
  let isOver = false;

  const lock: Keyboard['lock'] = (cause = 'person') => {
    if (cause === 'quit') pins.wipeAll();
    if (cause === 'quit') isOver = true;
    if (cause !== 'switch') lockings += 1;
    if (session === undefined) return;
    const { person } = session.by;
    session.wipe();
    session = undefined;
    note({ kind: 'session-locked', body: { person, cause } });
  };
  const sleep = () => {
    pins.wipeAll();
    lock('idle');
  };
  const tick = () => {
    if (session === undefined) return;
    if (session.isIdle()) lock('idle');
    else if (judgeAtKeyboard(ledger.centre(), session.by.person, session.by.key) !== undefined) lock('switch');
  };
  const touch = () => {
    tick();
    session?.touch();
  };
  const unlockBy = async (person: string, open: (keyId: string) => Promise<Result<OpenedKeyFile>>): ReturnType<Keyboard['unlock']> => {
    lock('switch');
    if (desk.isReadOnly) return refuse('R-READ-ONLY');
    const settled = desk.settledTime();
    if (!settled.ok) return settled;
    const known = ledger.centre().people.get(person);
    if (known === undefined) return refuse('R-ROLE', `${person} is not admitted`);
    const { key, role } = known;
    const barred = () => judgeBarred(desk, person, key);
    const before = barred();
    if (before !== undefined) return { ok: false, refusal: before };
    const since = lockings;
    const opened = await open(key);
    const refused = isOver ? refusal('R-NOT-UNLOCKED') : (barred() ?? judgeOpened(desk, person, opened));
    // Guesses made at the same time count as if made one after the other; whoever locked the keyboard meanwhile meant it.
    if (refused !== undefined || !opened.ok || lockings !== since) {
      if (opened.ok) opened.value.seed.fill(0);
      return { ok: false, refusal: refused ?? refusal('R-NOT-UNLOCKED') };
    }
    // Somebody else may have unlocked while the key was worked on.
    lock('switch');
    const entered = note({ kind: 'session-unlocked', body: { person } });
    if (!entered.ok) opened.value.seed.fill(0);
    if (!entered.ok) return entered;
    session = openSession({ person, role, key }, opened.value.seed, clock, idle);
    return ok({ person });
  };
  const perform: Keyboard['perform'] = (commands, id) => {
    touch();
    if (session === undefined) return refuse('R-NOT-UNLOCKED');
    const said = judgeTotals(desk, commands) ?? desk.say(session.voice, commands, { id });
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
    sleep,
    unlocked: () => session?.by.person,
    tick,
    touch,
    perform,
  };
}

/** Who has to wait, and whose key is not that person's any more. */
function judgeBarred(desk: Desk, person: string, key: string): Refusal | undefined {
  const centre = desk.ledger.centre();
  if (isLockedOut(centre, person, desk.now())) return refusal('R-LOCKED-OUT', centre.lockouts.get(person)?.until);
  return judgeAtKeyboard(centre, person, key);
}

/** A wrong passphrase is an act of the device; with anything else that hinders, nobody guessed. */
function judgeOpened({ ledger, note }: Desk, person: string, opened: Result<OpenedKeyFile>): Refusal | undefined {
  if (opened.ok) return undefined;
  if (opened.refusal.code !== 'R-PASSPHRASE-WRONG') return opened.refusal;
  const failures = (ledger.centre().lockouts.get(person)?.failures ?? 0) + 1;
  const noted = note({ kind: 'unlock-failed', body: { person, failures } });
  return noted.ok ? refusal('R-PASSPHRASE-WRONG', person) : noted.refusal;
}
