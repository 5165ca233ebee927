/**
 * A person's Ed25519 key at work (RFC 8032). What is kept secret is the seed of 32 bytes; here it becomes a key that signs, through
 * the one standard wrapping that Node reads (PKCS#8, RFC 8410 section 7).
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { type PublicKey, parsePublicKey } from '../core/keys.ts';
import { must } from '../core/result.ts';

/** Bytes of a private key's seed. */
export const SEED_LENGTH = 32;
/** The DER that precedes the 32 bytes of the seed (RFC 8410 section 7). */
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that a 32-byte seed stands for. Throws on any other length. The caller wipes its seed. */
export function privateKeyFromSeed(seed: Uint8Array): KeyObject {
  if (seed.length !== SEED_LENGTH) throw new Error(`broken invariant: a seed of ${seed.length} bytes`);
  const der = Buffer.concat([PRIVATE_KEY_PREFIX, seed]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

/** The 64-byte Ed25519 signature over the message as it stands (no hash of ours before it). */
export function signWith(key: KeyObject, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, key));
}

/** The public half, in the form in which definition and acts name it. Throws for anything but an Ed25519 key. */
export function publicKeyOf(key: KeyObject): PublicKey {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return must(parsePublicKey(der.toString('base64')));
}
