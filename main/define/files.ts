/**
 * Reading and writing whole files for somebody at a command line. What the operating system will not do becomes a sentence with the
 * file's name; how a file is written so that it is never half there is `db/durable`'s business.
 */
import { readFileSync, statSync } from 'node:fs';
import { ok, type Result, refuse } from '../../core/result.ts';
import { writeDurably, writeNewDurably } from '../../db/durable.ts';

export const ALREADY_THERE = 'it exists already and is not overwritten';

const TROUBLES: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'this account may not open it',
  EPERM: 'this account may not do that',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  EEXIST: ALREADY_THERE,
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ENOTFILE: 'it is no regular file',
  EFBIG: 'it is too large',
  SQLITE_CANTOPEN: 'it cannot be opened as a database',
};

/** Nothing that is read whole comes near it; a bundle, which may, is read by pieces. */
const LARGEST_FILE = 256 * 2 ** 20;

/** The operating system's answer in words. Anything else is our own defect, and thrown on. */
export function troubleOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = TROUBLES[code];
  if (known !== undefined) return known;
  if (error instanceof Error && 'syscall' in error) return code;
  throw error;
}

/** An answer of our own, in the form in which the operating system gives its answers. */
export function trouble(code: 'ENOTFILE' | 'EFBIG'): Error {
  return Object.assign(new Error(TROUBLES[code]), { code });
}

/** Does something with a file; refuses E-FILE, naming the file, where the operating system will not. */
export function withFile<T>(file: string, action: () => T): Result<T> {
  try {
    return ok(action());
  } catch (error) {
    return refuse('E-FILE', troubleOf(error), file);
  }
}

/** All bytes of a file. Refuses E-FILE, also above 256 MiB. */
export function readBytes(file: string): Result<Uint8Array> {
  return withFile(file, () => {
    if (statSync(file).size > LARGEST_FILE) throw trouble('EFBIG');
    return readFileSync(file);
  });
}

/** Writes a file that does not exist yet, readable by `mode`; refuses E-FILE, also where it exists. */
export function createFile(file: string, bytes: Uint8Array, mode: number): Result<void> {
  const written = withFile(file, () => writeNewDurably(file, bytes, mode));
  if (!written.ok) return written;
  return written.value ? ok(undefined) : refuse('E-FILE', ALREADY_THERE, file);
}

/** Writes a file or replaces it whole; refuses E-FILE and then leaves nothing behind. */
export function replaceFile(file: string, bytes: Uint8Array): Result<void> {
  return withFile(file, () => writeDurably(file, bytes));
}
