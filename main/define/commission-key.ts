/**
 * The commission's own key: Ed25519 (RFC 8032) in a PKCS#8 PEM file, as openssl writes it, with the public half beside it. It signs
 * the definition before the day and certificates later. A file with any other key is refused by name, a new key never replaces an
 * existing file, and only its owner may read it.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fromUtf8, utf8 } from '../../core/bytes.ts';
import { fromPem, type PublicKey, toPem } from '../../core/keys.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { publicKeyOf } from '../../db/signing.ts';
import { ALREADY_THERE, createFile, readBytes } from './files.ts';

const OWNER_ONLY = 0o600;
const FOR_ALL = 0o644;

const OTHER_FILES: Readonly<Record<string, string>> = {
  'ENCRYPTED PRIVATE KEY': 'the private key is under a passphrase; for a key that stays protected use --print-pae and --signature',
  'PUBLIC KEY': 'this is a public key, which cannot sign; for a key kept in hardware use --print-pae and --signature',
  'OPENSSH PRIVATE KEY': 'this is an OpenSSH key; an Ed25519 private key in PKCS#8 PEM is wanted',
  'RSA PRIVATE KEY': 'this is an RSA key; an Ed25519 private key in PKCS#8 PEM is wanted',
  'EC PRIVATE KEY': 'this is an elliptic-curve key of another kind; an Ed25519 private key in PKCS#8 PEM is wanted',
};

/** The private key in a file. Refuses E-FILE and E-KEY. */
export function readPrivateKey(file: string): Result<KeyObject> {
  const text = readPem(file);
  if (!text.ok) return text;
  const kind = pemKind(text.value);
  if (kind !== 'PRIVATE KEY') return refuse('E-KEY', OTHER_FILES[kind ?? ''] ?? 'this is no private key in PKCS#8 PEM', file);
  const key = parsePrivateKey(text.value);
  if (key === undefined) return refuse('E-KEY', 'the private key is damaged', file);
  if (key.asymmetricKeyType !== 'ed25519')
    return refuse('E-KEY', `this is a key for ${key.asymmetricKeyType}; an Ed25519 key is wanted`, file);
  return ok(key);
}

/** The public key in a file that holds either half. Refuses E-FILE and E-KEY. */
export function readPublicKey(file: string): Result<PublicKey> {
  const text = readPem(file);
  if (!text.ok) return text;
  if (pemKind(text.value) !== 'PUBLIC KEY') {
    const privateKey = readPrivateKey(file);
    return privateKey.ok ? ok(publicKeyOf(privateKey.value)) : privateKey;
  }
  const key = fromPem(text.value);
  return key.ok ? key : refuse('E-KEY', `this is no Ed25519 public key: ${key.refusal.detail ?? ''}`, file);
}

/** Makes a key and writes FILE, for its owner only, and FILE.pub. Refuses E-FILE where either exists already. */
export function createPrivateKeyFile(file: string): Result<KeyObject> {
  const publicFile = `${file}.pub`;
  if (existsSync(publicFile)) return refuse('E-FILE', ALREADY_THERE, publicFile);
  const { privateKey } = generateKeyPairSync('ed25519');
  const written = createFile(file, utf8(String(privateKey.export({ format: 'pem', type: 'pkcs8' }))), OWNER_ONLY);
  if (!written.ok) return written;
  const published = createFile(publicFile, utf8(toPem(publicKeyOf(privateKey))), FOR_ALL);
  return published.ok ? ok(privateKey) : published;
}

function readPem(file: string): Result<string> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const text = fromUtf8(bytes.value);
  return text === undefined ? refuse('E-KEY', 'this is no PEM file', file) : ok(text);
}

function pemKind(text: string): string | undefined {
  return /^-----BEGIN ([A-Z0-9 ]+)-----/m.exec(text)?.[1];
}

function parsePrivateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    return undefined;
  }
}
