/**
 * One piece of long work in a thread of its own, to its end: the windows are answered meanwhile. A thread that breaks off takes
 * nothing with it but its work, and what it said of the reason is told.
 */
import { Worker } from 'node:worker_threads';

export type Ended<Report> =
  | { readonly is: 'ended'; readonly last: Report }
  /** Without a last word, or by a defect. */
  | { readonly is: 'broken-off'; readonly detail: string };

/** `signal` breaks it off; a program that ends waits for the thread unless it `isLeft`. */
export interface Ways {
  readonly signal?: AbortSignal | undefined;
  readonly isLeft?: boolean;
}

/** `onReport` hears everything the thread says, the last word too. */
export function inThread<Report>(
  program: URL,
  order: unknown,
  onReport: (report: Report) => void = () => undefined,
  { signal, isLeft = false }: Ways = {},
) {
  const worker = new Worker(program, { workerData: order });
  if (isLeft) worker.unref();
  signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
  let last: Report | undefined;
  let fault = '';
  worker.on('message', (report: Report) => {
    last = report;
    onReport(report);
  });
  worker.on('error', (error) => {
    fault = error instanceof Error ? error.message : String(error);
  });
  return new Promise<Ended<Report>>((resolve) => {
    worker.on('exit', (code) => resolve(code === 0 && last !== undefined ? { is: 'ended', last } : { is: 'broken-off', detail: fault }));
  });
}
