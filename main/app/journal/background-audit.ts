/** The full check while the centre works: started by a person, done in a thread of its own, told as it goes. One at a time. */
import { Worker } from 'node:worker_threads';
import type { JournalCheck } from '../../../core/contract/journal.ts';
import { ownThread } from '../own-thread.ts';
import type { AuditOrder, AuditReport } from './audit-worker.ts';

export interface BackgroundAudit {
  state(): JournalCheck;
  /** Nothing happens while one runs. */
  start(order: AuditOrder, now: () => string): void;
  /** Forgets what was found, and ends what runs: another centre was opened. */
  forget(): void;
}

const TELL_EVERY = 400;

export function backgroundAudit(onChange: () => void): BackgroundAudit {
  let state: JournalCheck = { is: 'none' };
  let worker: Worker | undefined;
  let told = 0;
  const become = (next: JournalCheck, atOnce = true) => {
    state = next;
    if (!atOnce && performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    onChange();
  };
  const forget = () => {
    const running = worker;
    worker = undefined;
    state = { is: 'none' };
    void running?.terminate();
  };
  const start: BackgroundAudit['start'] = (order, now) => {
    if (worker !== undefined) return;
    const own = new Worker(ownThread(import.meta.url, 'audit-worker'), { workerData: order });
    worker = own;
    const end = (next: JournalCheck) => {
      if (worker !== own) return;
      worker = undefined;
      become(next);
    };
    own.on('message', (report: AuditReport) => {
      if (worker !== own) return;
      if (report.is === 'progress') become({ is: 'running', done: report.done, total: report.total }, false);
      else end({ is: 'done', at: now(), sound: report.checks.every(({ status }) => status !== 'failed'), checks: report.checks });
    });
    own.on('error', (error) => end({ is: 'broken-off', detail: error instanceof Error ? error.message : String(error) }));
    own.on('exit', () => end({ is: 'broken-off', detail: '' }));
    become({ is: 'running', done: 0, total: 0 });
  };
  return { state: () => state, start, forget };
}
