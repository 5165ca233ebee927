/**
 * The write-ahead log beside a database that was not closed in peace (SQLite file format, section 4). SQLite reads it up to the first
 * frame whose checksum is wrong and takes the rest for the remains of a power cut, without a word. But what was acknowledged lay on
 * the disk before the next was written: a broken frame that a later transaction stands on was altered. What cannot be told from
 * a power cut by the log alone, a break in the very last transaction, only the second medium and the receipts can tell.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { equalBytes } from '../core/bytes.ts';

const HEADER_LENGTH = 32;
const FRAME_HEADER_LENGTH = 24;
const MAGIC = 0x377f0682;
/** A log that somebody is writing to may look broken for a moment; one that rests reads twice the same. */
const READINGS = 5;

interface Sum {
  readonly one: number;
  readonly two: number;
}

interface Frame {
  readonly commits: boolean;
  /** Whether it bears both marks of this log, or at least one. */
  readonly isOurs: boolean;
  readonly isNearlyOurs: boolean;
  readonly stored: Sum;
  sumFrom(before: Sum): Sum;
}

/** What was altered in a database's write-ahead log, with the frame, counted from 1; undefined where nothing can be told. */
export function faultOfLog(database: string): string | undefined {
  const log = `${database}-wal`;
  let last: Uint8Array | undefined;
  for (let reading = 0; reading < READINGS; reading++) {
    const bytes = existsSync(log) ? new Uint8Array(readFileSync(log)) : new Uint8Array();
    const fault = bytes.length < HEADER_LENGTH ? undefined : faultIn(bytes, pageSizeOf(database));
    if (fault === undefined || (last !== undefined && equalBytes(last, bytes))) return fault;
    last = bytes;
  }
  return undefined;
}

/** Two bytes at 16, where 1 stands for 65,536. */
function pageSizeOf(database: string): number {
  const descriptor = openSync(database, 'r');
  try {
    const size = new Uint8Array(2);
    readSync(descriptor, size, 0, 2, 16);
    const pageSize = new DataView(size.buffer).getUint16(0);
    return pageSize === 1 ? 65_536 : pageSize;
  } finally {
    closeSync(descriptor);
  }
}

function faultIn(log: Uint8Array, pageSize: number): string | undefined {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  // The last bit of the magic number says how the checksums count; only the header's own checksum tells whether that bit is true.
  const orders = [(view.getUint32(0) & 1) === 0, (view.getUint32(0) & 1) === 1];
  const stored = sumAt(view, 24);
  const sound = orders.find((isLittle) => equalSums(sumOver(view, 0, 24, isLittle, { one: 0, two: 0 }), stored));
  if (sound === orders[0] && (view.getUint32(0) & ~1) >>> 0 === MAGIC)
    return faultOfFrames(framesOf(view, pageSize, sound === true), stored);
  const isBuiltOn = orders.some((isLittle) => {
    const [first] = framesOf(view, pageSize, isLittle);
    const seeds = [stored, sumOver(view, 0, 24, isLittle, { one: 0, two: 0 })];
    return first !== undefined && seeds.some((seed) => equalSums(first.sumFrom(seed), first.stored));
  });
  return isBuiltOn ? 'the header of the write-ahead log was altered' : undefined;
}

function faultOfFrames(frames: readonly Frame[], seed: Sum): string | undefined {
  const sums = [seed, ...frames.map(({ stored }) => stored)];
  const follows = (frame: Frame, at: number) => equalSums(frame.sumFrom(sums[at] as Sum), frame.stored);
  const at = frames.findIndex((frame, place) => !frame.isOurs || !follows(frame, place));
  const broken = frames[at];
  if (broken === undefined) return undefined;
  const later = frames.slice(at + 1).filter((frame, place) => frame.isOurs && follows(frame, at + 1 + place));
  const end = broken.isNearlyOurs && broken.commits ? -1 : later.findIndex(({ commits }) => commits);
  const isStoodOn = later.length > 0 && (end >= 0 || (broken.isNearlyOurs && broken.commits)) && later.length > end + 1;
  return isStoodOn ? `frame ${at + 1} of the write-ahead log was altered: what was written after it cannot be read` : undefined;
}

function framesOf(view: DataView, pageSize: number, isLittle: boolean): readonly Frame[] {
  const length = FRAME_HEADER_LENGTH + pageSize;
  const count = pageSize === 0 ? 0 : Math.floor((view.byteLength - HEADER_LENGTH) / length);
  return Array.from({ length: count }, (_, place) => frameAt(view, HEADER_LENGTH + place * length, pageSize, isLittle));
}

function frameAt(view: DataView, at: number, pageSize: number, isLittle: boolean): Frame {
  const marks = [0, 4].map((part) => view.getUint32(at + 8 + part) === view.getUint32(16 + part));
  return {
    commits: view.getUint32(at + 4) !== 0,
    isOurs: marks.every(Boolean),
    isNearlyOurs: marks.some(Boolean),
    stored: sumAt(view, at + 16),
    sumFrom: (before) => sumOver(view, at + FRAME_HEADER_LENGTH, pageSize, isLittle, sumOver(view, at, 8, isLittle, before)),
  };
}

/** Two running sums over pairs of 32-bit words (SQLite file format, section 4.2). */
function sumOver(view: DataView, from: number, length: number, isLittle: boolean, before: Sum): Sum {
  let { one, two } = before;
  for (let at = from; at < from + length; at += 8) {
    one = (one + view.getUint32(at, isLittle) + two) >>> 0;
    two = (two + view.getUint32(at + 4, isLittle) + one) >>> 0;
  }
  return { one, two };
}

function sumAt(view: DataView, at: number): Sum {
  return { one: view.getUint32(at), two: view.getUint32(at + 4) };
}

function equalSums(left: Sum, right: Sum): boolean {
  return left.one === right.one && left.two === right.two;
}
