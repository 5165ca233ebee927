import { expect, test } from 'vitest';
import { expectUnharmed } from './tormented.ts';
import { troubles } from './troubles.ts';

for (const torment of troubles) {
  test(`${torment.name}: it is told in words, the office goes on, and nothing acknowledged is lost`, { timeout: 600_000 }, async () => {
    const { tried } = await expectUnharmed(torment, 1);
    expect(tried).toBeGreaterThanOrEqual(process.platform === 'linux' ? 1 : 0);
  });
}
