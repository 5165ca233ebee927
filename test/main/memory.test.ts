/**
 * A key that was locked away is gone from memory: no copy of it is left lying about, in no buffer and in no library. The search is made
 * by a program in its own memory, where the system allows it.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

test.runIf(process.platform === 'linux')('a secret key is in memory while its owner works, and nowhere afterwards', () => {
  const program = path.join(import.meta.dirname, 'memory-scan.ts');
  const told = execFileSync(process.execPath, ['--expose-gc', program], { encoding: 'utf8', timeout: 60_000 });
  const { made, during, after } = JSON.parse(told) as Readonly<Record<'made' | 'during' | 'after', number>>;
  expect({ made, isThere: during > 0, after }).toEqual({ made: 0, isThere: true, after: 0 });
});
