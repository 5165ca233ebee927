/**
 * One piece of long work in a thread of its own, to its end: the windows are answered meanwhile. A thread that fails takes nothing
 * with it but its work, and what it said of the reason is told. Work is broken off by asking for it, and ends where it next reports:
 * a thread that is ended from outside while it is in the database takes the whole program with it.
 */
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ThreadData } from './thread.ts';

export type Ended<Report> =
  | { readonly is: 'ended'; readonly last: Report }
  /** On request, without a last word, or by a defect. */
  | { readonly is: 'broken-off'; readonly detail: string };

interface Running {
  breakOff(): void;
  readonly ended: Promise<unknown>;
}

/** All threads of this program that may be in the database. */
const running = new Set<Running>();

/** `onReport` hears everything the thread says, the last word too; `signal` breaks it off. */
export function inThread<Report>(
  program: URL,
  order: unknown,
  onReport: (report: Report) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Ended<Report>> {
  const broken = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(program, { workerData: { order, broken } satisfies ThreadData<unknown> });
  const breakOff = () => void Atomics.store(broken, 0, 1);
  if (signal?.aborted) breakOff();
  signal?.addEventListener('abort', breakOff, { once: true });
  let last: Report | undefined;
  let fault = '';
  worker.on('message', (report: Report) => {
    last = report;
    onReport(report);
  });
  worker.on('error', (error) => {
    fault = error instanceof Error ? error.message : String(error);
  });
  const ended = new Promise<Ended<Report>>((resolve) => {
    worker.on('exit', (code) => {
      resolve(code === 0 && last !== undefined ? { is: 'ended', last } : { is: 'broken-off', detail: fault });
    });
  });
  keepTrack({ breakOff, ended });
  return ended;
}

/** A thread that was started elsewhere is waited for like any other. */
export function keepTrack(thread: Running): void {
  running.add(thread);
  void thread.ended.then(() => running.delete(thread));
}

export function areThreadsRunning(): boolean {
  return running.size > 0;
}

/** Breaks off all threads and waits for their end, so many milliseconds at the most: a stick that hangs lets nobody go. */
export async function endThreads(longest: number): Promise<void> {
  for (const thread of running) thread.breakOff();
  const all = Promise.all([...running].map(({ ended }) => ended));
  await Promise.race([all, setTimeout(longest, undefined, { ref: false })]);
}
