/** The court pack while the centre works: written by a thread of its own into the folder that was chosen, one at a time. */
import type { CourtPack } from '../../../core/contract/journal.ts';
import { oneThread } from '../../threads/one-thread.ts';
import { ownThread } from '../../threads/own-thread.ts';
import type { CourtOrder, CourtReport } from './court-worker.ts';

export interface BackgroundPack {
  state(): CourtPack;
  isRunning(): boolean;
  start(order: CourtOrder): void;
  forget(): void;
}

export function backgroundPack(onChange: () => void): BackgroundPack {
  const { start, ...thread } = oneThread<CourtPack, CourtReport>({ is: 'none' }, onChange);
  return {
    ...thread,
    start: (order) =>
      start({
        ...{ program: ownThread(import.meta.url, 'court-worker'), order, begun: { is: 'running', done: 0, total: 0 } },
        heard: (report) => ({
          state: report.is === 'progress' ? { is: 'running', done: report.done, total: report.total } : report,
          isLast: report.is !== 'progress',
        }),
        brokenOff: (detail) => ({ is: 'broken-off', detail }),
      }),
  };
}
