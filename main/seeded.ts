/**
 * Chance that can be repeated: the same seed gives the same numbers on every machine, so that a rehearsal can be played again and
 * a failed test be looked into. It is mulberry32 (Tommy Ettinger, public domain). It must never make a key or a secret.
 */
export interface Seeded {
  /** A number from 0 up to, but never, 1. */
  next(): number;
  /** A whole number from 0 up to, but never, n. */
  below(n: number): number;
  /** True in this share of the cases. */
  chance(share: number): boolean;
  /** One of the items, all equally likely. Throws if there is none. */
  pick<T>(items: readonly T[]): T;
}

/** A sequence of its own for each seed; seeds count modulo 2^32. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { next, below, chance: (share) => next() < share, pick: (items) => pickOne(items, below) };
}

function pickOne<T>(items: readonly T[], below: (n: number) => number): T {
  if (items.length === 0) throw new RangeError('there is nothing to pick from');
  return items[below(items.length)] as T;
}
