/**
 * Files that only grow, line by line, on a medium that may be pulled out at any moment. A line counts when its line feed is on the
 * disk; what stands after the last one was torn by a power cut, and is cut off when the file is next added to, and never otherwise.
 */
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { syncFolder } from './durable.ts';

const CHUNK = 1 << 20;
const LINE_FEED = 0x0a;
/** Far beyond any entry: what has no line feed for so long is not lines. */
const LONGEST_LINE = 64 * CHUNK;

/** A line without its line feed, and where the next one begins. */
export interface Line {
  readonly bytes: Uint8Array;
  readonly end: number;
}

/** The whole lines of a file in order, read in pieces; none of a file that is not there. */
export function* wholeLines(file: string): Generator<Line> {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  try {
    let kept = Buffer.alloc(0);
    let start = 0;
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(descriptor, chunk, 0, CHUNK, start + kept.length);
      if (read === 0) return;
      const bytes = Buffer.concat([kept, chunk.subarray(0, read)]);
      let from = 0;
      for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
        yield { bytes: new Uint8Array(bytes.subarray(from, at)), end: start + at + 1 };
        from = at + 1;
      }
      kept = bytes.subarray(from);
      start += from;
      if (kept.length > LONGEST_LINE) return;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The last whole line of a file; undefined where there is none. */
export function lastWholeLine(file: string): Line | undefined {
  if (!existsSync(file)) return undefined;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    for (let span = CHUNK; ; span *= 4) {
      const start = Math.max(0, size - span);
      const bytes = Buffer.alloc(size - start);
      readSync(descriptor, bytes, 0, bytes.length, start);
      const end = bytes.lastIndexOf(LINE_FEED);
      const before = end <= 0 ? -1 : bytes.lastIndexOf(LINE_FEED, end - 1);
      if (end >= 0 && (before >= 0 || start === 0)) return { bytes: new Uint8Array(bytes.subarray(before + 1, end)), end: start + end + 1 };
      if (start === 0 || span > LONGEST_LINE) return undefined;
    }
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Adds whole lines after `end`, the byte where the last sound one ended, and forces them to the disk. What lies beyond must be less
 * than a line; answers false, and writes nothing, where the file has become another one meanwhile.
 */
export function addLines(file: string, end: number, bytes: Uint8Array): boolean {
  const isNew = !existsSync(file);
  if (isNew && end > 0) return false;
  const descriptor = openSync(file, isNew ? 'wx+' : 'r+');
  try {
    if (!isNew && !isOnlyTorn(descriptor, end)) return false;
    ftruncateSync(descriptor, end);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, end + done);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (isNew) syncFolder(path.dirname(file));
  return true;
}

/** Whether a whole line ends at `end`, and no other after it. */
function isOnlyTorn(descriptor: number, end: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size < end || size - end > LONGEST_LINE) return false;
  const rest = Buffer.alloc(size - end + (end > 0 ? 1 : 0));
  readSync(descriptor, rest, 0, rest.length, end > 0 ? end - 1 : 0);
  return (end === 0 || rest[0] === LINE_FEED) && rest.indexOf(LINE_FEED, end > 0 ? 1 : 0) < 0;
}
