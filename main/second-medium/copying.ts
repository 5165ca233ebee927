/** Starts the thread of a full copy and gives what became of it; a copy that is abandoned leaves nothing with a name. */
import { type Result, refuse } from '../../core/result.ts';
import type { CopyMade } from '../../db/medium-copy.ts';
import { inThread } from '../threads/in-thread.ts';
import { ownThread } from '../threads/own-thread.ts';
import type { CopyOrder, CopyReport } from './copy-worker.ts';

export interface Copying {
  readonly made: Promise<Result<CopyMade>>;
  abandon(): void;
}

export function startCopy(order: CopyOrder, onProgress: (done: number, total: number) => void): Copying {
  const breaking = new AbortController();
  const hear = (report: CopyReport) => {
    if (report.is === 'progress') onProgress(report.done, report.total);
  };
  const made = inThread(ownThread(import.meta.url, 'copy-worker'), order, hear, breaking.signal).then((ended): Result<CopyMade> => {
    if (ended.is === 'ended' && ended.last.is === 'done') return ended.last.made;
    return refuse('E-FILE', (ended.is === 'broken-off' && ended.detail) || 'the copy was broken off', 'second medium');
  });
  return { made, abandon: () => breaking.abort() };
}
