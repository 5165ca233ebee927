/**
 * One app on one data folder. The first start holds a lock that the operating system frees when its process ends, however it ends; a
 * second start finds it held, leaves a note of how it was called, and is told so. The first reads the note and says `second-instance`.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { payloadOf } from './payload.ts';

type Heard = (words: readonly string[], folder: string, more: unknown) => void;

const NOTE = /^note-.*\.json$/;

let lock: Database.Database | undefined;

export function holdsLock(): boolean {
  return lock !== undefined;
}

/** True for the first start on this folder. */
export function takeLock(userData: string, words: readonly string[], more: unknown, heard: Heard): boolean {
  if (lock !== undefined) return true;
  const folder = path.join(userData, 'single-instance');
  mkdirSync(folder, { recursive: true });
  lock = openExclusively(path.join(folder, 'lock.db'));
  if (lock === undefined) leaveNote(folder, { words, folder: process.cwd(), more });
  else readNotes(folder, heard);
  return lock !== undefined;
}

export function freeLock(): void {
  lock?.close();
  lock = undefined;
}

function openExclusively(file: string): Database.Database | undefined {
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch {
    database.close();
    return undefined;
  }
}

/** Written under another name first, so that the reader never finds half a note. */
function leaveNote(folder: string, note: object): void {
  const name = `${process.pid}-${Date.now()}.json`;
  writeFileSync(path.join(folder, `draft-${name}`), JSON.stringify(note));
  renameSync(path.join(folder, `draft-${name}`), path.join(folder, `note-${name}`));
}

function readNotes(folder: string, heard: Heard): void {
  const watcher = watch(folder, (_kind, name) => {
    if (name === null || !NOTE.test(name)) return;
    const note = takeNote(path.join(folder, name));
    if (note !== undefined) heard(note.words as readonly string[], String(note.folder), note.more);
  });
  watcher.unref();
}

/** A note is announced more than once, and read once. */
function takeNote(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const note = payloadOf(JSON.parse(readFileSync(file, 'utf8')));
    rmSync(file);
    return note;
  } catch {
    return undefined;
  }
}
