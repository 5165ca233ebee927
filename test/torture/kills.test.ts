import { expect, test } from 'vitest';
import { kills } from './kills.ts';
import { expectUnharmed } from './tormented.ts';

test('a centre that is killed again and again opens sound, and has lost nothing that it acknowledged', { timeout: 600_000 }, async () => {
  const { tried, counts } = await expectUnharmed(kills, 5);
  expect(tried).toBeGreaterThan(0);
  expect(counts?.['acts acknowledged']).toBeGreaterThan(0);
});
