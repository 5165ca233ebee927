/** A short run of a torment as a test: a few rounds from a fixed seed, in which nothing may be lost, missed or crash. */
import { expect } from 'vitest';
import type { Tally, Torment } from './torment.ts';

export async function expectUnharmed({ run }: Torment, rounds: number): Promise<Tally> {
  const tally = await run({ seed: 1, rounds, isOver: () => false, tell: () => undefined });
  expect(tally.faults).toEqual([]);
  return tally;
}
