/**
 * One program at a time works with a data folder: two that append to one journal would each sign a history that the other does not
 * know. Whoever opens a folder holds it until it is closed, and a second is told. Reading is never held up: an auditor may look at the
 * database with any tool meanwhile.
 *
 * The hold is a lock on an empty file beside the database, by SQLite's own means: the operating system ends it with the process,
 * however that ends, so that nothing has to be cleaned up after a power cut.
 */
import path from 'node:path';
import Database from 'better-sqlite3';
import { ok, type Result, refuse } from '../core/result.ts';
import { onStorage, storageRefusal } from './storage-trouble.ts';

export const LOCK_FILE = 'centre.lock';

/** Holds the folder; answers how to let it go. Refuses R-CENTRE-IN-USE, and R-DISK-READ-ONLY where nothing can be written. */
export function holdFolder(folder: string): Result<() => void> {
  return onStorage(() => {
    const handle = new Database(path.join(folder, LOCK_FILE), { timeout: 0 });
    try {
      handle.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      handle.close();
      if (storageRefusal(error)?.code === 'R-DATABASE-BUSY') return refuse('R-CENTRE-IN-USE');
      throw error;
    }
    return ok(() => void handle.close());
  });
}
