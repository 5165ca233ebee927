/**
 * A checkpoint: the journal's size and root, signed by the device that keeps it, in three lines that can be printed, read out and
 * compared. It is the C2SP tlog-checkpoint (c2sp.org/tlog-checkpoint) inside a C2SP signed note (c2sp.org/signed-note) with exactly
 * one Ed25519 signature, named as its origin. Whoever holds one can later tell whether the journal still contains that history.
 */
import { concat, equalBytes, utf8 } from './bytes.ts';
import { SIGNATURE_LENGTH } from './points.ts';
import { fromBase64, sha256, toBase64, verifySignature } from './primitives.ts';
import { ok, type Result, refuse } from './result.ts';

/** A tree head under the name of the journal it belongs to; the root is 32 bytes. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint taken apart; its signature is not yet verified. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** What the signature is over. */
  readonly signed: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** Four bytes that hint at the key. */
  readonly keyHash: Uint8Array;
  readonly name: string;
}

const ROOT_LENGTH = 32;
const KEY_HASH_LENGTH = 4;
/** Of a signed note: the byte that says Ed25519. */
const ED25519_TYPE = 1;
/** A note's key name has no spaces and no plus sign; control and unassigned characters would not survive being printed. */
const NAME = /^[^\s+\p{C}]+$/u;
const NOTE = /^([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]+)\n\n— ([^\n ]+) ([^\n ]+)\n$/;

/** The signed text: origin, size and root, a line each. Throws if the checkpoint cannot be written down. */
export function checkpointText(checkpoint: Checkpoint): string {
  const { origin, size, root } = checkpoint;
  if (!NAME.test(origin) || !Number.isSafeInteger(size) || size < 0 || root.length !== ROOT_LENGTH) {
    throw new TypeError(`not a checkpoint: ${origin} ${size}`);
  }
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** The four bytes by which a note hints at its key: SHA-256 of name, newline, type and the 32 raw bytes, cut short. */
export function keyHash(name: string, publicKeyRaw: Uint8Array): Uint8Array {
  return sha256(concat(utf8(`${name}\n`), Uint8Array.of(ED25519_TYPE), publicKeyRaw)).slice(0, KEY_HASH_LENGTH);
}

/** The note of a checkpoint and the signature over the bytes of its text. Throws if a part is malformed. */
export function sealCheckpoint(checkpoint: Checkpoint, publicKeyRaw: Uint8Array, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_LENGTH) throw new TypeError('not a 64-byte signature');
  const sealed = concat(keyHash(checkpoint.origin, publicKeyRaw), signature);
  return `${checkpointText(checkpoint)}\n— ${checkpoint.origin} ${toBase64(sealed)}\n`;
}

function fixedBase64(text: string, length: number): Uint8Array | undefined {
  const bytes = fromBase64(text);
  return bytes.ok && bytes.value.length === length ? bytes.value : undefined;
}

/** Takes a checkpoint apart, strictly: one signature line, no extension lines. Refuses E-CHECKPOINT. Does not verify it. */
export function openCheckpoint(text: string): Result<OpenedCheckpoint> {
  const [, origin = '', sizeText = '', rootText = '', name = '', sealedText = ''] = NOTE.exec(text) ?? [];
  if (origin === '') return refuse('E-CHECKPOINT', 'not three lines and one signature');
  if (!NAME.test(origin)) return refuse('E-CHECKPOINT', 'origin', 'line 1');
  const size = Number(sizeText);
  if (!Number.isSafeInteger(size)) return refuse('E-CHECKPOINT', 'size', 'line 2');
  const root = fixedBase64(rootText, ROOT_LENGTH);
  if (root === undefined) return refuse('E-CHECKPOINT', 'root', 'line 3');
  if (name !== origin) return refuse('E-CHECKPOINT', 'signed under another name than its origin', 'line 5');
  const sealed = fixedBase64(sealedText, KEY_HASH_LENGTH + SIGNATURE_LENGTH);
  if (sealed === undefined) return refuse('E-CHECKPOINT', 'signature', 'line 5');
  const checkpoint = { origin, size, root };
  const [hash, signature] = [sealed.slice(0, KEY_HASH_LENGTH), sealed.slice(KEY_HASH_LENGTH)];
  return ok({ checkpoint, signed: utf8(checkpointText(checkpoint)), signature, keyHash: hash, name });
}

/** The checkpoint, if it is of this origin and signed by this key (32 raw bytes). Refuses E-CHECKPOINT or E-SIGNATURE. */
export function verifyCheckpoint(text: string, publicKeyRaw: Uint8Array, origin: string): Result<Checkpoint> {
  const opened = openCheckpoint(text);
  if (!opened.ok) return opened;
  const { checkpoint, signed, signature, keyHash: hint } = opened.value;
  if (checkpoint.origin !== origin) return refuse('E-CHECKPOINT', `origin ${checkpoint.origin}, not ${origin}`, 'line 1');
  if (!equalBytes(hint, keyHash(origin, publicKeyRaw))) return refuse('E-SIGNATURE', 'names another key', 'line 5');
  return verifySignature(publicKeyRaw, signed, signature) ? ok(checkpoint) : refuse('E-SIGNATURE', 'not made by this key', 'line 5');
}
