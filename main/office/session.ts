/**
 * Who is at the keyboard: at most one person is unlocked at any time. The secret key lives in this process only while its owner
 * works, and is wiped on lock, on idle, on a switch and on quit, as far as the runtime allows.
 */
import type { KeyObject } from 'node:crypto';
import type { Role, Signer } from '../../core/acts.ts';
import { privateKeyFromSeed, SEED_LENGTH, signWith } from '../../db/signing.ts';
import type { Clock } from './clock.ts';
import type { Voice } from './ledger.ts';

export type LockCause = 'person' | 'idle' | 'switch' | 'quit';

/** Minutes without a command after which a key is wiped. */
export interface IdleMinutes {
  readonly official: number;
  readonly other: number;
}
export const IDLE_MINUTES: IdleMinutes = { official: 5, other: 2 };

export interface Session {
  readonly by: Signer;
  readonly voice: Voice;
  /** Notes that the person did something now. */
  touch(): void;
  /** By either hand of the clock: setting the wall clock back keeps nobody unlocked, and a machine that slept has waited too. */
  isIdle(): boolean;
  /** A copy of the secret, to be sealed anew; whoever asks for it wipes it. */
  seed(): Uint8Array;
  wipe(): void;
}

/** Takes over the seed: it is wiped with the session. */
export function openSession(by: Signer, seed: Uint8Array, clock: Clock, idle: IdleMinutes = IDLE_MINUTES): Session {
  let key: KeyObject | undefined = privateKeyFromSeed(seed);
  seed.fill(0);
  let lastActive = { wall: clock.now(), running: clock.running() };
  const allowed = minutesFor(by.role, idle) * 60_000;
  const unwiped = () => {
    if (key === undefined) throw new Error('broken invariant: a wiped key was asked to sign');
    return key;
  };
  return {
    by,
    voice: { by, sign: (message) => signWith(unwiped(), message) },
    touch: () => {
      lastActive = { wall: clock.now(), running: clock.running() };
    },
    isIdle: () => clock.now() - lastActive.wall >= allowed || clock.running() - lastActive.running >= allowed,
    seed: () => seedOf(unwiped()),
    wipe: () => {
      key = undefined;
    },
  };
}

/** The seed stands at the end of the key's standard wrapping (RFC 8410 section 7). */
function seedOf(key: KeyObject): Uint8Array {
  const wrapped = key.export({ format: 'der', type: 'pkcs8' });
  const seed = new Uint8Array(wrapped.subarray(-SEED_LENGTH));
  wrapped.fill(0);
  return seed;
}

function minutesFor(role: Role, idle: IdleMinutes): number {
  return role === 'ro' || role === 'dro' ? idle.official : idle.other;
}
