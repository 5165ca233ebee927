/** The thread in which a medium is looked at, or a centre restored from it: both read a whole night. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Result, refuse } from '../../core/result.ts';
import { provideNative } from '../../db/native.ts';
import type { BroughtFile, RestoreStep } from './contract.ts';
import { faultOfDisk } from './disk-fault.ts';
import { lookAt, weighAgainst } from './look.ts';
import { type RestoreOrder, restore } from './restore.ts';

export type MediumJob =
  | { readonly job: 'look'; readonly medium: string }
  | { readonly job: 'weigh'; readonly medium: string; readonly files: readonly BroughtFile[] }
  | ({ readonly job: 'restore' } & RestoreOrder);
export type JobReport =
  | { readonly is: 'progress'; readonly step: RestoreStep; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly answer: Result<unknown> };

async function answer(order: MediumJob): Promise<Result<unknown>> {
  try {
    if (order.job === 'look') return lookAt(order.medium);
    if (order.job === 'weigh') return weighAgainst(order.medium, order.files);
    return await restore(order, (step, done, total) => parentPort?.postMessage({ is: 'progress', step, done, total } satisfies JobReport));
  } catch (error) {
    return refuse('E-FILE', faultOfDisk(error).detail, order.medium);
  }
}

provideNative();
parentPort?.postMessage({ is: 'done', answer: await answer(workerData as MediumJob) } satisfies JobReport);
