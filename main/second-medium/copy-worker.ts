/** The thread of one full copy: made, checked as a whole, named, and told. */
import { BrokenOff } from '../../core/broken-off.ts';
import { type Result, refuse } from '../../core/result.ts';
import { type CopyMade, copyDatabase } from '../../db/medium-copy.ts';
import { workInThread } from '../threads/thread.ts';
import { faultOfDisk } from './disk-fault.ts';

export interface CopyOrder {
  readonly database: string;
  readonly folder: string;
}
export type CopyReport =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly made: Result<CopyMade> };

async function copy({ database, folder }: CopyOrder, onProgress: (done: number, total: number) => void): Promise<Result<CopyMade>> {
  try {
    return await copyDatabase(database, folder, onProgress);
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
    return refuse('E-FILE', faultOfDisk(error).detail, 'second medium');
  }
}

await workInThread<CopyOrder, CopyReport>(async (order, tell) => {
  return { is: 'done', made: await copy(order, (done, total) => tell({ is: 'progress', done, total })) };
});
