/**
 * The three records of a ZIP file (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), each written the one way this project
 * writes it: stored, never compressed; names in UTF-8; the date always 1 January 1980; no extra fields, no comments, no ZIP64. Any
 * unpacking program reads them, and our reader accepts nothing else.
 */
import { concat, utf8 } from './bytes.ts';

/** One member's particulars: its name, its length in bytes, its CRC-32, and where its local header begins. */
export interface MemberRecord {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  readonly headerOffset: number;
}

/** Where the directory stands and how many members it lists. */
export interface EndRecord {
  readonly members: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
}

export const LOCAL_HEADER_LENGTH = 30;
export const DIRECTORY_HEADER_LENGTH = 46;
export const END_RECORD_LENGTH = 22;
/** The highest values are the marks of ZIP64, so they stay unused. */
export const MAXIMUM_MEMBERS = 0xfffe;
export const MAXIMUM_OFFSET = 0xfffffffe;
export const MAXIMUM_NAME_LENGTH = 200;

const LOCAL_SIGNATURE = 0x04034b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
/** Version 2.0 of the format, made on a system without file permissions. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const MIDNIGHT = 0;
const FIRST_OF_JANUARY_1980 = 0x0021;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** Whether a member may bear this name: plain letters, digits and `._-` between slashes, nothing that climbs out of a folder. */
export function isMemberName(name: string): boolean {
  return name.length <= MAXIMUM_NAME_LENGTH && NAME.test(name);
}

/** Little-endian numbers, each as [value, bytes]. */
function numbers(...fields: readonly (readonly [number, 2 | 4])[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(fields.reduce((length, [, width]) => length + width, 0)));
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) bytes.setUint16(at, value, true);
    else bytes.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(bytes.buffer);
}

/** What both headers of a member say alike, from the version needed to the length of the (absent) extra field. */
function commonFields({ name, size, crc }: MemberRecord): readonly (readonly [number, 2 | 4])[] {
  const format = [VERSION, UTF8_NAMES, STORED, MIDNIGHT, FIRST_OF_JANUARY_1980].map((value) => [value, 2] as const);
  return [...format, [crc, 4], [size, 4], [size, 4], [name.length, 2], [0, 2]];
}

/** The header that stands before a member's bytes. */
export function localHeader(member: MemberRecord): Uint8Array {
  return concat(numbers([LOCAL_SIGNATURE, 4], ...commonFields(member)), utf8(member.name));
}

/** The member's entry in the directory: no comment, first disk, no attributes. */
export function directoryHeader(member: MemberRecord): Uint8Array {
  const fixed = numbers([DIRECTORY_SIGNATURE, 4], [VERSION, 2], ...commonFields(member));
  const absent = numbers([0, 2], [0, 2], [0, 2], [0, 4]);
  return concat(fixed, absent, numbers([member.headerOffset, 4]), utf8(member.name));
}

/** The record that ends the file. */
export function endRecord({ members, directorySize, directoryOffset }: EndRecord): Uint8Array {
  return numbers([END_SIGNATURE, 4], [0, 2], [0, 2], [members, 2], [members, 2], [directorySize, 4], [directoryOffset, 4], [0, 2]);
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What an end record of 22 bytes claims. Nothing is checked: encode it again and compare. */
export function claimedEnd(bytes: Uint8Array): EndRecord {
  const fields = view(bytes);
  return { members: fields.getUint16(10, true), directorySize: fields.getUint32(12, true), directoryOffset: fields.getUint32(16, true) };
}

/** What the directory entry at an offset claims, undefined if it is cut short. Nothing else is checked. */
export function claimedMember(directory: Uint8Array, at: number): MemberRecord | undefined {
  if (at + DIRECTORY_HEADER_LENGTH > directory.length) return undefined;
  const fields = view(directory);
  const start = at + DIRECTORY_HEADER_LENGTH;
  const nameBytes = directory.subarray(start, start + fields.getUint16(at + 28, true));
  // Names are plain ASCII; any other byte becomes a character that no name may contain.
  const name = Array.from(nameBytes.subarray(0, MAXIMUM_NAME_LENGTH + 1), (byte) => String.fromCharCode(byte)).join('');
  return {
    name,
    size: fields.getUint32(at + 24, true),
    crc: fields.getUint32(at + 16, true),
    headerOffset: fields.getUint32(at + 42, true),
  };
}
