/** The thread in which a medium is looked at, or a centre restored from it: both read a whole night. */
import { BrokenOff } from '../../core/broken-off.ts';
import { type Result, refuse } from '../../core/result.ts';
import { workInThread } from '../threads/thread.ts';
import type { BroughtFile, OnRestoreProgress, RestoreStep } from './contract.ts';
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

async function answer(order: MediumJob, onProgress: OnRestoreProgress): Promise<Result<unknown>> {
  try {
    if (order.job === 'look') return lookAt(order.medium);
    if (order.job === 'weigh') return weighAgainst(order.medium, order.files);
    return await restore(order, onProgress);
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
    return refuse('E-FILE', faultOfDisk(error).detail, order.medium);
  }
}

await workInThread<MediumJob, JobReport>(async (order, tell) => {
  return { is: 'done', answer: await answer(order, (step, done, total) => tell({ is: 'progress', step, done, total })) };
});
