/**
 * What every verifier of Ed25519 checks before it computes anything (RFC 8032 sections 5.1.3 and 5.1.7): both points are spelled the
 * one way and are not of small order, as Web Cryptography Level 2 asks. Programs differ on deliberately odd keys and signatures; a
 * result that one program calls signed and another does not would be worthless, so the strictest common reading is taken.
 */
const POINT_LENGTH = 32;
export const SIGNATURE_LENGTH = 64;
const FIELD_PRIME = 2n ** 255n - 19n;
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
  // Odd spellings and small orders all end in bytes that one sound point in thousands has: the others are spared the arithmetic.
  if (!isSuspect(bytes)) return undefined;
  const spelled = littleEndian(bytes);
  const y = spelled >= SIGN_BIT ? spelled - SIGN_BIT : spelled;
  if (y >= FIELD_PRIME) return 'not the one spelling of a point';
  if (SMALL_ORDER_Y.has(y)) return 'a point of small order';
  return undefined;
}

/** The last byte without its sign bit, with the one before it, as in 2^255 − 19, 0, 1 and the two of order eight. */
function isSuspect(bytes: Uint8Array): boolean {
  const top = (((bytes[31] ?? 0) & 0x7f) << 8) | (bytes[30] ?? 0);
  return top === 0 || top === 0x7fff || top === 0x7a03 || top === 0x05fc;
}

function littleEndian(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes.toReversed()) number = (number << 8n) | BigInt(byte);
  return number;
}

/**
 * Whether a 32-byte key and a 64-byte signature have sound points. A host with a verifier of its own (Node, a browser) asks this
 * first, so that all of them give the same answer.
 */
export function isSoundSignature(publicKey: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_LENGTH) return false;
  return pointFlaw(publicKey) === undefined && pointFlaw(signature.subarray(0, POINT_LENGTH)) === undefined;
}
