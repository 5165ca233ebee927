/**
 * The first hundred bytes of a database file, those of them that SQLite itself hardly looks at (SQLite file format, section 1.3).
 * They are read from the file before anything is written to it: SQLite would set some of them right without a word. Left out are
 * the counters by which SQLite notices that a file has changed (24 to 27, 40 to 43, 92 to 99): every use of the file may move them.
 */
import { closeSync, openSync, readSync } from 'node:fs';

const HEADER_LENGTH = 100;
const MAGIC = 'SQLite format 3\0';
/** Format of writing and reading: both 2 with a write-ahead log, both 1 in a copy that was made whole. */
const FORMATS = [18, 19] as const;
/** Where each number of up to four bytes begins, its length, and what it is in every file that this program makes. */
const NUMBERS: readonly (readonly [number, number, number, string])[] = [
  [20, 1, 0, 'room kept free on each page'],
  [44, 4, 4, 'format of the schema'],
  [48, 4, 0, 'suggested cache'],
  [52, 4, 0, 'pages to be moved'],
  [56, 4, 1, 'spelling of text'],
  [64, 4, 0, 'moving of pages'],
  ...[72, 76, 80, 84, 88].map((at) => [at, 4, 0, 'reserved bytes'] as const),
];

/** What is wrong in the header of a database file; undefined for a sound one, and for what is too short to be a database at all. */
export function faultOfHeader(file: string): string | undefined {
  const header = firstBytes(file);
  if (header === undefined) return undefined;
  if (!MAGIC.split('').every((letter, at) => header[at] === letter.charCodeAt(0))) return 'the file is not a database';
  const [writing, reading] = FORMATS.map((at) => header[at]);
  if (writing !== reading || (writing !== 1 && writing !== 2))
    return `the file's header is not as it was made: format ${writing}/${reading}`;
  const strange = NUMBERS.find(([from, length, value]) => numberAt(header, from, length) !== value);
  return strange === undefined ? undefined : `the file's header is not as it was made: ${strange[3]}, at byte ${strange[0]}`;
}

function numberAt(header: Uint8Array, from: number, length: number): number {
  return header.subarray(from, from + length).reduce((number, byte) => number * 256 + byte, 0);
}

function firstBytes(file: string): Uint8Array | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const header = new Uint8Array(HEADER_LENGTH);
    return readSync(descriptor, header, 0, HEADER_LENGTH, 0) === HEADER_LENGTH ? header : undefined;
  } finally {
    closeSync(descriptor);
  }
}
