/**
 * Files that are either wholly there or not there at all. A power cut while a key or a scan is written must leave the old state or
 * the new one, never half a file: the bytes go to a temporary file in the same folder, are forced to the disk, and only then take
 * their name; the folder is forced to the disk as well, or the name itself could be lost (fsync(2), rename(2)).
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Bytes of which a disk with room has some left. */
const PAGE = 65_536;

const LEFTOVER = /^\.writing-[0-9a-f]{16}\.tmp$/;

/** What a file system answers that knows no second name for a file; memory sticks are such. */
const WITHOUT_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Writes the file whole, replacing one of that name. `mode` is the Unix permission, narrowed by the umask; a secret asks for 0o600. */
export function writeDurably(file: string, bytes: Uint8Array, mode = 0o644): void {
  throughTemporary(file, bytes, mode, (temporary) => renameSync(temporary, file));
}

/** Writes the file whole unless the name is taken: then nothing is touched and the answer is false. */
export function writeNewDurably(file: string, bytes: Uint8Array, mode = 0o644): boolean {
  return throughTemporary(file, bytes, mode, (temporary) => takeFreeName(temporary, file));
}

/**
 * Removes the temporary files that a power cut left in a folder, where nobody writes now: half a file, or one that has its name too.
 * One of them may hold a secret. What cannot be removed stays, and harms nothing.
 */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((one) => LEFTOVER.test(one))) discard(path.join(folder, name));
}

/** A disk that fails has answered already, and that answer is the one to hear. What stays is removed when the folder is next opened. */
export function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // Nothing more can be done on that disk now.
  }
}

/** Throws what the disk answers to somebody who writes into this folder; nothing stays there. */
export function tryWriting(folder: string): void {
  throughTemporary(path.join(folder, 'nothing'), new Uint8Array(PAGE), 0o600, () => undefined);
}

/** Makes a folder and those above it that are missing, each recorded on the disk. Nothing happens to one that exists. */
export function makeFolder(folder: string): void {
  const whole = path.resolve(folder);
  if (existsSync(whole)) return;
  makeFolder(path.dirname(whole));
  mkdirSync(whole, { recursive: true });
  syncFolder(path.dirname(whole));
}

function throughTemporary<T>(file: string, bytes: Uint8Array, mode: number, name: (temporary: string) => T): T {
  const folder = path.dirname(path.resolve(file));
  const temporary = path.join(folder, `.writing-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeAndSync(temporary, bytes, mode);
    const outcome = name(temporary);
    syncFolder(folder);
    return outcome;
  } finally {
    discard(temporary);
  }
}

function writeAndSync(file: string, bytes: Uint8Array, mode: number): void {
  const descriptor = openSync(file, 'wx', mode);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A rename would silently replace; a second name (link) fails when the name is taken, even by somebody a moment earlier. */
function takeFreeName(temporary: string, file: string): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    if (!WITHOUT_LINKS.has(code)) throw error;
  }
  if (existsSync(file)) return false;
  renameSync(temporary, file);
  return true;
}

/** Forces what somebody else wrote into a file to the disk. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Forces the names in a folder to the disk. Windows keeps them safe by itself and refuses to open a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
