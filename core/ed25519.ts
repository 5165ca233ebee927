/**
 * The equation of an Ed25519 signature (RFC 8032 section 5.1.7), for hosts without a verifier of their own. It holds as it stands,
 * S·B = R + k·A, as openssl, Node and the browsers compute it: multiplied by eight it would accept signatures that they refuse.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';

const { Point } = ed25519;
const POINT_LENGTH = 32;

/** Whether 32 bytes spell a point of the curve at all; about half of all bytes do not. */
export function isOnCurve(bytes: Uint8Array): boolean {
  return decodePoint(bytes) !== undefined;
}

/** A journal is signed with a few keys, each many hundred times: those used often are multiplied from a table. */
const knownKeys = new Map<string, { readonly point: NonNullable<ReturnType<typeof decodePoint>>; uses: number }>();
const KNOWN_KEYS = 256;
const OFTEN = 16;
const TABLE_WINDOW = 6;

function keyPoint(publicKey: Uint8Array) {
  const name = publicKey.join();
  const known = knownKeys.get(name);
  if (known !== undefined) {
    known.uses += 1;
    if (known.uses === OFTEN) known.point.precompute(TABLE_WINDOW);
    return known.point;
  }
  const point = decodePoint(publicKey);
  if (knownKeys.size >= KNOWN_KEYS) knownKeys.clear();
  if (point !== undefined) knownKeys.set(name, { point, uses: 1 });
  return point;
}

function decodePoint(bytes: Uint8Array) {
  try {
    return Point.fromBytes(bytes);
  } catch {
    return undefined;
  }
}

/** Whether S·B − k·A is spelled exactly as R. Expects a sound signature; a key that is not on the curve verifies nothing. */
export function verifyEquation(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const spelledR = signature.subarray(0, POINT_LENGTH);
  const scalar = bytesToNumberLE(signature.subarray(POINT_LENGTH));
  const key = keyPoint(publicKey);
  if (scalar >= Point.Fn.ORDER || key === undefined) return false;
  const hashed = sha512.create().update(spelledR).update(publicKey).update(message).digest();
  const challenge = Point.Fn.create(bytesToNumberLE(hashed));
  const difference = Point.BASE.multiplyUnsafe(scalar).subtract(key.multiplyUnsafe(challenge));
  return difference.toBytes().every((byte, at) => byte === spelledR[at]);
}
