import { expect, test } from 'vitest';
import { cuts } from './cuts.ts';
import { compileShim } from './disk/shim.ts';
import { expectUnharmed } from './tormented.ts';

const shim = compileShim();
const reason = typeof shim === 'string' ? shim : undefined;
if (typeof shim !== 'string') shim.remove();

test.skipIf(reason !== undefined)(
  'a centre whose power is cut at any moment opens sound, and has lost nothing that it acknowledged',
  { timeout: 600_000 },
  async () => {
    const { tried, counts } = await expectUnharmed(cuts, 1);
    expect(tried).toBeGreaterThan(0);
    expect(counts?.['acts acknowledged']).toBeGreaterThan(0);
  },
);

test.runIf(reason !== undefined)(`power cuts are not tried here: ${reason}`, () => {
  expect(reason).toMatch(/Linux|compiler/);
});
