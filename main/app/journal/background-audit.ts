/** The full check while the centre works, as the journal's room shows it. */
import type { JournalCheck } from '../../../core/contract/journal.ts';
import { oneThread } from '../../threads/one-thread.ts';
import { ownThread } from '../../threads/own-thread.ts';
import type { AuditOrder, AuditReport } from './audit-worker.ts';

export interface BackgroundAudit {
  state(): JournalCheck;
  /** Nothing happens while one runs. */
  start(order: AuditOrder, now: () => string): void;
  forget(): void;
}

export function backgroundAudit(onChange: () => void): BackgroundAudit {
  const { state, start, forget } = oneThread<JournalCheck, AuditReport>({ is: 'none' }, onChange);
  return {
    state,
    forget,
    start: (order, now) =>
      start({
        ...{ program: ownThread(import.meta.url, 'audit-worker'), order, begun: { is: 'running', done: 0, total: 0 } },
        heard: (report) =>
          report.is === 'progress'
            ? { state: { is: 'running', done: report.done, total: report.total }, isLast: false }
            : { state: { is: 'done', at: now(), sound: isSound(report.checks), checks: report.checks }, isLast: true },
        brokenOff: (detail) => ({ is: 'broken-off', detail }),
      }),
  };
}

function isSound(checks: Extract<AuditReport, { is: 'done' }>['checks']): boolean {
  return checks.every(({ status }) => status !== 'failed');
}
