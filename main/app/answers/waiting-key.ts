/**
 * A key that is about to come into being waits here, in memory only: five words that stand on a card and are not yet typed back, or a
 * key file that was brought. It waits for whoever began it: when the keyboard is locked or handed on, when another centre is opened or
 * this one closed, and after ten minutes, it is wiped, and the card has to be made again.
 */
import type { KeyWaits } from '../../../core/contract/people.ts';
import { systemClock } from '../../office/clock.ts';
import type { Office } from '../../office/office.ts';
import type { Host } from '../host.ts';

const LONGEST = 10 * 60_000;

/** `seed` is the secret itself, drawn with the words so that the card can bear the key's fingerprint. */
export interface Made {
  readonly person: string;
  readonly fingerprint: string;
  readonly words: string;
  readonly seed: Uint8Array;
}
export interface Brought {
  readonly person: string;
  readonly fingerprint: string;
  readonly file: Uint8Array;
}
export type Waiting = Made | Brought;

export interface WaitingKey {
  /** Takes the place of what waited before. */
  put(next: Waiting): void;
  /** What waits now, if whoever began it is still there. */
  now(): Waiting | undefined;
  forget(): void;
  told(): KeyWaits;
  /** A founding opens its own centre on the way: nothing is wiped until it is through, or was refused and can be tried again. */
  undisturbed<T>(action: () => Promise<T>): Promise<T>;
}

interface Anchor {
  readonly office: Office | undefined;
  readonly person: string | undefined;
}

export function waitingKey(host: Host): WaitingKey {
  const clock = host.officeOptions.clock ?? systemClock;
  let waiting: Waiting | undefined;
  let began: Anchor = anchorIn(host);
  let since = { wall: 0, running: 0 };
  let lapsed: string | undefined;
  let undisturbed = 0;
  const forget = () => {
    if (waiting !== undefined && 'seed' in waiting) waiting.seed.fill(0);
    waiting = undefined;
  };
  /** By either hand of the clock: setting the wall clock back keeps nothing waiting, and a machine that slept has waited too. */
  const isOver = () => {
    const { office, person } = anchorIn(host);
    if (office !== began.office || person !== began.person) return true;
    return clock.now() - since.wall >= LONGEST || clock.running() - since.running >= LONGEST;
  };
  const look = () => {
    if (waiting === undefined || undisturbed > 0 || !isOver()) return;
    lapsed = waiting.person;
    forget();
    host.surroundings.tellChanged();
  };
  host.onLook(look);
  return {
    put: (next) => {
      forget();
      [waiting, began, since, lapsed] = [next, anchorIn(host), { wall: clock.now(), running: clock.running() }, undefined];
      host.changed();
    },
    now: () => {
      look();
      return waiting;
    },
    forget,
    told: () => ({ ...(waiting && { fingerprint: waiting.fingerprint }), ...(lapsed === undefined ? {} : { lapsed }) }),
    undisturbed: async (action) => {
      look();
      undisturbed += 1;
      try {
        return await action();
      } finally {
        undisturbed -= 1;
        began = anchorIn(host);
      }
    },
  };
}

function anchorIn(host: Host): Anchor {
  const office = host.office();
  return office.ok ? { office: office.value, person: office.value.unlocked() } : { office: undefined, person: undefined };
}
