import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';
import { followRunning } from './test/running.ts';

/** Programs and threads that the tests start, hundreds of times, do not compile the same sources again each time. */
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, '../out/compiled');

/** On a terminal the runner shows what runs by itself; in a log it would tell only what has ended. */
const reporters = process.stdout.isTTY ? ['default' as const] : ['default' as const, followRunning((line) => console.log(line))];

/**
 * One process per test file. No test is judged by its time: the limits end what hangs, and are many times what anything takes on a slow
 * machine; the few tests that go on for minutes name a longer one. After a handful of failures the rest would only hide them.
 */
export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/threads/end-all.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    bail: 20,
    pool: 'forks',
    maxWorkers: '100%',
    reporters,
    slowTestThreshold: 10_000,
    sequence: { sequencer: LongestFirst },
  },
});
