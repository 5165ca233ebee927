/** A short run of the restores: a few evenings with a stick that end badly. */
import { expect, test } from 'vitest';
import { restores } from './restores.ts';

test('nothing that was called current is lost, damage is told, and a fork is exposed', async () => {
  const { tried, faults } = await restores.run({ seed: 20310203, rounds: 4, isOver: () => false, tell: () => {} });
  expect(faults).toEqual([]);
  expect(tried).toBe(4);
}, 600_000);
