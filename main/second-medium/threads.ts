/** Looking at a medium and restoring from it, each in a thread of its own, so that a window stays alive meanwhile. */
import { rmSync } from 'node:fs';
import { type Result, refuse } from '../../core/result.ts';
import { inThread } from '../threads/in-thread.ts';
import { ownThread } from '../threads/own-thread.ts';
import type { MediumThreads, OnRestoreProgress } from './contract.ts';
import { temporaryFor } from './half-made.ts';
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

async function run<T>(job: MediumJob, onProgress: OnRestoreProgress = () => {}, signal?: AbortSignal): Promise<Result<T>> {
  const hear = (report: JobReport) => {
    if (report.is === 'progress') onProgress(report.step, report.done, report.total);
  };
  const ended = await inThread(ownThread(import.meta.url, 'restore-worker'), job, hear, signal);
  // The thread answers what the job asks for.
  if (ended.is === 'ended' && ended.last.is === 'done') return ended.last.answer as Result<T>;
  return refuse('E-FILE', (ended.is === 'broken-off' && ended.detail) || 'broken off');
}
