/**
 * Opens the database file so that what was acknowledged is on the disk: write-ahead log with full synchronisation, every setting
 * read back, because better-sqlite3 reopens such files with less and a power cut would then lose acknowledged work. A file that is
 * not ours, or whose tables or guards were changed, is not opened for writing.
 */
import Database from 'better-sqlite3';
import { ok, type Result, refuse } from '../core/result.ts';
import { faultOfHeader } from './file-header.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { onStorage, storageRefusal } from './storage-trouble.ts';
import { faultOfLog } from './write-ahead-log.ts';

export type Handle = Database.Database;

/** Settings of every connection, with what SQLite must answer. FULL is 2. */
const SETTINGS: readonly (readonly [string, string, string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['recursive_triggers', 'ON', 1],
  ['cell_size_check', 'ON', 1],
];

/** Milliseconds to wait for another program that holds the database: nobody's screen should stand still for longer. */
const PATIENCE = 1000;

/**
 * Creates or opens a database for writing. Refuses E-FILE for a file that is damaged or not ours, and what the disk will not do. Throws
 * where a setting does not hold: that machine cannot keep a promise.
 */
export function openForWriting(file: string): Result<Handle> {
  return onStorage(() => {
    const handle = new Database(file, { timeout: PATIENCE });
    try {
      const fault = faultOfOpening(handle);
      if (fault === undefined) return ok(writable(settled(handle)));
      handle.close();
      return refuse('E-FILE', fault, file);
    } catch (error) {
      handle.close();
      throw error;
    }
  });
}

function settled(handle: Handle): Handle {
  for (const [name, value, answer] of SETTINGS) {
    handle.pragma(`${name} = ${value}`);
    const read = handle.pragma(name, { simple: true });
    if (read !== answer) throw new Error(`${name} is ${String(read)}, not ${answer}: this disk cannot keep what is acknowledged`);
  }
  return handle;
}

/** On a disk that is write-protected SQLite opens a file for reading only, and says so when something is written; this is taken back. */
function writable(handle: Handle): Handle {
  handle.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${SCHEMA_VERSION}; ROLLBACK`);
  return handle;
}

/** Fills a new file; of any other, says what is wrong with it. A disk that fails is not the file's fault. */
function faultOfOpening(handle: Handle): string | undefined {
  try {
    if (isEmpty(handle)) handle.transaction(() => handle.exec(SCHEMA))();
    return faultOfFile(handle);
  } catch (error) {
    if (storageRefusal(error) !== undefined && !isOfFile(error)) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(error.code));
}

/** Opens for reading only: nothing is created, repaired or rewritten. */
export function openForReading(file: string): Handle {
  const handle = new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE });
  for (const [name, value] of SETTINGS.slice(4)) handle.pragma(`${name} = ${value}`);
  return handle;
}

function isEmpty(handle: Handle): boolean {
  return (
    handle.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0 && handle.pragma('application_id', { simple: true }) === 0
  );
}

/** What is wrong with the file's header, its log, or its tables, views and guards; undefined when all is as it was made. */
export function faultOfFile(handle: Handle): string | undefined {
  const beneath = handle.memory ? undefined : (faultOfHeader(handle.name) ?? faultOfLog(handle.name));
  return beneath ?? faultOfSchema(handle);
}

function faultOfSchema(handle: Handle): string | undefined {
  if (handle.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'not a Countersign database';
  const version = handle.pragma('user_version', { simple: true });
  if (version !== SCHEMA_VERSION) return `schema version ${String(version)}, this program knows ${SCHEMA_VERSION}`;
  const [found, made] = [schemaOf(handle), madeSchema()];
  const changed = [...new Set([...found.keys(), ...made.keys()])].find((name) => found.get(name) !== made.get(name));
  return changed === undefined ? undefined : `${changed} is not as it was made`;
}

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly of: string;
  readonly root: number;
  readonly sql: string | null;
}

/**
 * Every object by its name, so spelled that letters and the very same bytes that are no letters are two different things. Where a table
 * or an index begins may differ from file to file, and is held against the pages; a view and a guard begin nowhere.
 */
function schemaOf(handle: Handle): ReadonlyMap<string, string> {
  const rows = handle.prepare<[], SchemaRow>('SELECT type, name, tbl_name AS "of", rootpage AS root, sql FROM sqlite_schema').all();
  const described = rows.map(({ type, name, of, root, sql }) => {
    const beginning = type === 'view' || type === 'trigger' ? root : '';
    return [`${type} ${name}`, JSON.stringify([type, name, of, beginning, sql])] as const;
  });
  return new Map(described);
}

function madeSchema(): ReadonlyMap<string, string> {
  const fresh = new Database(':memory:');
  fresh.exec(SCHEMA);
  const schema = schemaOf(fresh);
  fresh.close();
  return schema;
}
