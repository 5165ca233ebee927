/**
 * The thread that writes the second medium, so that a slow stick never holds up the window. It is told when the journal has grown, and
 * looks for itself every few seconds besides; at the end it catches up once more and says so where the office waits for it.
 */
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { provideNative } from '../../db/native.ts';
import { openTail, type TailReport } from './tail.ts';
import { ENDED, LEFT, type TailMessage, type TailThreadOrder } from './tail-order.ts';

/** A medium that will not take what it should is tried less often: to try is to read it. */
const PATIENCE = 10;

provideNative();
const order = workerData as TailThreadOrder;
const tail = openTail(order);
let told = '';
let isWorking = false;
let isAgain = false;
let isOver = false;
let retryAt = 0;

function tell(): void {
  const report: TailReport = tail.report();
  const text = JSON.stringify(report);
  if (text !== told) parentPort?.postMessage(report);
  told = text;
  retryAt = report.state === 'failed' || report.state === 'other' ? Date.now() + PATIENCE * order.pace : 0;
}

async function work(): Promise<void> {
  isAgain = true;
  if (isWorking || isOver) return;
  isWorking = true;
  while (isAgain) {
    isAgain = false;
    while (!isOver && tail.step()) {
      tell();
      await setImmediate();
    }
    if (!isOver) tell();
  }
  isWorking = false;
}

function isLeft(): boolean {
  return Atomics.load(order.end, LEFT) === 1;
}

/** The last steps are made without a pause, for the office waits. */
function end(): void {
  if (isOver) return;
  if (Date.now() >= retryAt) while (!isLeft() && tail.step()) tell();
  tell();
  isOver = true;
  tail.close();
  Atomics.store(order.end, ENDED, 1);
  Atomics.notify(order.end, ENDED);
  parentPort?.close();
  clearInterval(timer);
}

const timer = setInterval(() => {
  if (Date.now() >= retryAt) void work();
}, order.pace);
parentPort?.on('message', (message: TailMessage) => {
  if (message === 'end') end();
  else if (Date.now() >= retryAt) void work();
});
void work();
