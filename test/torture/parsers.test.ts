/** A short run of the torment; test/fuzz goes through every parser, and the torture program on for as long as it is told. */
import { expect, test } from 'vitest';
import { parsers } from './parsers.ts';

const SEED = 77;
const ROUNDS = 5;

test(`${parsers.name}: ${ROUNDS} rounds without a fault`, async () => {
  const { tried, faults } = await parsers.run({ seed: SEED, rounds: ROUNDS, isOver: () => false, tell: () => undefined });
  expect({ tried, faults }).toEqual({ tried: ROUNDS, faults: [] });
});
