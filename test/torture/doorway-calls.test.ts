/** A short run of the torment; the torture program goes on for as long as it is told. */
import { expect, test } from 'vitest';
import { doorwayCalls } from './doorway-calls.ts';

const SEED = 2031;
const ROUNDS = 8;

test(`${doorwayCalls.name}: ${ROUNDS} rounds without a fault`, async () => {
  const { tried, faults } = await doorwayCalls.run({ seed: SEED, rounds: ROUNDS, isOver: () => false, tell: () => undefined });
  expect({ tried, faults }).toEqual({ tried: ROUNDS, faults: [] });
});
