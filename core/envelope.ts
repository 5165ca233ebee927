/**
 * The envelope around everything anybody signs: DSSE 1.0.2 (secure-systems-lab/dsse, protocol.md and envelope.md) with exactly one
 * signature. What is signed is not the bare payload but a labelled sentence that names its type, so that a signature given for one
 * kind of document can never be shown under another. The key's name outside is a hint only: the signer stands inside the payload.
 */
import { concat, digest, fromUtf8, utf8 } from './bytes.ts';
import { type Json, parseCanonicalText } from './canonical.ts';
import type { PublicKey } from './keys.ts';
import { SIGNATURE_LENGTH } from './points.ts';
import { fromBase64, toBase64, verifySignature } from './primitives.ts';
import { ok, type Result, refuse } from './result.ts';

/** An envelope as it is written: payload and signature in base64, the signer's key by the SHA-256 of its DER. */
export interface Envelope {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly [{ readonly keyid: string; readonly sig: string }];
}

/** An envelope taken apart; its signature is not yet verified. */
export interface OpenedEnvelope {
  readonly kind: string;
  /** The exact bytes that were signed under their label, and the same as text. */
  readonly payload: Uint8Array;
  readonly payloadText: string;
  readonly keyId: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** Lower-case hexadecimal SHA-256 of the payload. */
  readonly digest: string;
  /** What the signature is over: the pre-authentication encoding. */
  readonly signed: Uint8Array;
}

const KIND = /^[a-z][a-z-]*$/;
const PAYLOAD_TYPE = /^application\/vnd\.countersign\.([a-z][a-z-]*)\.v1\+json$/;
const KEY_ID = /^[0-9a-f]{64}$/;

/** The media type of a kind of payload. Throws if the kind is not lower-case letters and hyphens. */
export function payloadType(kind: string): string {
  if (!KIND.test(kind)) throw new TypeError(`not a kind of payload: ${kind}`);
  return `application/vnd.countersign.${kind}.v1+json`;
}

/** The labelled sentence that is signed: "DSSEv1", then type and payload, each preceded by its length in bytes. */
export function preAuthenticationEncoding(type: string, payload: Uint8Array): Uint8Array {
  const typeBytes = utf8(type);
  return concat(utf8(`DSSEv1 ${typeBytes.length} `), typeBytes, utf8(` ${payload.length} `), payload);
}

/** The envelope of a payload and the signature over its pre-authentication encoding. Throws if a part is malformed. */
export function sealEnvelope(kind: string, payload: Uint8Array, keyId: string, signature: Uint8Array): Envelope {
  if (!KEY_ID.test(keyId) || signature.length !== SIGNATURE_LENGTH) throw new TypeError('not a key id with a 64-byte signature');
  return { payload: toBase64(payload), payloadType: payloadType(kind), signatures: [{ keyid: keyId, sig: toBase64(signature) }] };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && !Array.isArray(value);
}

function fieldsAre(value: { readonly [key: string]: Json }, ...names: readonly string[]): boolean {
  const present = Object.keys(value);
  return present.length === names.length && names.every((name) => Object.hasOwn(value, name));
}

export interface WrittenEnvelope {
  readonly payload: string;
  readonly kind: string;
  readonly keyId: string;
  readonly signature: string;
}

function readFields(value: Json): Result<WrittenEnvelope> {
  if (!isObject(value) || !fieldsAre(value, 'payload', 'payloadType', 'signatures')) return refuse('E-ENVELOPE', 'not the three fields');
  const { payload, payloadType: type, signatures } = value;
  const kind = typeof type === 'string' ? PAYLOAD_TYPE.exec(type)?.[1] : undefined;
  if (typeof payload !== 'string' || kind === undefined) return refuse('E-ENVELOPE', 'payload type');
  if (!Array.isArray(signatures) || signatures.length !== 1) return refuse('E-ENVELOPE', 'not exactly one signature');
  const [one] = signatures as readonly Json[];
  if (!isObject(one) || !fieldsAre(one, 'keyid', 'sig')) return refuse('E-ENVELOPE', 'signature fields');
  const { keyid: keyId, sig: signature } = one;
  if (typeof keyId !== 'string' || !KEY_ID.test(keyId)) return refuse('E-ENVELOPE', 'key id');
  return typeof signature === 'string' ? ok({ payload, kind, keyId, signature }) : refuse('E-ENVELOPE', 'signature fields');
}

/** Takes an envelope apart, strictly. Refuses E-ENVELOPE or E-BASE64. Does not verify the signature: see `verifyEnvelope`. */
export function openEnvelope(value: Json): Result<OpenedEnvelope> {
  const written = readFields(value);
  return written.ok ? openWritten(written.value) : written;
}

/** The same from the four texts of an envelope, whose kind and key id were matched already. */
export function openWritten({ kind, keyId, ...written }: WrittenEnvelope): Result<OpenedEnvelope> {
  const payload = fromBase64(written.payload);
  if (!payload.ok) return refuse('E-BASE64', payload.refusal.detail, 'payload');
  const signature = fromBase64(written.signature);
  if (!signature.ok) return refuse('E-BASE64', signature.refusal.detail, 'sig');
  if (signature.value.length !== SIGNATURE_LENGTH) return refuse('E-ENVELOPE', `signature of ${signature.value.length} bytes`);
  const payloadText = fromUtf8(payload.value);
  if (payloadText === undefined) return refuse('E-ENVELOPE', 'payload is not UTF-8');
  const signed = preAuthenticationEncoding(payloadType(kind), payload.value);
  return ok({ kind, payload: payload.value, payloadText, keyId, signature: signature.value, digest: digest(payload.value), signed });
}

/** Takes apart a file that is one envelope in canonical JSON, with at most one newline after it. Refuses E-CANONICAL as well. */
export function parseEnvelopeFile(bytes: Uint8Array): Result<OpenedEnvelope> {
  const text = fromUtf8(bytes);
  if (text === undefined) return refuse('E-CANONICAL', 'not UTF-8');
  const value = parseCanonicalText(text.endsWith('\n') ? text.slice(0, -1) : text);
  return value.ok ? openEnvelope(value.value) : value;
}

/** Whether this key made the envelope's signature, and is the one its hint names. Refuses E-SIGNATURE. */
export function verifyEnvelope(opened: OpenedEnvelope, key: PublicKey): Result<undefined> {
  if (opened.keyId !== key.id) return refuse('E-SIGNATURE', `names key ${opened.keyId}, not ${key.id}`);
  if (!verifySignature(key.raw, opened.signed, opened.signature)) return refuse('E-SIGNATURE', `not made by key ${key.id}`);
  return ok(undefined);
}
