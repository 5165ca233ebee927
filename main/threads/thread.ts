/** A thread's own side of its work: what it was asked for, how it reports, and where it stops when nobody waits for it any more. */
import { parentPort, workerData } from 'node:worker_threads';
import { BrokenOff } from '../../core/broken-off.ts';
import { provideNative } from '../../db/native.ts';

const BROKEN_OFF = 1;

export interface ThreadData<Order> {
  readonly order: Order;
  /** One number: 1 when the work is broken off. */
  readonly broken: Int32Array;
}

/**
 * Does the work that this thread was started for. `tell` throws once it is broken off; what `work` answers is the last word, and is
 * said in any case: it is done.
 */
export async function workInThread<Order, Report>(work: (order: Order, tell: (report: Report) => void) => Report | Promise<Report>) {
  provideNative();
  const { order, broken } = workerData as ThreadData<Order>;
  const tell = (report: Report) => {
    if (Atomics.load(broken, 0) !== 0) throw new BrokenOff();
    parentPort?.postMessage(report);
  };
  try {
    parentPort?.postMessage(await work(order, tell));
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    process.exitCode = BROKEN_OFF;
  }
}
