/**
 * Full copies of the database on the second medium: made by SQLite itself under a temporary name while the centre goes on, forced to
 * the disk, checked as a whole like any database at its start, and only then given their name. The last two are kept.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../core/result.ts';
import { auditDatabase } from './check.ts';
import { openForReading } from './database.ts';
import { syncFile, syncFolder } from './durable.ts';
import { journalReader } from './journal-store.ts';
import { copiesIn, copyFile, UNFINISHED_COPY } from './medium-places.ts';

const KEPT = 2;

export interface CopyMade {
  readonly size: number;
  readonly root: string;
}

/** Copies a database into a centre's folder. Refuses E-FILE where the copy does not pass its check; the disk's own errors are thrown. */
export async function copyDatabase(
  database: string,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<Result<CopyMade>> {
  for (const name of readdirSync(folder).filter((one) => UNFINISHED_COPY.test(one))) rmSync(path.join(folder, name), { force: true });
  const temporary = path.join(folder, `.copying-${randomBytes(8).toString('hex')}.sqlite`);
  try {
    vacuumInto(database, temporary);
    const made = await verifyCopy(temporary, onProgress);
    if (!made.ok) return made;
    renameSync(temporary, copyFile(folder, made.value.size));
    syncFolder(folder);
    for (const size of copiesIn(folder).slice(KEPT)) rmSync(copyFile(folder, size), { force: true });
    return made;
  } finally {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
  }
}

function vacuumInto(database: string, file: string): void {
  const handle = openForReading(database);
  try {
    handle.prepare('VACUUM INTO ?').run(file);
  } finally {
    handle.close();
  }
  syncFile(file);
}

async function verifyCopy(file: string, onProgress: (done: number, total: number) => void): Promise<Result<CopyMade>> {
  const handle = openForReading(file);
  try {
    const audit = await auditDatabase(handle, onProgress);
    const fault = audit.checks.find(({ status }) => status === 'failed');
    const size = journalReader(handle).size();
    const root = audit.journal?.rootAt(size);
    if (fault !== undefined || root === undefined) return refuse('E-FILE', `${fault?.name}: ${fault?.detail}`, path.basename(file));
    return ok({ size, root });
  } finally {
    handle.close();
  }
}
