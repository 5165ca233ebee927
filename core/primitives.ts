/**
 * The few operations everything else rests on: the SHA-256 fingerprint (FIPS 180-4), checking an Ed25519 signature (RFC 8032) and
 * base64 (RFC 4648 section 4). They work anywhere without help; a host that has faster ones of its own provides them
 * here, once, at its start. The bytes are the same either way, and a test says so.
 */
import { sha256 as portableSha256 } from '@noble/hashes/sha2.js';
import { decodeBase64Leniently, encodeBase64 } from './base64.ts';
import { verifyEquation } from './ed25519.ts';
import { isSoundSignature } from './points.ts';
import { ok, type Result, refuse } from './result.ts';

/** A SHA-256 taken piece by piece, for what is too large to hold; `digest` ends it. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

/** What a host may replace. None of them may throw on any bytes of the lengths stated. */
export interface Primitives {
  sha256(bytes: Uint8Array): Uint8Array;
  createSha256(): Sha256;
  /** Only ever asked about 32-byte keys and 64-byte signatures that `isSoundSignature` lets through. */
  verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  toBase64(bytes: Uint8Array): string;
  /** May be lenient: strictness is checked by encoding again. */
  decodeBase64(text: string): Uint8Array;
}

function createPortableSha256(): Sha256 {
  const hash = portableSha256.create();
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}

/** The ones that need no host. */
export const PORTABLE_PRIMITIVES: Primitives = {
  sha256: (bytes) => portableSha256(bytes),
  createSha256: createPortableSha256,
  verifySignature: verifyEquation,
  toBase64: encodeBase64,
  decodeBase64: decodeBase64Leniently,
};

let installed: Primitives = PORTABLE_PRIMITIVES;

/** Installs a host's own primitives; those it leaves out stay as they are. */
export function provide(native: Partial<Primitives>): void {
  installed = { ...installed, ...native };
}

/** The 32-byte SHA-256 of any bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return installed.sha256(bytes);
}

/** A SHA-256 to be fed piece by piece. */
export function createSha256(): Sha256 {
  return installed.createSha256();
}

/**
 * Whether `signature` (64 bytes) over `message` was made with the private half of `publicKey` (32 raw bytes). False, never a
 * throw, for wrong lengths, for keys and signatures of small order or odd spelling, and for keys that are not on the curve.
 */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return isSoundSignature(publicKey, signature) && installed.verifySignature(publicKey, message, signature);
}

/** The padded base64 of any bytes, on one line. */
export function toBase64(bytes: Uint8Array): string {
  return installed.toBase64(bytes);
}

/** The bytes of a base64 text. Refuses E-BASE64 unless the text is exactly how those bytes are written: one encoding only. */
export function fromBase64(text: string): Result<Uint8Array> {
  const bytes = installed.decodeBase64(text);
  return installed.toBase64(bytes) === text ? ok(bytes) : refuse('E-BASE64', 'not the one base64 spelling of any bytes');
}
