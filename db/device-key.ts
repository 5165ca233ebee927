/**
 * The laptop's own key. The device signs what no person can vouch for: when the app started, who failed to unlock, the head of the
 * journal. The key is made at the first start and lies beside the database, outside it and outside every backup, so that a restored
 * copy can never pass for the original machine. A damaged key is not replaced in silence: only officials may admit a new one.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PublicKey } from '../core/keys.ts';
import { makeFolder, writeNewDurably } from './durable.ts';
import type { Random } from './random.ts';
import { privateKeyFromSeed, publicKeyOf, SEED_LENGTH, signWith } from './signing.ts';

export const DEVICE_KEY_FILE = 'device.pem';
const OWNER_ONLY = 0o600;

export interface DeviceKey {
  readonly publicKey: PublicKey;
  /** True when there was none and this call made it. */
  readonly isNew: boolean;
  /** What is wrong with the file; the key is then a stranger's, made for this once and written nowhere. */
  readonly fault?: string;
  /** The 64-byte Ed25519 signature over the message. */
  sign(message: Uint8Array): Uint8Array;
}

/**
 * The key of this machine for the data folder: the one in `device.pem` (PKCS#8, RFC 5958, in PEM, RFC 7468), made first if there
 * is none. Throws when the file is there but is not an Ed25519 private key.
 */
export function deviceKey(folder: string, random: Random): DeviceKey {
  const file = path.join(folder, DEVICE_KEY_FILE);
  const isNew = !existsSync(file) && makeKey(file, random);
  const key = readKey(file);
  return { publicKey: publicKeyOf(key), isNew, sign: (message) => signWith(key, message) };
}

/** The same where a damaged key must not stop the reading: the file is left as it is, and what is signed meanwhile is nobody's. */
export function deviceKeyForReading(folder: string, random: Random): DeviceKey {
  const file = path.join(folder, DEVICE_KEY_FILE);
  if (!existsSync(file) || isEd25519(parseKey(readFileSync(file)))) return deviceKey(folder, random);
  const stranger = privateKeyFromSeed(random(SEED_LENGTH));
  const sign = (message: Uint8Array) => signWith(stranger, message);
  return { publicKey: publicKeyOf(stranger), isNew: false, sign, fault: `the device key ${DEVICE_KEY_FILE} is damaged` };
}

function makeKey(file: string, random: Random): boolean {
  makeFolder(path.dirname(file));
  const seed = random(SEED_LENGTH);
  const pem = Buffer.from(privateKeyFromSeed(seed).export({ format: 'pem', type: 'pkcs8' }));
  seed.fill(0);
  const isWritten = writeNewDurably(file, pem, OWNER_ONLY);
  pem.fill(0);
  return isWritten;
}

function readKey(file: string): KeyObject {
  const key = parseKey(readFileSync(file));
  if (isEd25519(key)) return key;
  throw new Error(`the device key ${file} is damaged; it was left as it is. Restore the file, or restore a backup with a new device.`);
}

function isEd25519(key: KeyObject | undefined): key is KeyObject {
  return key?.asymmetricKeyType === 'ed25519';
}

function parseKey(pem: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    return undefined;
  } finally {
    pem.fill(0);
  }
}
