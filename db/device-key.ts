/**
 * The laptop's own key. The device signs what no person can vouch for: when the app started, who failed to unlock, the head of the
 * journal. The key is made at the first start and lies beside the database, outside it and outside every backup, so that a restored
 * copy can never pass for the original machine. A damaged key is not replaced in silence: only officials may admit a new one.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PublicKey } from '../core/keys.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { makeFolder, writeNewDurably } from './durable.ts';
import type { Random } from './random.ts';
import { readKeyBytes } from './readable-key.ts';
import { privateKeyFromSeed, publicKeyOf, SEED_LENGTH, signWith } from './signing.ts';
import { refusedError } from './storage-trouble.ts';

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
 * is none. Throws when the file is there but cannot be read or is not an Ed25519 private key; `onStorage` hears R-KEY-UNREADABLE.
 */
export function deviceKey(folder: string, random: Random): DeviceKey {
  const file = path.join(folder, DEVICE_KEY_FILE);
  const isNew = !existsSync(file) && makeKey(file, random);
  const key = readKey(file);
  if (key.ok) return deviceWith(key.value, isNew);
  const advice = 'it was left as it is. Restore the file, or restore a backup with a new device.';
  throw refusedError(`the device key ${file} is damaged or cannot be read; ${advice}`, key.refusal);
}

/** The same where such a key must not stop the reading: the file is left as it is, and what is signed meanwhile is nobody's. */
export function deviceKeyForReading(folder: string, random: Random): DeviceKey {
  const file = path.join(folder, DEVICE_KEY_FILE);
  const key = existsSync(file) ? readKey(file) : ok(undefined);
  if (key.ok) return key.value === undefined ? deviceKey(folder, random) : deviceWith(key.value, false);
  return { ...deviceWith(privateKeyFromSeed(random(SEED_LENGTH)), false), fault: key.refusal.detail ?? DEVICE_KEY_FILE };
}

function deviceWith(key: KeyObject, isNew: boolean): DeviceKey {
  return { publicKey: publicKeyOf(key), isNew, sign: (message) => signWith(key, message) };
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

/** Refuses R-KEY-UNREADABLE, in words that can stand for themselves where a centre is opened for reading only. */
function readKey(file: string): Result<KeyObject> {
  const pem = readKeyBytes(file);
  if (!pem.ok) return refuse(pem.refusal.code, `the device key ${pem.refusal.detail}`);
  const key = parseKey(pem.value);
  return isEd25519(key) ? ok(key) : refuse('R-KEY-UNREADABLE', `the device key ${DEVICE_KEY_FILE} is damaged`);
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
