/** The primitives a host brings give the same bytes and the same answers as the portable ones, for all inputs. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { concat, digest, equalBytes, fromHex, fromUtf8, toHex, utf8 } from '../../core/bytes.ts';
import { isSoundSignature } from '../../core/points.ts';
import { fromBase64, PORTABLE_PRIMITIVES, provide, sha256, toBase64, verifySignature } from '../../core/primitives.ts';
import { NATIVE_PRIMITIVES, provideNative } from '../../db/native.ts';
import { ODD_SIGNATURES } from './signatures.ts';

const anyBytes = fc.uint8Array({ maxLength: 300 });

afterEach(() => provide(PORTABLE_PRIMITIVES));

describe('native and portable primitives', () => {
  test('give the same fingerprint of any bytes, whole or in pieces', () => {
    fc.assert(
      fc.property(fc.array(anyBytes, { maxLength: 5 }), (pieces) => {
        const whole = concat(...pieces);
        const inPieces = [NATIVE_PRIMITIVES, PORTABLE_PRIMITIVES].map((primitives) => {
          const hash = primitives.createSha256();
          for (const piece of pieces) hash.update(piece);
          return hash.digest();
        });
        const atOnce = [NATIVE_PRIMITIVES.sha256(whole), PORTABLE_PRIMITIVES.sha256(whole)];
        for (const hash of [...inPieces, ...atOnce]) expect(hash).toEqual(inPieces[0]);
      }),
    );
  });

  test('write any bytes as the same base64', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(PORTABLE_PRIMITIVES.toBase64(bytes)).toBe(NATIVE_PRIMITIVES.toBase64(bytes));
      }),
    );
  });

  test('accept and refuse the same texts as base64', () => {
    const nearBase64 = fc.string({ unit: fc.constantFrom(...'ABzZ019+/=-_ \n\u00e9'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(nearBase64, fc.string({ unit: 'binary' })), (text) => {
        const portable = fromBase64(text);
        provideNative();
        expect(fromBase64(text)).toEqual(portable);
        provide(PORTABLE_PRIMITIVES);
      }),
      { numRuns: 2000 },
    );
  });

  test('agree on every odd signature that reaches them', () => {
    for (const { publicKey, message, signature } of ODD_SIGNATURES) {
      if (!isSoundSignature(publicKey, signature)) continue;
      const native = NATIVE_PRIMITIVES.verifySignature(publicKey, message, signature);
      expect(PORTABLE_PRIMITIVES.verifySignature(publicKey, message, signature)).toBe(native);
    }
  });

  test('agree on signatures, keys and messages with a byte changed', () => {
    const valid = ODD_SIGNATURES[0];
    if (valid === undefined) throw new Error('no vectors');
    const whole = concat(valid.publicKey, valid.signature, valid.message);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = whole.map((byte, index) => (index === at ? byte ^ change : byte));
        const parts = [changed.slice(0, 32), changed.slice(96), changed.slice(32, 96)] as const;
        const portable = verifySignature(...parts);
        provideNative();
        expect([portable, verifySignature(...parts)]).toEqual([false, false]);
        provide(PORTABLE_PRIMITIVES);
      }),
    );
  });

  test.each([
    ['native', NATIVE_PRIMITIVES],
    ['portable', PORTABLE_PRIMITIVES],
  ])('refuse a signature or key of the wrong length without a throw: %s', (_name, primitives) => {
    provide(primitives);
    for (const length of [0, 31, 33, 63, 65]) {
      expect(verifySignature(new Uint8Array(length), utf8('x'), new Uint8Array(64).fill(9))).toBe(false);
      expect(verifySignature(new Uint8Array(32).fill(9), utf8('x'), new Uint8Array(length))).toBe(false);
    }
  });
});

describe('base64', () => {
  test('is read only in its one spelling', () => {
    for (const text of ['Zg', 'Zg=', 'Zh==', 'Zg==\n', ' Zg==', 'Zg===', 'Z-8=', 'Z_8=', '=', 'A', 'Zg==Zg==']) {
      expect(fromBase64(text)).toMatchObject({ ok: false, refusal: { code: 'E-BASE64' } });
    }
  });

  test('reads back the examples of RFC 4648 section 10', () => {
    const examples = { '': '', f: 'Zg==', fo: 'Zm8=', foo: 'Zm9v', foob: 'Zm9vYg==', fooba: 'Zm9vYmE=', foobar: 'Zm9vYmFy' };
    for (const [text, base64] of Object.entries(examples)) {
      expect(toBase64(utf8(text))).toBe(base64);
      expect(fromBase64(base64)).toEqual({ ok: true, value: utf8(text) });
    }
  });
});

describe('bytes', () => {
  test('come back from hexadecimal, which is lower case only', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['0', 'AB', 'zz', '0x', ' 00']) expect(fromHex(text)).toBeUndefined();
  });

  test('that are not UTF-8 have no text, and a byte order mark is kept', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]]) expect(fromUtf8(Uint8Array.from(bytes))).toBeUndefined();
    expect(fromUtf8(utf8('\ufeffa'))).toBe('\ufeffa');
  });

  test('are equal only to themselves', () => {
    expect(equalBytes(utf8('ab'), utf8('ab'))).toBe(true);
    expect(equalBytes(utf8('ab'), utf8('abc'))).toBe(false);
    expect(equalBytes(utf8('ab'), utf8('ac'))).toBe(false);
  });

  test('have the fingerprint that FIPS 180 gives for abc', () => {
    expect(digest(utf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256(new Uint8Array(0)).length).toBe(32);
  });
});
