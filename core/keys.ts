/**
 * A person's public key as this project writes it: the base64 of its 44-byte DER SubjectPublicKeyInfo (RFC 8410 section 4), which
 * is the middle line of the PEM file that openssl prints. Its name is the SHA-256 of those 44 bytes. A key that could pass for
 * another, or with which anybody could sign, is refused wherever it appears: in the definition, at enrolment, in a bundle.
 */
import { concat, digest, equalBytes } from './bytes.ts';
import { isOnCurve } from './ed25519.ts';
import { pointFlaw } from './points.ts';
import { fromBase64, toBase64 } from './primitives.ts';
import { must, ok, type Result, refuse } from './result.ts';

/** An Ed25519 public key: as written, as 32 raw bytes, and its name (lower-case hexadecimal SHA-256 of the DER). */
export interface PublicKey {
  readonly text: string;
  readonly raw: Uint8Array;
  readonly id: string;
}

/** SEQUENCE of an AlgorithmIdentifier 1.3.101.112 and a BIT STRING of 32 bytes. */
const DER_PREFIX = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);
const DER_LENGTH = 44;
const TEXT_LENGTH = 60;
const PEM = /^-----BEGIN PUBLIC KEY-----\r?\n([^\r\n]+)\r?\n-----END PUBLIC KEY-----\r?\n?$/;

/** Sound keys already parsed: a journal names the same few keys many thousand times. */
const parsedKeys = new Map<string, PublicKey>();
const PARSED_KEYS = 4096;

/** The key a text names. Refuses E-KEY: not the base64 of such a DER, small order, odd spelling, or not a point of the curve. */
export function parsePublicKey(text: string): Result<PublicKey> {
  const known = parsedKeys.get(text);
  if (known !== undefined) return ok(known);
  const parsed = readPublicKey(text);
  if (!parsed.ok) return parsed;
  if (parsedKeys.size >= PARSED_KEYS) parsedKeys.clear();
  parsedKeys.set(text, parsed.value);
  return parsed;
}

function readPublicKey(text: string): Result<PublicKey> {
  if (text.length !== TEXT_LENGTH) return refuse('E-KEY', `${text.length} characters instead of ${TEXT_LENGTH}`);
  const der = fromBase64(text);
  if (!der.ok) return refuse('E-KEY', der.refusal.detail);
  const isEd25519 = der.value.length === DER_LENGTH && equalBytes(der.value.subarray(0, DER_PREFIX.length), DER_PREFIX);
  if (!isEd25519) return refuse('E-KEY', 'not an Ed25519 SubjectPublicKeyInfo');
  const raw = der.value.slice(DER_PREFIX.length);
  const flaw = pointFlaw(raw) ?? (isOnCurve(raw) ? undefined : 'not a point of the curve');
  return flaw === undefined ? ok({ text, raw, id: digest(der.value) }) : refuse('E-KEY', flaw);
}

/** The key of 32 raw bytes that somebody else wrote down. Refuses E-KEY as for a text. */
export function parseRawPublicKey(raw: Uint8Array): Result<PublicKey> {
  return parsePublicKey(toBase64(concat(DER_PREFIX, raw)));
}

/** The key of 32 raw bytes that came out of our own key making. Throws if it is one that would be refused. */
export function publicKeyFromRaw(raw: Uint8Array): PublicKey {
  return must(parseRawPublicKey(raw));
}

/** The PEM file of a key (RFC 7468 section 13), as openssl prints it. */
export function toPem(key: PublicKey): string {
  return `-----BEGIN PUBLIC KEY-----\n${key.text}\n-----END PUBLIC KEY-----\n`;
}

/** The key in a PEM file. Line ends may be of either kind; otherwise refuses E-KEY for all but what `toPem` writes. */
export function fromPem(pem: string): Result<PublicKey> {
  const text = PEM.exec(pem)?.[1];
  return text === undefined ? refuse('E-KEY', 'not a PEM public key') : parsePublicKey(text);
}
