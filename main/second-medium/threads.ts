/** Looking at a medium and restoring from it, each in a thread of its own, so that a window stays alive meanwhile. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Result, refuse } from '../../core/result.ts';
import { ownThread } from '../app/own-thread.ts';
import type { MediumThreads, OnRestoreProgress } from './contract.ts';
import type { JobReport, MediumJob } from './restore-worker.ts';

export const inspectMedium: MediumThreads['inspectMedium'] = (medium) => run({ job: 'look', medium });

export const weighBrought: MediumThreads['weighBrought'] = (medium, files) => run({ job: 'weigh', medium, files });

/** Broken off, it leaves nothing behind. */
export const restoreFrom: MediumThreads['restoreFrom'] = async (medium, target, files, onProgress, signal) => {
  const temporary = temporaryFor(target);
  try {
    return await run({ job: 'restore', medium, target, temporary, files }, onProgress, signal);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

/** Beside the target, for only there can it take its name in one step; hidden from the list of centres. */
export function temporaryFor(target: string): string {
  return path.join(path.dirname(path.resolve(target)), `.restoring-${randomBytes(8).toString('hex')}`);
}

function run<T>(job: MediumJob, onProgress: OnRestoreProgress = () => {}, signal?: AbortSignal): Promise<Result<T>> {
  const worker = new Worker(ownThread(import.meta.url, 'restore-worker'), { workerData: job });
  return new Promise((resolve) => {
    let ending: Result<T> = refuse('E-FILE', 'broken off');
    const end = (answer: Result<T>) => {
      ending = answer;
      void worker.terminate();
    };
    signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.on('message', (report: JobReport) => {
      if (report.is === 'progress') onProgress(report.step, report.done, report.total);
      // The thread answers what the job asks for.
      else end(report.answer as Result<T>);
    });
    worker.on('error', (error) => end(refuse('E-FILE', error instanceof Error ? error.message : String(error))));
    worker.on('exit', () => resolve(ending));
  });
}
