/**
 * The pack written to a folder that is new or empty: under a temporary name beside it, each file forced to the medium and read back,
 * and only then does the folder take its name. Whatever fails, nothing half-written is left.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { equalBytes } from '../../core/bytes.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { writeNewDurably } from '../../db/durable.ts';
import { withFile } from '../define/files.ts';
import type { PackFile } from './pack.ts';

const TEMPORARY = '.court-pack-';

/** Refuses E-FILE for a folder in which something is already, for a file, and where there is no folder to make it in. */
export function judgeFolder(folder: string): Result<undefined> {
  const whole = path.resolve(folder);
  const seen = withFile(folder, () => {
    if (existsSync(whole)) return statSync(whole).isDirectory() ? readdirSync(whole).length : undefined;
    // With the dot a file there is no folder.
    statSync(`${path.dirname(whole)}${path.sep}.`);
    return 0;
  });
  if (!seen.ok) return seen;
  if (seen.value === undefined) return refuse('E-FILE', 'it is no folder', folder);
  return seen.value === 0 ? ok(undefined) : refuse('E-FILE', 'the folder is not empty, and nothing is overwritten', folder);
}

/** Refuses E-FILE where the pack cannot be written whole, or reads back otherwise than it was written. */
export function writePack(folder: string, files: readonly PackFile[]): Result<undefined> {
  const judged = judgeFolder(folder);
  if (!judged.ok) return judged;
  const whole = path.resolve(folder);
  const written = withFile(folder, () => {
    const temporary = path.join(path.dirname(whole), `${TEMPORARY}${randomBytes(8).toString('hex')}`);
    mkdirSync(temporary);
    try {
      for (const { name, bytes } of files) writeNewDurably(path.join(temporary, name), bytes);
      const spoilt = files.find(({ name, bytes }) => !equalBytes(readFileSync(path.join(temporary, name)), bytes));
      if (spoilt === undefined) takeName(temporary, whole);
      return spoilt?.name;
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
  if (!written.ok) return written;
  return written.value === undefined ? ok(undefined) : refuse('E-FILE', 'what was read back is not what was written', written.value);
}

/** Not every system lets a folder take the name of an empty one. */
function takeName(temporary: string, folder: string): void {
  if (existsSync(folder)) rmdirSync(folder);
  renameSync(temporary, folder);
}
