/** Beside every test file: a process that ends over a thread in the database crashes, so each waits for the threads it started. */
import { afterAll } from 'vitest';
import { endThreads } from '../../main/threads/in-thread.ts';

const LONGEST = 60_000;

afterAll(() => endThreads(LONGEST));
