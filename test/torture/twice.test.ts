import { expect, test } from 'vitest';
import { expectUnharmed } from './tormented.ts';
import { twice } from './twice.ts';

test('two programs at one database: the second is told, readers find it sound, and nothing acknowledged is lost', {
  timeout: 600_000,
}, async () => {
  const { counts } = await expectUnharmed(twice, 1);
  expect(counts?.['acts acknowledged']).toBeGreaterThan(0);
});
