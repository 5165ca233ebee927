/** A short run of the torment; the torture program goes on for as long as it is told. */
import { expect, test } from 'vitest';
import { mutatedBundles } from './mutated-bundles.ts';

const SEED = 2031;
const ROUNDS = 20;

test(`${mutatedBundles.name}: ${ROUNDS} rounds without a fault`, async () => {
  const { tried, faults } = await mutatedBundles.run({ seed: SEED, rounds: ROUNDS, isOver: () => false, tell: () => undefined });
  expect({ tried, faults }).toEqual({ tried: ROUNDS, faults: [] });
});
