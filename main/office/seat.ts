/**
 * A data folder taken into use: held against other programs, freed of what a power cut left half-written, its database open: first
 * for reading only, and for writing once what lies there was found sound.
 */
import path from 'node:path';
import { ok, type Result } from '../../core/result.ts';
import { type Handle, openForReading, openForWriting } from '../../db/database.ts';
import { removeLeftovers, tryWriting } from '../../db/durable.ts';
import { holdFolder } from '../../db/holding.ts';
import { onStorage } from '../../db/storage-trouble.ts';

export const DATABASE_FILE = 'centre.sqlite';
/** Where files are written beside the database: in the folder itself, and in these. */
const PLACES = ['', 'keys', 'scans', 'drafts', 'marks'];

export interface Seat {
  readonly folder: string;
  readonly handle: Handle;
  /** Lets the folder go to other programs, and leaves the database open. */
  release(): void;
  /** Closes the database and lets the folder go. */
  leave(): void;
}

/** Takes a folder in which a centre is to be made. Refuses R-CENTRE-IN-USE where another program has it, and what the disk will not do. */
export function takeNewSeat(folder: string): Result<Seat> {
  return takeWith(folder, openForWriting);
}

/**
 * Takes a folder with a centre, by a hand that cannot write: SQLite would set a header right, or take in a log, before anybody has
 * seen what is wrong. Refuses as `takeNewSeat` does.
 */
export function takeSeat(folder: string): Result<Seat> {
  return takeWith(folder, (file) => refuseHeld(openForReading(file)));
}

/** Whether another program keeps the database to itself; what else is wrong with it the check will tell. */
function refuseHeld(handle: Handle): Result<Handle> {
  const looked = onStorage(() => ok(handle.pragma('schema_version')));
  if (looked.ok || looked.refusal.code !== 'R-DATABASE-BUSY') return ok(handle);
  handle.close();
  return looked;
}

/** The same seat, now to write in, once what lies there was found sound. Where it is refused, the seat is still taken. */
export function toWriting(seat: Seat): Result<Seat> {
  const opened = onStorage(() => openForWriting(path.join(seat.folder, DATABASE_FILE)));
  if (!opened.ok) return reasoned(opened, seat.folder);
  seat.handle.close();
  return ok(seatOf(seat.folder, opened.value, seat.release));
}

function takeWith(folder: string, open: (file: string) => Result<Handle>): Result<Seat> {
  const held = holdFolder(folder);
  if (!held.ok) return reasoned(held, folder);
  const release = held.value;
  const opened = onStorage(() => {
    for (const place of PLACES) removeLeftovers(path.join(folder, place));
    return open(path.join(folder, DATABASE_FILE));
  });
  if (opened.ok) return ok(seatOf(folder, opened.value, release));
  release();
  return reasoned(opened, folder);
}

function seatOf(folder: string, handle: Handle, release: () => void): Seat {
  const leave = () => {
    handle.close();
    release();
  };
  return { folder, handle, release, leave };
}

/** SQLite says only that it could not open a file. Whoever tries to write one there hears why: the disk is full, or write-protected. */
function reasoned<T>(result: Result<T>, folder: string): Result<T> {
  if (result.ok || result.refusal.code !== 'R-DISK-FAILED') return result;
  const tried = onStorage(() => {
    tryWriting(folder);
    return ok(undefined);
  });
  return tried.ok ? result : tried;
}

/** Gives the seat up again where what was to be done with it is refused, or fails. */
export function inSeat<T>(seat: Seat, action: () => Result<T>): Result<T> {
  let done: Result<T> | undefined;
  try {
    done = onStorage(action);
    return done;
  } finally {
    if (done?.ok !== true) seat.leave();
  }
}
