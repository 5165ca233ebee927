/** The thread of one full copy: made, checked as a whole, named, and told. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../core/result.ts';
import { refuse } from '../../core/result.ts';
import { type CopyMade, copyDatabase } from '../../db/medium-copy.ts';
import { provideNative } from '../../db/native.ts';
import { faultOfDisk } from './disk-fault.ts';

export interface CopyOrder {
  readonly database: string;
  readonly folder: string;
}
export type CopyReport =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly made: Result<CopyMade> };

async function copy({ database, folder }: CopyOrder): Promise<Result<CopyMade>> {
  const onProgress = (done: number, total: number) => parentPort?.postMessage({ is: 'progress', done, total } satisfies CopyReport);
  try {
    return await copyDatabase(database, folder, onProgress);
  } catch (error) {
    return refuse('E-FILE', faultOfDisk(error).detail, 'second medium');
  }
}

provideNative();
parentPort?.postMessage({ is: 'done', made: await copy(workerData as CopyOrder) } satisfies CopyReport);
