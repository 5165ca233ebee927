/**
 * Node's own SHA-256, signature check and base64, provided to core because they are many times faster than the portable ones.
 * The answers are the same: core asks first whether a signature is sound, and a test compares the two for all inputs.
 */
import { createHash, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { type Primitives, provide } from '../core/primitives.ts';

/** How many keys stay imported: more than any centre has people, few enough to bound what a hostile bundle can occupy. */
const IMPORTED_KEYS = 4096;
/** The DER that precedes the 32 raw bytes of an Ed25519 key (RFC 8410 section 4). */
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const importedKeys = new Map<string, KeyObject>();

/** Importing costs more than verifying, and a journal has few signers for many signatures. */
function importKey(raw: Uint8Array): KeyObject {
  const name = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const known = importedKeys.get(name);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([DER_PREFIX, raw]), format: 'der', type: 'spki' });
  if (importedKeys.size >= IMPORTED_KEYS) importedKeys.clear();
  importedKeys.set(name, key);
  return key;
}

/** A Buffer's `slice` is a view where an array's is a copy, so core is never handed one. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

export const NATIVE_PRIMITIVES: Primitives = {
  sha256: (bytes) => plain(hash('sha256', bytes, 'buffer')),
  createSha256: () => {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), digest: () => plain(running.digest()) };
  },
  verifySignature: (publicKey, message, signature) => verify(null, message, importKey(publicKey), signature),
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decodeBase64: (text) => plain(Buffer.from(text, 'base64')),
};

/** Makes core use Node's primitives; called once by each program that runs on Node. */
export function provideNative(): void {
  provide(NATIVE_PRIMITIVES);
}
