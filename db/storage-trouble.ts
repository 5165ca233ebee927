/**
 * What a disk or another program may answer while something is written: it is full, write-protected, failing, or the database is held
 * by somebody else. A person can cause all of these and can end them, so they come back as refusals with words for what to do; any
 * other error is a defect of this program and stops it.
 */
import { type Refusal, type Result, refusal } from '../core/result.ts';

type StorageCode = 'R-DISK-FULL' | 'R-DISK-READ-ONLY' | 'R-DISK-FAILED' | 'R-DATABASE-BUSY';

/** By the beginning of the code that SQLite or the operating system gives; the first that fits. */
const CODES: readonly (readonly [RegExp, StorageCode])[] = [
  // Making room for the index of the write-ahead log is the first thing that fails on a full disk.
  [/^(?:SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)$/, 'R-DISK-FULL'],
  [/^SQLITE_READONLY_DBMOVED$/, 'R-DISK-FAILED'],
  [/^(?:SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/, 'R-DISK-READ-ONLY'],
  [/^SQLITE_(?:BUSY|LOCKED)/, 'R-DATABASE-BUSY'],
  [/^SQLITE_(?:IOERR|CANTOPEN|CORRUPT|NOTADB)/, 'R-DISK-FAILED'],
  // What Node answers where a file cannot be removed, whatever the reason.
  [/^UNKNOWN rm$/, 'R-DISK-FAILED'],
  [/^(?:EIO|ENODEV|ENXIO|ENOENT|ENOTDIR|ESTALE|EBADF)$/, 'R-DISK-FAILED'],
];

/** Under this name an error carries its refusal; nothing that Node or SQLite throws has it. */
const CARRIED = Symbol('refusal');

/** An error for places that cannot answer with a value: whoever listens for troubles of the disk hears the refusal that it carries. */
export function refusedError(message: string, refused: Refusal): Error {
  return Object.assign(new Error(message), { [CARRIED]: refused });
}

/** The refusal for an answer of the disk; undefined for anything else. The operating system's own code stands beside the words. */
export function storageRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Error && CARRIED in error) return error[CARRIED] as Refusal;
  const code = codeOf(error);
  const known = CODES.find(([pattern]) => pattern.test(code));
  return known === undefined ? undefined : refusal(known[1], code);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return error.code === '' && 'syscall' in error ? `UNKNOWN ${String(error.syscall)}` : String(error.code);
}

/** Does something on the disk; what the disk will not do is refused, anything else is thrown on. */
export function onStorage<T>(action: () => Result<T>): Result<T> {
  try {
    return action();
  } catch (error) {
    const refused = storageRefusal(error);
    if (refused === undefined) throw error;
    return { ok: false, refusal: refused };
  }
}
