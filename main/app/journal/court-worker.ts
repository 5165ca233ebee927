/**
 * The thread of the court pack: the full check first, then the pack from what it read, both of one and the same moment of the
 * database, so that acts appended meanwhile change nothing. A database that was altered gives a pack that says so.
 */
import path from 'node:path';
import type { CourtPack } from '../../../core/contract/journal.ts';
import { auditDatabase } from '../../../db/check.ts';
import { openForReading } from '../../../db/database.ts';
import { checkScans } from '../../commands/audit.ts';
import { courtPack, type PackOrder } from '../../court/pack.ts';
import { sourceOf } from '../../court/source.ts';
import { writePack } from '../../court/write.ts';
import { workInThread } from '../../threads/thread.ts';
import { freeName } from './export-journal.ts';

export interface CourtOrder extends PackOrder {
  readonly database: string;
  /** The folder that a person chose; the pack goes into a new one below it. */
  readonly into: string;
  /** How the new folder's name begins; the number of entries follows. */
  readonly name: string;
}
export type CourtReport =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | Extract<CourtPack, { is: 'written' | 'refused' }>;

const TELL_EVERY = 500;

async function write(order: CourtOrder, say: (report: CourtReport) => void): Promise<CourtReport> {
  const handle = openForReading(order.database);
  try {
    // Where temporary tables lie cannot be said any more once a moment is held.
    handle.pragma('temp_store = MEMORY');
    handle.exec('BEGIN');
    let entries = 0;
    // Every entry is read twice: by the check, and for the pack.
    const tell = (done: number) => say({ is: 'progress', done, total: 2 * entries });
    const audit = await auditDatabase(handle, (done, total) => {
      entries = total;
      tell(done);
    });
    const folder = path.dirname(order.database);
    const checks = [...audit.checks, ...checkScans(audit, folder)];
    let read = 0;
    const files = courtPack(sourceOf(handle, audit, checks, folder), order, () => {
      read += 1;
      if (read % TELL_EVERY === 0) tell(entries + read);
    });
    const target = freeName(order.into, `${order.name}-${read}`);
    const written = writePack(target, files);
    // A window learns a name, and never where it lies.
    if (!written.ok) return { is: 'refused', refusal: { ...written.refusal, place: path.basename(target) } };
    const sound = checks.every(({ status }) => status !== 'failed');
    return { is: 'written', folder: path.basename(target), files: files.length, entries: read, sound };
  } finally {
    handle.close();
  }
}

await workInThread(write);
