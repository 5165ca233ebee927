/** The tools of somebody who alters a centre's database: a copy of its folder, the sqlite3 program, and the audit's answer. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../../core/bytes.ts';
import { readEntry } from '../../core/journal.ts';
import { type Follower, follower } from '../../core/replay.ts';
import { must } from '../../core/result.ts';
import { emptyCentre } from '../../core/state.ts';
import type { AuditCheck } from '../../db/check.ts';
import { type Handle, openForWriting } from '../../db/database.ts';
import { journalReader, journalWriter } from '../../db/journal-store.ts';
import { audit } from '../../main/commands/audit.ts';
import { exportCommand } from '../../main/commands/export.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import type { PlayedDay } from '../main/played-day.ts';
import { PROGRAM, recorded } from '../main/recorded.ts';
import { temporaryFolder } from './folders.ts';

/** A copy of the whole data folder, to be spoilt; answers the database's file. */
export function copyOf({ folder }: Pick<PlayedDay, 'folder'>, copy = temporaryFolder()): string {
  cpSync(folder, copy, { recursive: true });
  return path.join(copy, DATABASE_FILE);
}

/** What the sqlite3 program says; throws when it refuses. */
export function sqlite(database: string, sql: string): string {
  return execFileSync('sqlite3', ['-bail', database, sql], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
}

export interface Audited {
  readonly code: number;
  readonly sound: boolean;
  readonly checks: readonly AuditCheck[];
}

export async function auditOf(database: string, ...args: readonly string[]): Promise<Audited> {
  const { code, out } = await recorded(audit, database, '--json', ...args);
  return { code, ...(JSON.parse(out) as Omit<Audited, 'code'>) };
}

export function failedIn({ checks }: Pick<Audited, 'checks'>): readonly string[] {
  return checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
}

export function detailIn({ checks }: Pick<Audited, 'checks'>, wanted: string): string {
  return checks.find(({ name }) => name === wanted)?.detail ?? '';
}

/** What SQLite puts beside a database while it reads. */
const BESIDE = /-(?:shm|wal)$/;

/** Every file below a folder with its digest, to see that nothing was written; `beside` leaves out what SQLite needs for reading. */
export function filesIn(folder: string, { beside = true } = {}): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => beside || !BESIDE.test(name));
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, digest(readFileSync(path.join(folder, name)))]));
}

/** The identity of somebody who may not write: for root, that is somebody else, where such a one can read the program at all. */
export function withoutRights(): { readonly uid?: number; readonly gid?: number } {
  const isReadable = (place: string): boolean =>
    (statSync(place).mode & 0o005) === 0o005 && (path.dirname(place) === place || isReadable(path.dirname(place)));
  return process.getuid?.() === 0 && isReadable(path.dirname(PROGRAM)) ? { uid: 65_534, gid: 65_534 } : {};
}

/** Does something with the guards away and puts them back word for word, so that the schema shows nothing. */
export function withoutGuards(database: string, change: (handle: Handle) => void): void {
  const handle = must(openForWriting(database));
  const guards = handle.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of guards) handle.exec(`DROP TRIGGER ${name}`);
  change(handle);
  for (const { sql } of guards) handle.exec(sql);
  handle.close();
}

/** Leaves the first entries only, and makes the tables follow from those: a database that is sound in itself. */
export function cutJournal(database: string, day: PlayedDay, size: number): void {
  withoutGuards(database, (handle) => handle.exec(`DELETE FROM journal WHERE seq >= ${size}`));
  const handle = must(openForWriting(database));
  journalWriter(handle).rebuild(replayOf(handle, day).centre());
  handle.close();
}

/** The state after all entries of a journal that is sound. */
export function replayOf(handle: Handle, { definition }: PlayedDay): Follower {
  const journal = follower(emptyCentre(definition));
  for (const { bytes } of journalReader(handle).entries()) journal.follow(must(readEntry(bytes)));
  return journal;
}

/** Exports the President's bundle beside the database. */
export async function exported(database: string, ...more: readonly string[]) {
  const file = path.join(path.dirname(database), 'again.bundle.zip');
  return { file, ...(await recorded(exportCommand, database, '--contest', 'president', '--out', file, ...more)) };
}
