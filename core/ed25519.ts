/**
 * When an Ed25519 signature counts (RFC 8032 section 5.1.7). Programs differ on deliberately odd keys and signatures: some accept a
 * key that signs everything, some accept two spellings of one key, some multiply both sides of the equation by eight and so accept
 * more. A result that one program calls signed and another does not would be worthless, so the strictest common reading is
 * taken: both points are spelled the one way (RFC 8032 section 5.1.3) and are not of small order, as Web Cryptography Level 2 asks,
 * and the equation holds as it stands, S·B = R + k·A, as openssl, Node and the browsers compute it.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';

const { Point } = ed25519;
const POINT_LENGTH = 32;
export const SIGNATURE_LENGTH = 64;
const FIELD_PRIME = Point.Fp.ORDER;
const SIGN_BIT = 1n << 255n;

/** The y of every point whose order divides eight: 0 (order 4), 1 (1), p − 1 (2) and the two of order 8. */
const SMALL_ORDER_Y: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  FIELD_PRIME - 1n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
]);

/** Why 32 bytes are not a point to be trusted, or undefined if they are not to be faulted by their spelling. */
export function pointFlaw(bytes: Uint8Array): string | undefined {
  if (bytes.length !== POINT_LENGTH) return `${bytes.length} bytes instead of ${POINT_LENGTH}`;
  const spelled = bytesToNumberLE(bytes);
  const y = spelled >= SIGN_BIT ? spelled - SIGN_BIT : spelled;
  if (y >= FIELD_PRIME) return 'not the one spelling of a point';
  if (SMALL_ORDER_Y.has(y)) return 'a point of small order';
  return undefined;
}

/** Whether 32 bytes spell a point of the curve at all; about half of all bytes do not. */
export function isOnCurve(bytes: Uint8Array): boolean {
  return decodePoint(bytes) !== undefined;
}

function decodePoint(bytes: Uint8Array) {
  try {
    return Point.fromBytes(bytes);
  } catch {
    return undefined;
  }
}

/**
 * What every verifier checks before it computes anything: a 32-byte key and a 64-byte signature whose points are sound. A host
 * with a verifier of its own (Node, a browser) asks this first, so that all of them give the same answer.
 */
export function isSoundSignature(publicKey: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_LENGTH) return false;
  return pointFlaw(publicKey) === undefined && pointFlaw(signature.subarray(0, POINT_LENGTH)) === undefined;
}

/** Whether S·B − k·A is spelled exactly as R. Expects a sound signature; a key that is not on the curve verifies nothing. */
export function verifyEquation(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const spelledR = signature.subarray(0, POINT_LENGTH);
  const scalar = bytesToNumberLE(signature.subarray(POINT_LENGTH));
  const key = decodePoint(publicKey);
  if (scalar >= Point.Fn.ORDER || key === undefined) return false;
  const hashed = sha512.create().update(spelledR).update(publicKey).update(message).digest();
  const challenge = Point.Fn.create(bytesToNumberLE(hashed));
  const difference = Point.BASE.multiplyUnsafe(scalar).subtract(key.multiplyUnsafe(challenge));
  return difference.toBytes().every((byte, at) => byte === spelledR[at]);
}
