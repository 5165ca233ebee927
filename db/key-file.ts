/**
 * The encrypted key file: how a person's private key lies on a memory stick and in the centre's keystore, in one and the same form.
 * It says openly whose key it is, and holds the secret under a key made from the passphrase (scrypt, RFC 7914) with AES-256-GCM (NIST
 * SP 800-38D). Name, role and public key are bound to the secret: whoever alters them makes the file unopenable. Without the
 * passphrase the file is of no use, and nobody can restore a lost one.
 *
 * The bytes are one line of canonical JSON and a line feed. Bound as additional data: the canonical bytes of the same object without
 * `cipher` and `seed`.
 */
import { createCipheriv, createDecipheriv, type ScryptOptions, scrypt } from 'node:crypto';
import * as z from 'zod/mini';
import { concat, utf8 } from '../core/bytes.ts';
import { canonicalBytes, parseCanonical } from '../core/canonical.ts';
import { type PublicKey, parsePublicKey } from '../core/keys.ts';
import { fromBase64, toBase64 } from '../core/primitives.ts';
import { must, ok, type Result, refuse } from '../core/result.ts';
import { keySchema, nameSchema, personSchema } from '../core/text.ts';
import type { Random } from './random.ts';
import { privateKeyFromSeed, publicKeyOf, SEED_LENGTH } from './signing.ts';

/** scrypt's N for the keys of a live election: 128 MiB and about half a second for each guess. */
export const FULL_COST = 2 ** 17;
const LOWEST_COST = 2 ** 10;
const HIGHEST_COST = 2 ** 20;
const BLOCK_SIZE = 8;
const LONGEST_FILE = 8192;
const LINE_FEED = 0x0a;
const ALGORITHM = 'aes-256-gcm';
const LENGTHS = { salt: 16, nonce: 12, tag: 16, seed: SEED_LENGTH, key: 32 };

export const keyRoleSchema = z.enum(['ro', 'dro', 'clerk', 'agent']);
export type KeyRole = z.infer<typeof keyRoleSchema>;

/** Base64 of exactly so many bytes, in their one spelling. */
function bytesOf(length: number) {
  return z.string().check(
    z.refine((text) => {
      const bytes = fromBase64(text);
      return bytes.ok && bytes.value.length === length;
    }),
  );
}

/** Outside these bounds a file is refused before any work: below it is guessed too quickly, above it would occupy the machine. */
const costSchema = z.int().check(z.refine((cost) => cost >= LOWEST_COST && cost <= HIGHEST_COST && Number.isInteger(Math.log2(cost))));

const openPart = {
  format: z.literal('countersign-key-v1'),
  person: personSchema,
  role: keyRoleSchema,
  name: nameSchema,
  publicKey: keySchema,
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    cost: costSchema,
    blockSize: z.literal(BLOCK_SIZE),
    parallelization: z.literal(1),
    salt: bytesOf(LENGTHS.salt),
  }),
};
const keyFileSchema = z.strictObject({
  ...openPart,
  cipher: z.strictObject({ name: z.literal(ALGORITHM), nonce: bytesOf(LENGTHS.nonce), tag: bytesOf(LENGTHS.tag) }),
  seed: bytesOf(LENGTHS.seed),
});
type KeyFile = z.infer<typeof keyFileSchema>;
type OpenPart = Omit<KeyFile, 'cipher' | 'seed'>;

/** What a key file says openly, before any passphrase. Nothing vouches for it until the file has been opened. */
export interface KeyFileHeader {
  readonly person: string;
  readonly role: KeyRole;
  readonly name: string;
  readonly publicKey: PublicKey;
  /** scrypt's N. */
  readonly cost: number;
}

/** An opened key file. `seed` is the secret itself: whoever asks for it wipes it. */
export interface OpenedKeyFile extends KeyFileHeader {
  readonly seed: Uint8Array;
}

export interface SealOptions {
  readonly person: string;
  readonly role: KeyRole;
  readonly name: string;
  /** 32 bytes. */
  readonly seed: Uint8Array;
  /** As `makePassphrase` or `readPassphrase` gives it. */
  readonly passphrase: string;
  /** scrypt's N, a power of two from 2^10 to 2^20. */
  readonly cost: number;
  readonly random: Random;
}

/** The bytes of a new key file. Throws when asked for what no reader would accept. */
export async function sealKeyFile(options: SealOptions): Promise<Uint8Array> {
  const { person, role, name, seed, passphrase, cost, random } = options;
  const salt = toBase64(random(LENGTHS.salt));
  const open: OpenPart = {
    ...{ format: 'countersign-key-v1', person, role, name },
    publicKey: publicKeyOf(privateKeyFromSeed(seed)).text,
    kdf: { name: 'scrypt', cost, blockSize: BLOCK_SIZE, parallelization: 1, salt },
  };
  z.strictObject(openPart).parse(open);
  const key = await deriveKey(passphrase, open.kdf);
  const file = { ...open, ...encrypt(seed, key, random(LENGTHS.nonce), canonicalBytes(open)) };
  key.fill(0);
  return concat(canonicalBytes(file), Uint8Array.of(LINE_FEED));
}

/** What the file says openly. Refuses E-CONTENT for a damaged file, for unknown fields and for a cost out of bounds. */
export function readKeyFileHeader(bytes: Uint8Array): Result<KeyFileHeader> {
  const file = parseKeyFile(bytes);
  return file.ok ? headerOf(file.value) : file;
}

/**
 * The person's key. Refuses E-CONTENT for a damaged file, R-PASSPHRASE-WRONG when the secret does not come out whole (a wrong
 * passphrase, or a byte that was altered: the two cannot be told apart), E-KEY when the secret belongs to another public key.
 */
export async function openKeyFile(bytes: Uint8Array, passphrase: string): Promise<Result<OpenedKeyFile>> {
  const file = parseKeyFile(bytes);
  if (!file.ok) return file;
  const header = headerOf(file.value);
  if (!header.ok) return header;
  const key = await deriveKey(passphrase, file.value.kdf);
  const seed = decrypt(file.value, key);
  key.fill(0);
  if (seed === undefined) return refuse('R-PASSPHRASE-WRONG');
  if (publicKeyOf(privateKeyFromSeed(seed)).text === file.value.publicKey) return ok({ ...header.value, seed });
  seed.fill(0);
  return refuse('E-KEY', 'the secret in the key file belongs to another public key');
}

function parseKeyFile(bytes: Uint8Array): Result<KeyFile> {
  if (bytes.length > LONGEST_FILE || bytes.at(-1) !== LINE_FEED) return refuse('E-CONTENT', 'not a key file');
  const json = parseCanonical(bytes.subarray(0, -1));
  if (!json.ok) return refuse('E-CONTENT', `not a key file: ${json.refusal.detail}`);
  const file = keyFileSchema.safeParse(json.value);
  return file.success ? ok(file.data) : refuse('E-CONTENT', `not a key file: ${z.prettifyError(file.error)}`);
}

function headerOf(file: KeyFile): Result<KeyFileHeader> {
  const publicKey = parsePublicKey(file.publicKey);
  if (!publicKey.ok) return publicKey;
  return ok({ person: file.person, role: file.role, name: file.name, publicKey: publicKey.value, cost: file.kdf.cost });
}

/** In a thread of its own, so that screens keep answering. Node's memory limit is below what the full cost needs. */
function deriveKey(passphrase: string, kdf: KeyFile['kdf']): Promise<Buffer> {
  const { cost, blockSize, parallelization } = kdf;
  const options: ScryptOptions = { cost, blockSize, parallelization, maxmem: 128 * blockSize * (cost + parallelization + 2) };
  const secret = utf8(passphrase);
  return new Promise((resolve, reject) => {
    scrypt(secret, must(fromBase64(kdf.salt)), LENGTHS.key, options, (error, key) => {
      secret.fill(0);
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function encrypt(seed: Uint8Array, key: Uint8Array, nonce: Uint8Array, bound: Uint8Array): Pick<KeyFile, 'cipher' | 'seed'> {
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: LENGTHS.tag }).setAAD(bound);
  const secret = Buffer.concat([cipher.update(seed), cipher.final()]);
  return { cipher: { name: ALGORITHM, nonce: toBase64(nonce), tag: toBase64(cipher.getAuthTag()) }, seed: toBase64(secret) };
}

function decrypt(file: KeyFile, key: Uint8Array): Uint8Array | undefined {
  const { cipher, seed, ...open } = file;
  const nonce = must(fromBase64(cipher.nonce));
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: LENGTHS.tag }).setAAD(canonicalBytes(open));
  decipher.setAuthTag(must(fromBase64(cipher.tag)));
  const secret = decipher.update(must(fromBase64(seed)));
  try {
    decipher.final();
    return new Uint8Array(secret);
  } catch {
    return undefined;
  } finally {
    secret.fill(0);
  }
}
