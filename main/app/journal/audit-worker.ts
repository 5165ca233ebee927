/**
 * The thread of the full check: the start-up check once more, on the same database file, reading only. It holds one moment of the
 * database from beginning to end, so that acts appended meanwhile are neither missed nor mistaken for strays.
 */
import path from 'node:path';
import type { JournalCheckOutcome } from '../../../core/contract/journal.ts';
import { auditDatabase } from '../../../db/check.ts';
import { openForReading } from '../../../db/database.ts';
import { checkScans } from '../../commands/audit.ts';
import { workInThread } from '../../threads/thread.ts';

export interface AuditOrder {
  readonly database: string;
}
export type AuditReport =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly checks: readonly JournalCheckOutcome[] };

async function audit({ database }: AuditOrder, tell: (report: AuditReport) => void): Promise<AuditReport> {
  const handle = openForReading(database);
  try {
    // Where temporary tables lie cannot be said any more once a moment is held.
    handle.pragma('temp_store = MEMORY');
    handle.exec('BEGIN');
    const result = await auditDatabase(handle, (done, total) => tell({ is: 'progress', done, total }));
    return { is: 'done', checks: [...result.checks, ...checkScans(result, path.dirname(database))] };
  } finally {
    handle.close();
  }
}

await workInThread(audit);
