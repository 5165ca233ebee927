/**
 * Reading a file that holds a key. The system may refuse it: the disk fails at that place, the account may not read it, or something
 * else has taken its name, a folder for example. That is nobody's defect and no forgery: whoever needs the key is told which file it
 * is, and the file stays as it is.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../core/result.ts';

/** The bytes of a key file that is there. Refuses R-KEY-UNREADABLE with the file's name and the system's answer. */
export function readKeyBytes(file: string): Result<Buffer> {
  try {
    // A pipe under that name would keep its reader waiting for ever.
    return statSync(file).isFile() ? ok(readFileSync(file)) : unreadable(file, 'ENOTFILE');
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) return unreadable(file, String(error.code));
    throw error;
  }
}

function unreadable(file: string, why: string): Result<never> {
  return refuse('R-KEY-UNREADABLE', `${path.basename(file)} cannot be read (${why})`);
}
