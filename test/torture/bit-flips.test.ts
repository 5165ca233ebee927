/** A short run of the torment; the torture program goes on for as long as it is told. */
import { expect, test } from 'vitest';
import { bitFlips } from './bit-flips.ts';

const SEED = 2031;
const ROUNDS = 12;

test(`${bitFlips.name}: ${ROUNDS} rounds without a fault`, async () => {
  const { tried, faults } = await bitFlips.run({ seed: SEED, rounds: ROUNDS, isOver: () => false, tell: () => undefined });
  expect({ tried, faults }).toEqual({ tried: ROUNDS, faults: [] });
});
