import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** One process per test file, a whole day of a centre may take minutes on an old machine: no test is judged by its time. */
export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: '100%',
  },
});
