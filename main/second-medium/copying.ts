/** Starts the thread of a full copy and gives what became of it; a copy that is abandoned leaves nothing with a name. */
import { Worker } from 'node:worker_threads';
import { type Result, refuse } from '../../core/result.ts';
import type { CopyMade } from '../../db/medium-copy.ts';
import { ownThread } from '../app/own-thread.ts';
import type { CopyOrder, CopyReport } from './copy-worker.ts';

export interface Copying {
  readonly made: Promise<Result<CopyMade>>;
  abandon(): void;
}

export function startCopy(order: CopyOrder, onProgress: (done: number, total: number) => void): Copying {
  const worker = new Worker(ownThread(import.meta.url, 'copy-worker'), { workerData: order });
  worker.unref();
  const made = new Promise<Result<CopyMade>>((resolve) => {
    worker.on('message', (report: CopyReport) => {
      if (report.is === 'progress') onProgress(report.done, report.total);
      else resolve(report.made);
    });
    worker.on('error', (error) => resolve(refuse('E-FILE', error instanceof Error ? error.message : String(error), 'second medium')));
    worker.on('exit', () => resolve(refuse('E-FILE', 'the copy was broken off', 'second medium')));
  });
  return { made, abandon: () => void worker.terminate() };
}
