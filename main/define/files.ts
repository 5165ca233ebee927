/**
 * Reading and writing whole files for somebody at a command line. What the operating system will not do becomes a sentence with the
 * file's name; how a file is written so that it is never half there is `db/durable`'s business.
 */
import { readFileSync } from 'node:fs';
import { ok, type Result, refuse } from '../../core/result.ts';
import { writeDurably, writeNewDurably } from '../../db/durable.ts';

export const ALREADY_THERE = 'it exists already and is not overwritten';

const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'this account may not open it',
  EPERM: 'this account may not do that',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  EEXIST: ALREADY_THERE,
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** The operating system's answer in words. Anything else is our own defect, and thrown on. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) throw error;
  return TROUBLES[String(error.code)] ?? String(error.code);
}

/** Does something with a file; refuses E-FILE, naming the file, where the operating system will not. */
export function withFile<T>(file: string, action: () => T): Result<T> {
  try {
    return ok(action());
  } catch (error) {
    return refuse('E-FILE', troubleOf(error), file);
  }
}

/** All bytes of a file. Refuses E-FILE. */
export function readBytes(file: string): Result<Uint8Array> {
  return withFile(file, () => readFileSync(file));
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
