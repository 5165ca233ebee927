/**
 * The bundle's container: a ZIP file that can be written in one way only. The same members in the same order give the same bytes on
 * any day and any machine. The reader goes by the file's end, reads the directory, and writes every record again to compare: whatever
 * could be read in two ways by two programs is refused. It asks for pieces, so that a bundle of many gigabytes never stands in memory.
 */
import { concat, equalBytes, toHex } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { createSha256 } from './primitives.ts';
import { ok, type Result, refuse } from './result.ts';
import * as zip from './zip.ts';

/** A member to be written. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A member found: where its own bytes begin in the file, how many they are, and the CRC-32 they must have. */
export interface StoredMember {
  readonly name: string;
  readonly size: number;
  readonly offset: number;
  readonly crc: number;
}

/** A file of which pieces can be read; it must not change meanwhile. */
export interface Source {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A directory beyond this is refused unread: no bundle comes near it. */
const MAXIMUM_DIRECTORY = 32 * 1024 * 1024;
const SLICE = 1024 * 1024;

/** A source over bytes already in memory. */
export function memorySource(bytes: Uint8Array): Source {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/**
 * The container of these members in this order, piece by piece. Members may be made one at a time: each is let go once it is
 * yielded. Throws on a bad or repeated name, over 65,534 members, or 4 GiB: our defects.
 */
export function* encodeContainer(members: Iterable<Member>): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  const names = new Set<string>();
  let offset = 0;
  for (const { name, bytes } of members) {
    const record = { name, size: bytes.length, crc: crc32(bytes), headerOffset: offset };
    requireWritable(record, names);
    yield zip.localHeader(record);
    yield bytes;
    directory.push(zip.directoryHeader(record));
    offset += zip.LOCAL_HEADER_LENGTH + name.length + bytes.length;
  }
  const listed = concat(...directory);
  if (offset + listed.length > zip.MAXIMUM_OFFSET) throw new RangeError('a container must be smaller than 4 GiB');
  yield listed;
  yield zip.endRecord({ members: directory.length, directorySize: listed.length, directoryOffset: offset });
}

function requireWritable({ name, size, headerOffset }: zip.MemberRecord, names: Set<string>): void {
  if (!zip.isMemberName(name)) throw new TypeError(`not a member name: ${name}`);
  if (names.has(name)) throw new TypeError(`a member twice: ${name}`);
  names.add(name);
  if (names.size > zip.MAXIMUM_MEMBERS) throw new RangeError(`over ${zip.MAXIMUM_MEMBERS} members`);
  if (headerOffset + size > zip.MAXIMUM_OFFSET) throw new RangeError('a container must be smaller than 4 GiB');
}

/** Whether exactly these bytes stand at an offset of the source. */
async function standsAt(source: Source, offset: number, expected: Uint8Array): Promise<boolean> {
  return equalBytes(await source.read(offset, expected.length), expected);
}

async function readDirectory(source: Source): Promise<Result<zip.EndRecord & { readonly directory: Uint8Array }>> {
  const endOffset = source.size - zip.END_RECORD_LENGTH;
  if (endOffset < 0) return refuse('E-CONTAINER', 'too short', 'offset 0');
  const bytes = await source.read(endOffset, zip.END_RECORD_LENGTH);
  const place = `offset ${endOffset}`;
  if (bytes.length !== zip.END_RECORD_LENGTH) return refuse('E-CONTAINER', 'cut short', place);
  const end = zip.claimedEnd(bytes);
  if (!equalBytes(bytes, zip.endRecord(end)) || end.members > zip.MAXIMUM_MEMBERS) return refuse('E-CONTAINER', 'end record', place);
  if (end.directoryOffset + end.directorySize !== endOffset) return refuse('E-CONTAINER', 'directory is not before the end', place);
  if (end.directorySize > MAXIMUM_DIRECTORY) return refuse('E-CONTAINER', `directory of ${end.directorySize} bytes`, place);
  const directory = await source.read(end.directoryOffset, end.directorySize);
  return directory.length === end.directorySize ? ok({ ...end, directory }) : refuse('E-CONTAINER', 'cut short', place);
}

/** The member that must begin at `start`, if the directory's next entry is written as we would write it. */
function nextMember(directory: Uint8Array, at: number, start: number): Result<zip.MemberRecord> {
  const place = `directory entry at ${at}`;
  const member = zip.claimedMember(directory, at);
  if (member === undefined) return refuse('E-CONTAINER', 'directory is cut short', place);
  if (!zip.isMemberName(member.name)) return refuse('E-CONTAINER', 'member name', place);
  const expected = zip.directoryHeader({ ...member, headerOffset: start });
  if (!equalBytes(directory.subarray(at, at + expected.length), expected)) return refuse('E-CONTAINER', 'directory entry', member.name);
  return ok(member);
}

/** The members of a container, in order. Refuses E-CONTAINER for any file that `encodeContainer` would not have written so. */
export async function openContainer(source: Source): Promise<Result<readonly StoredMember[]>> {
  const end = await readDirectory(source);
  if (!end.ok) return end;
  const { directory, directoryOffset, members: count } = end.value;
  const members = new Map<string, StoredMember>();
  let [at, start] = [0, 0];
  while (members.size < count) {
    const record = nextMember(directory, at, start);
    if (!record.ok) return record;
    const { name, size, crc } = record.value;
    if (members.has(name)) return refuse('E-CONTAINER', 'a member twice', name);
    const offset = start + zip.LOCAL_HEADER_LENGTH + name.length;
    if (offset + size > directoryOffset) return refuse('E-CONTAINER', 'member overlaps the directory', name);
    if (!(await standsAt(source, start, zip.localHeader(record.value)))) return refuse('E-CONTAINER', 'local header', name);
    members.set(name, { name, size, offset, crc });
    [at, start] = [at + zip.DIRECTORY_HEADER_LENGTH + name.length, offset + size];
  }
  if (at !== directory.length || start !== directoryOffset) return refuse('E-CONTAINER', 'bytes between the records', `offset ${start}`);
  return ok([...members.values()]);
}

/** A member's bytes. Refuses E-CONTAINER if it is larger than `limit` bytes, cut short, or has not its checksum. */
export async function readMember(source: Source, member: StoredMember, limit: number): Promise<Result<Uint8Array>> {
  if (member.size > limit) return refuse('E-CONTAINER', `${member.size} bytes, over ${limit}`, member.name);
  const bytes = await source.read(member.offset, member.size);
  if (bytes.length !== member.size) return refuse('E-CONTAINER', 'cut short', member.name);
  return crc32(bytes) === member.crc ? ok(bytes) : refuse('E-CONTAINER', 'checksum', member.name);
}

/** A member's lower-case hexadecimal SHA-256, taken 1 MiB at a time. Refuses E-CONTAINER if cut short or not of its checksum. */
export async function hashMember(source: Source, member: StoredMember): Promise<Result<string>> {
  const hash = createSha256();
  let crc = 0;
  for (let done = 0; done < member.size; done += SLICE) {
    const length = Math.min(SLICE, member.size - done);
    const bytes = await source.read(member.offset + done, length);
    if (bytes.length !== length) return refuse('E-CONTAINER', 'cut short', member.name);
    crc = crc32(bytes, crc);
    hash.update(bytes);
  }
  return crc === member.crc ? ok(toHex(hash.digest())) : refuse('E-CONTAINER', 'checksum', member.name);
}
