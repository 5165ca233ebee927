/** Envelopes: the published encoding, one way only to write one, and a signature that holds for one kind of document. */
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, fromUtf8, utf8 } from '../../core/bytes.ts';
import { canonical, canonicalBytes, type Json } from '../../core/canonical.ts';
import {
  type Envelope,
  openEnvelope,
  parseEnvelopeFile,
  payloadType,
  preAuthenticationEncoding,
  sealEnvelope,
  verifyEnvelope,
} from '../../core/envelope.ts';
import { publicKeyFromRaw } from '../../core/keys.ts';
import { toBase64 } from '../../core/primitives.ts';
import { must } from '../../core/result.ts';

const seed = new Uint8Array(32).fill(5);
const key = publicKeyFromRaw(ed25519.getPublicKey(seed));
const payload = canonicalBytes({ body: 'Kituo cha kupigia kura', kind: 'act' });

function seal(kind: string, bytes: Uint8Array): Envelope {
  return sealEnvelope(kind, bytes, key.id, ed25519.sign(preAuthenticationEncoding(payloadType(kind), bytes), seed));
}

const envelope = seal('act', payload);
const [signature] = envelope.signatures;
const asJson = (value: unknown) => value as Json;

describe('the pre-authentication encoding', () => {
  test('is the one of the DSSE specification’s example', () => {
    const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', utf8('hello world'));
    expect(fromUtf8(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  test('counts bytes, not characters', () => {
    expect(fromUtf8(preAuthenticationEncoding('é', utf8('ŵ')))).toBe('DSSEv1 2 é 2 ŵ');
  });
});

describe('an envelope', () => {
  test('opens to what was sealed, and verifies with its key', () => {
    const opened = must(openEnvelope(asJson(envelope)));
    expect(opened).toMatchObject({ kind: 'act', keyId: key.id, digest: digest(payload), payloadText: fromUtf8(payload) });
    expect(opened.payload).toEqual(payload);
    expect(verifyEnvelope(opened, key)).toEqual({ ok: true, value: undefined });
  });

  test('does not verify as another kind, with another payload, or with another key', () => {
    const other = publicKeyFromRaw(ed25519.getPublicKey(new Uint8Array(32).fill(6)));
    const changed = [
      { ...envelope, payloadType: payloadType('receipt') },
      { ...envelope, payload: toBase64(utf8('{}')) },
      { ...envelope, signatures: [{ ...signature, keyid: other.id }] },
    ];
    for (const value of changed) {
      for (const candidate of [key, other]) {
        expect(verifyEnvelope(must(openEnvelope(asJson(value))), candidate)).toMatchObject({ refusal: { code: 'E-SIGNATURE' } });
      }
    }
    expect(verifyEnvelope(must(openEnvelope(asJson(envelope))), other)).toMatchObject({ refusal: { code: 'E-SIGNATURE' } });
  });

  test.each([
    ['a list', []],
    ['a text', 'x'],
    ['an absent field', { payload: envelope.payload, payloadType: envelope.payloadType }],
    ['a field too many', { ...envelope, extra: 1 }],
    ['a field of another name', { payload: envelope.payload, payloadtype: envelope.payloadType, signatures: envelope.signatures }],
    ['a payload that is no text', { ...envelope, payload: 1 }],
    ['another payload type', { ...envelope, payloadType: 'application/json' }],
    ['another version', { ...envelope, payloadType: 'application/vnd.countersign.act.v2+json' }],
    ['a kind in capitals', { ...envelope, payloadType: 'application/vnd.countersign.Act.v1+json' }],
    ['a type with a newline', { ...envelope, payloadType: `${envelope.payloadType}\n` }],
    ['no signature', { ...envelope, signatures: [] }],
    ['two signatures', { ...envelope, signatures: [signature, signature] }],
    ['signatures that are no list', { ...envelope, signatures: { 0: signature, length: 1 } }],
    ['a signature that is a list', { ...envelope, signatures: [[]] }],
    ['a signature without a key id', { ...envelope, signatures: [{ sig: signature.sig }] }],
    ['a signature field too many', { ...envelope, signatures: [{ ...signature, extra: 'x' }] }],
    ['a key id in capitals', { ...envelope, signatures: [{ ...signature, keyid: key.id.toUpperCase() }] }],
    ['a signature that is no text', { ...envelope, signatures: [{ ...signature, sig: 1 }] }],
    ['a signature of 63 bytes', { ...envelope, signatures: [{ ...signature, sig: toBase64(new Uint8Array(63)) }] }],
    ['a payload that is not UTF-8', { ...envelope, payload: toBase64(Uint8Array.of(0xff)) }],
  ])('is refused with %s', (_name, value) => {
    expect(openEnvelope(asJson(value))).toMatchObject({ ok: false, refusal: { code: 'E-ENVELOPE' } });
  });

  test('is refused in a second spelling of its base64', () => {
    expect(openEnvelope(asJson({ ...envelope, payload: 'e31=' }))).toMatchObject({ refusal: { code: 'E-BASE64', place: 'payload' } });
    const unpadded = { ...signature, sig: signature.sig.replace(/=+$/, '') };
    expect(openEnvelope(asJson({ ...envelope, signatures: [unpadded] }))).toMatchObject({ refusal: { code: 'E-BASE64', place: 'sig' } });
  });

  test('is not sealed with a malformed part', () => {
    const sig = new Uint8Array(64);
    for (const kind of ['', 'Act', '-act', 'act.v1', 'act\n']) expect(() => sealEnvelope(kind, payload, key.id, sig)).toThrow(TypeError);
    expect(() => sealEnvelope('act', payload, 'abc', sig)).toThrow(TypeError);
    expect(() => sealEnvelope('act', payload, key.id, new Uint8Array(65))).toThrow(TypeError);
  });
});

describe('an envelope file', () => {
  const text = canonical(envelope);

  test('is read with or without one newline after it, and with nothing else', () => {
    const opened = must(openEnvelope(asJson(envelope)));
    for (const end of ['', '\n']) expect(parseEnvelopeFile(utf8(text + end))).toEqual({ ok: true, value: opened });
    for (const wrong of [`${text}\n\n`, `${text}\r\n`, ` ${text}`, `\ufeff${text}`, text + text, '', '\n', '\u00ff']) {
      expect(parseEnvelopeFile(utf8(wrong))).toMatchObject({ refusal: { code: 'E-CANONICAL' } });
    }
    expect(parseEnvelopeFile(Uint8Array.of(0xff))).toMatchObject({ refusal: { code: 'E-CANONICAL', detail: 'not UTF-8' } });
  });

  test('with any byte changed is refused or does not verify', () => {
    const bytes = utf8(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const opened = parseEnvelopeFile(bytes.map((byte, index) => (index === at ? byte ^ change : byte)));
        expect(opened.ok && verifyEnvelope(opened.value, key).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
