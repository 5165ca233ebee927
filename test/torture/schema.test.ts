/** A short run of the torment; the torture program goes on for as long as it is told. */
import { expect, test } from 'vitest';
import { schema } from './schema.ts';

const SEED = 2031;
const ROUNDS = 10;

test(`${schema.name}: ${ROUNDS} rounds without a fault`, async () => {
  const { tried, faults } = await schema.run({ seed: SEED, rounds: ROUNDS, isOver: () => false, tell: () => undefined });
  expect({ tried, faults }).toEqual({ tried: ROUNDS, faults: [] });
});
