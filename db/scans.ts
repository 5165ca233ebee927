/**
 * Pictures of the papers: files in the folder `scans` beside the database, kept byte for byte as the scanner or camera gave them and
 * named by their SHA-256, which is what the journal signs. A scan whose bytes no longer give its name is never handed out.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../core/bytes.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { MOST_DOTS } from '../core/scan-limits.ts';
import { makeFolder, writeDurably } from './durable.ts';
import { dotsClaimed } from './picture-size.ts';

const FOLDER = 'scans';
const DIGEST = /^[0-9a-f]{64}$/;
/** Bytes: 64 MiB, ten times what a whole form takes in colour at 300 dots per inch. */
export const LARGEST_SCAN = 64 * 2 ** 20;

export type ScanMediaType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** Each type by the first bytes its standard prescribes (ISO/IEC 10918-1, ISO/IEC 15948, ISO 32000); a name or extension says nothing. */
const TYPES: readonly { readonly mediaType: ScanMediaType; readonly extension: string; readonly start: readonly number[] }[] = [
  { mediaType: 'image/jpeg', extension: 'jpg', start: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', extension: 'png', start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'application/pdf', extension: 'pdf', start: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

export interface StoredScan {
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly digest: string;
  readonly mediaType: ScanMediaType;
  /** Bytes. */
  readonly size: number;
}

/** One step of a check: the scan looked at, how far along, and what is wrong with it, if anything. */
export interface ScanChecked {
  readonly digest: string;
  readonly done: number;
  readonly total: number;
  readonly fault?: 'missing' | 'damaged';
}

export interface Scans {
  /** Keeps a scan durably; one that is there already stays. Refuses E-PICTURE for other types, above 64 MiB, and above 150 million dots. */
  add(bytes: Uint8Array): Result<StoredScan>;
  /** The bytes as they were given; undefined when they are missing or no longer the same. */
  read(digest: string): Uint8Array | undefined;
  /** Where the file lies, whole or not; undefined when there is none. */
  path(digest: string): string | undefined;
  /** Hashes the scans that the journal names again, one each step, so that the caller may show progress or do other work between. */
  check(digests: readonly string[]): Generator<ScanChecked, void, undefined>;
}

/** Opens the scans in the data folder, making their folder if it is missing. */
export function openScans(folder: string): Scans {
  const scans = path.join(folder, FOLDER);
  makeFolder(scans);
  return {
    add: (bytes) => add(scans, bytes),
    read: (wanted) => read(scans, wanted),
    path: (wanted) => fileOf(scans, wanted),
    check: (digests) => check(scans, digests),
  };
}

/** What the bytes are, before anything is kept. Refuses E-PICTURE as `add` does. */
export function describeBytes(bytes: Uint8Array): Result<StoredScan> {
  const type = typeOf(bytes);
  return type.ok ? ok({ digest: digest(bytes), mediaType: type.value.mediaType, size: bytes.length }) : type;
}

function typeOf(bytes: Uint8Array): Result<(typeof TYPES)[number]> {
  if (bytes.length > LARGEST_SCAN) return refuse('E-PICTURE', `${bytes.length} bytes: a scan may have ${LARGEST_SCAN}`);
  const type = TYPES.find(({ start }) => start.every((byte, at) => bytes[at] === byte));
  if (type === undefined) return refuse('E-PICTURE', 'neither JPEG nor PNG nor PDF');
  const dots = dotsClaimed(bytes) ?? 0;
  return dots > MOST_DOTS ? refuse('E-PICTURE', `${dots} dots: a scan may have ${MOST_DOTS}`) : ok(type);
}

function add(scans: string, bytes: Uint8Array): Result<StoredScan> {
  const type = typeOf(bytes);
  if (!type.ok) return type;
  const { mediaType, extension } = type.value;
  const name = digest(bytes);
  // A file that was damaged since is made whole again: its name proves that these are the bytes it had.
  if (read(scans, name) === undefined) writeDurably(path.join(scans, `${name}.${extension}`), bytes);
  return ok({ digest: name, mediaType, size: bytes.length });
}

function fileOf(scans: string, wanted: string): string | undefined {
  if (!DIGEST.test(wanted)) return undefined;
  return TYPES.map(({ extension }) => path.join(scans, `${wanted}.${extension}`)).find((file) => existsSync(file));
}

function read(scans: string, wanted: string): Uint8Array | undefined {
  const file = fileOf(scans, wanted);
  if (file === undefined || statSync(file).size > LARGEST_SCAN) return undefined;
  const bytes = new Uint8Array(readFileSync(file));
  return digest(bytes) === wanted ? bytes : undefined;
}

function* check(scans: string, digests: readonly string[]): Generator<ScanChecked, void, undefined> {
  for (const [at, wanted] of digests.entries()) {
    const progress = { digest: wanted, done: at + 1, total: digests.length };
    if (fileOf(scans, wanted) === undefined) yield { ...progress, fault: 'missing' };
    else if (read(scans, wanted) === undefined) yield { ...progress, fault: 'damaged' };
    else yield progress;
  }
}
