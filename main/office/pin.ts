/**
 * The session PIN: six digits instead of five words, for an agent who has already unlocked with the passphrase this evening and
 * stays in the hall. It lives in this process's memory only. It is gone as soon as the agent signs out or is sent out, has another
 * key or no accreditation, after five wrong guesses, and when the program ends.
 *
 * What is kept is the agent's secret in a key file of its own, sealed under the PIN instead of the passphrase (`db/key-file.ts`):
 * nobody can take it out of the process's memory, or guess it at the keyboard, more cheaply than the scrypt cost below allows.
 */
import { isInAttendance, staysOf } from '../../core/attendance.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import { type OpenedKeyFile, openKeyFile, sealKeyFile } from '../../db/key-file.ts';
import type { Desk } from './desk.ts';
import type { Session } from './session.ts';

/** scrypt's N: a tenth of a second, so that switching persons stays quick. */
const COST = 2 ** 15;
const GUESSES = 5;
const SIX_DIGITS = /^[0-9]{6}$/;

export interface Pins {
  /** Sets the PIN of the person at the keyboard, in place of an earlier one. */
  set(session: Session, pin: string): Result<undefined>;
  has(person: string): boolean;
  /** The person's key. Refuses R-PIN-NOT-SET, and R-PASSPHRASE-WRONG for a wrong PIN. */
  open(person: string, pin: string): Promise<Result<OpenedKeyFile>>;
  /** Wipes every PIN that may no longer be used; to be called after every act. */
  sweep(): void;
  wipeAll(): void;
}

interface Kept {
  /** Which stay in the hall it was set in, and for which key: it serves no other. */
  readonly stay: number;
  readonly key: string;
  readonly sealed: Promise<Uint8Array>;
  failures: number;
}

export function openPins({ ledger, random }: Pick<Desk, 'ledger' | 'random'>): Pins {
  const kept = new Map<string, Kept>();
  const wipe = (person: string) => {
    void kept.get(person)?.sealed.then((bytes) => bytes.fill(0));
    kept.delete(person);
  };
  const sweep = () => {
    for (const [person, pin] of kept) if (!mayServe(ledger.centre(), person, pin)) wipe(person);
  };
  const current = (person: string) => {
    sweep();
    return kept.get(person);
  };
  const set: Pins['set'] = (session, pin) => {
    const refused = judgeSetting(ledger.centre(), session, pin);
    if (refused !== undefined) return { ok: false, refusal: refused };
    const { person, key } = session.by;
    wipe(person);
    kept.set(person, { stay: stayOf(ledger.centre(), person), key, sealed: seal(session, pin, ledger.centre(), random), failures: 0 });
    return ok(undefined);
  };
  const open: Pins['open'] = async (person, pin) => {
    const entry = current(person);
    if (entry === undefined) return refuse('R-PIN-NOT-SET', person);
    const opened = await openKeyFile(await entry.sealed, pin);
    // Guesses made at the same time count one after the other; what was wiped meanwhile opens nothing.
    if (current(person) !== entry) {
      if (opened.ok) opened.value.seed.fill(0);
      return refuse('R-PIN-NOT-SET', person);
    }
    entry.failures = opened.ok ? 0 : entry.failures + 1;
    if (entry.failures >= GUESSES) wipe(person);
    return opened;
  };
  return {
    set,
    has: (person) => current(person) !== undefined,
    open,
    sweep,
    wipeAll: () => [...kept.keys()].forEach(wipe),
  };
}

function judgeSetting(centre: Centre, { by }: Session, pin: string): Refusal | undefined {
  if (by.role !== 'agent') return refusal('R-ROLE', by.person);
  const person = centre.people.get(by.person);
  if (person?.key !== by.key) return refusal('R-KEY-REVOKED', by.person);
  if (person.accreditation !== 'active') return refusal('R-NOT-ACCREDITED', by.person);
  if (!isInAttendance(centre, by.person)) return refusal('R-NOT-IN-ATTENDANCE', by.person);
  return isWeak(pin) ? refusal('R-PIN-WEAK') : undefined;
}

/** Anything but six digits, six equal ones, and a run up or down the keys, also across 9 and 0. */
function isWeak(pin: string): boolean {
  if (!SIX_DIGITS.test(pin)) return true;
  const digits = [...pin].map(Number);
  const isRun = (step: number) => digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + step) % 10);
  return isRun(0) || isRun(1) || isRun(9);
}

function mayServe(centre: Centre, id: string, { stay, key }: Kept): boolean {
  const person = centre.people.get(id);
  const isSame = person?.key === key && person.accreditation === 'active' && person.suspended === undefined;
  return isSame && isInAttendance(centre, id) && stayOf(centre, id) === stay;
}

/** The journal's place at which the present stay in the hall began. */
function stayOf(centre: Centre, person: string): number {
  return staysOf(centre, person).at(-1)?.from.seq ?? -1;
}

function seal({ by, seed: copy }: Session, pin: string, centre: Centre, random: Desk['random']): Promise<Uint8Array> {
  const seed = copy();
  const { name = by.person } = centre.people.get(by.person) ?? {};
  return sealKeyFile({ person: by.person, role: 'agent', name, seed, passphrase: pin, cost: COST, random }).finally(() => seed.fill(0));
}
