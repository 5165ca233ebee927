/**
 * The centre's keystore: the folder `keys` beside the database, one encrypted key file for each public key, so that nobody needs the
 * memory stick again after the first time. A file is named by the identifier of its public key. None is ever overwritten or deleted:
 * a person with a new key has two files, and the journal says which one counts.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { equalBytes } from '../core/bytes.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { makeFolder, writeNewDurably } from './durable.ts';
import { type KeyFileHeader, readKeyFileHeader } from './key-file.ts';
import { readKeyBytes } from './readable-key.ts';
import { onStorage } from './storage-trouble.ts';

const FOLDER = 'keys';
const KEY_ID = /^[0-9a-f]{64}$/;
const FILE_NAME = /^([0-9a-f]{64})\.json$/;
/** The files are encrypted; still nobody but the app has business with them. */
const OWNER_ONLY = 0o600;

export interface Keystore {
  /**
   * Keeps a key file and answers the key's identifier; giving the same file again changes nothing. Refuses E-CONTENT or E-KEY for
   * what is not a key file, E-FILE when another file for this key is kept already, R-KEY-UNREADABLE when that one cannot be read. Ask
   * for the passphrase first: a header proves nothing, and a false file would keep the true one out.
   */
  add(bytes: Uint8Array): Result<string>;
  /** Whether something is kept under a public key's identifier. */
  has(keyId: string): boolean;
  /** The key file of a public key's identifier, as it was given. Refuses R-KEY-UNREADABLE where it is there and cannot be read. */
  find(keyId: string): Result<Uint8Array | undefined>;
  /** What the kept key files of a person say openly, in the order of their identifiers. */
  forPerson(person: string): readonly KeyFileHeader[];
  /** Identifiers whose file is damaged, cannot be read, or tells of another key; their owners need the memory stick again. */
  damaged(): readonly string[];
}

/** Opens the keystore in the data folder, making it if it is missing. */
export function openKeystore(folder: string): Keystore {
  const keys = path.join(folder, FOLDER);
  makeFolder(keys);
  return {
    add: (bytes) => add(keys, bytes),
    has: (keyId) => has(keys, keyId),
    find: (keyId) => find(keys, keyId),
    forPerson: (person) => identifiers(keys).flatMap((keyId) => headersAt(keys, keyId).filter((header) => header.person === person)),
    damaged: () => identifiers(keys).filter((keyId) => headersAt(keys, keyId).length === 0),
  };
}

function add(keys: string, bytes: Uint8Array): Result<string> {
  const header = readKeyFileHeader(bytes);
  if (!header.ok) return header;
  const keyId = header.value.publicKey.id;
  const written = onStorage(() => ok(writeNewDurably(fileOf(keys, keyId), bytes, OWNER_ONLY)));
  if (!written.ok) return written;
  if (written.value) return ok(keyId);
  const kept = find(keys, keyId);
  if (!kept.ok) return kept;
  return kept.value !== undefined && equalBytes(kept.value, bytes)
    ? ok(keyId)
    : refuse('E-FILE', 'another key file of this key is kept already', keyId);
}

function has(keys: string, keyId: string): boolean {
  return KEY_ID.test(keyId) && existsSync(fileOf(keys, keyId));
}

function find(keys: string, keyId: string): Result<Uint8Array | undefined> {
  if (!has(keys, keyId)) return ok(undefined);
  const bytes = readKeyBytes(fileOf(keys, keyId));
  return bytes.ok ? ok(new Uint8Array(bytes.value)) : bytes;
}

/** One header, or none if the file does not say what its name says. */
function headersAt(keys: string, keyId: string): readonly KeyFileHeader[] {
  const kept = find(keys, keyId);
  const header = kept.ok ? readKeyFileHeader(kept.value ?? new Uint8Array()) : kept;
  return header.ok && header.value.publicKey.id === keyId ? [header.value] : [];
}

function identifiers(keys: string): readonly string[] {
  return readdirSync(keys)
    .flatMap((name) => FILE_NAME.exec(name)?.[1] ?? [])
    .sort();
}

function fileOf(keys: string, keyId: string): string {
  return path.join(keys, `${keyId}.json`);
}
