/** Keys are read in one spelling, and one answer about a signature is given by all who may be asked. */
import { execFileSync } from 'node:child_process';
import { createPublicKey, verify as verifyWithNode, webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { afterAll, describe, expect, test } from 'vitest';
import { concat, digest, fromHex } from '../../core/bytes.ts';
import { fromPem, type PublicKey, parsePublicKey, publicKeyFromRaw, toPem } from '../../core/keys.ts';
import { PORTABLE_PRIMITIVES, provide, toBase64, verifySignature } from '../../core/primitives.ts';
import { must, present } from '../../core/result.ts';
import { provideNative } from '../../db/native.ts';
import { ODD_SIGNATURES, REFUSED_POINTS, type SignatureVector, TORSION } from './signatures.ts';

const DER_PREFIX = present(fromHex('302a300506032b6570032100'), 'hex');
const folder = mkdtempSync(path.join(tmpdir(), 'countersign-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

function derOf(raw: Uint8Array): Uint8Array {
  return concat(DER_PREFIX, raw);
}

function withOpenssl(vector: SignatureVector): boolean {
  const [key, text, signature] = ['key.der', 'text', 'signature'].map((name) => path.join(folder, name)) as [string, string, string];
  writeFileSync(key, derOf(vector.publicKey));
  writeFileSync(text, vector.message);
  writeFileSync(signature, vector.signature);
  const words = ['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', key, '-rawin', '-in', text, '-sigfile', signature];
  try {
    execFileSync('openssl', words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function hasOpenssl(): boolean {
  try {
    return execFileSync('openssl', ['version']).toString().startsWith('OpenSSL 3');
  } catch {
    return false;
  }
}

async function withWebCrypto({ publicKey, message, signature }: SignatureVector): Promise<boolean> {
  try {
    const key = await webcrypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify']);
    return await webcrypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message));
  } catch {
    return false;
  }
}

function withNode({ publicKey, message, signature }: SignatureVector): boolean {
  return verifyWithNode(null, message, createPublicKey({ key: Buffer.from(derOf(publicKey)), format: 'der', type: 'spki' }), signature);
}

function withNoble({ publicKey, message, signature }: SignatureVector): boolean {
  return ed25519.verify(signature, message, publicKey, { zip215: false });
}

function withUs({ publicKey, message, signature }: SignatureVector): boolean {
  return parsePublicKey(toBase64(derOf(publicKey))).ok && verifySignature(publicKey, message, signature);
}

/**
 * What some accept and we refuse: openssl looks at no order (Node 24 does, as Web Cryptography asks), and noble multiplies the
 * equation by eight. Nobody refuses what we accept, and nobody accepts anything else that we refuse.
 */
const ACCEPTED_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'with R of small order': ['noble', 'openssl'],
  'with R off by a point of order eight': ['noble'],
  'by a mixed key, any other challenge': ['noble'],
  'by the neutral key, which signs everything': ['openssl'],
  'by the neutral key, oddly spelled': ['openssl'],
};

describe('a signature', () => {
  test.each(ODD_SIGNATURES.map((vector) => [vector.name, vector] as const))(
    'is judged alike by every verifier: %s',
    async (name, vector) => {
      provide(PORTABLE_PRIMITIVES);
      const portable = withUs(vector);
      provideNative();
      const native = withUs(vector);
      provide(PORTABLE_PRIMITIVES);
      expect({ portable, native }).toEqual({ portable: vector.ours, native: vector.ours });
      const others: Record<string, boolean> = { node: withNode(vector), web: await withWebCrypto(vector), noble: withNoble(vector) };
      if (hasOpenssl()) others.openssl = withOpenssl(vector);
      const differing = Object.keys(others).filter((other) => others[other] !== vector.ours);
      expect(ACCEPTED_ELSEWHERE[name] ?? []).toEqual(expect.arrayContaining(differing));
    },
  );
});

test('the equation multiplied by eight would let a forger divide the verifiers', () => {
  const forged = ODD_SIGNATURES.filter(({ name }) => name === 'with R off by a point of order eight');
  expect(forged.map((vector) => [withNoble(vector), withNode(vector), withUs(vector)])).toEqual([[true, false, false]]);
});

describe('a public key', () => {
  const raw = ed25519.getPublicKey(new Uint8Array(32).fill(3));
  const key = publicKeyFromRaw(raw);

  test('is written as the middle line of its PEM file and named by the SHA-256 of its DER', () => {
    expect(key.text).toBe(Buffer.from(derOf(raw)).toString('base64'));
    expect(key.id).toBe(digest(derOf(raw)));
    expect(toPem(key)).toBe(createPublicKey(toPem(key)).export({ type: 'spki', format: 'pem' }));
  });

  test('is read again from its text and from its PEM file, with line ends of either kind', () => {
    const same = (other: PublicKey) => expect(other).toEqual(key);
    same(must(parsePublicKey(key.text)));
    same(must(parsePublicKey(key.text)));
    same(must(fromPem(toPem(key))));
    same(must(fromPem(toPem(key).replaceAll('\n', '\r\n'))));
  });

  test('is refused in any other writing', () => {
    const wrong = ['', key.text.slice(1), `${key.text} `, `${key.text.slice(0, -2)}B=`, toBase64(raw), toPem(key)];
    const otherAlgorithm = derOf(raw).map((byte, at) => (at === 8 ? 0x6e : byte));
    for (const text of [...wrong, toBase64(otherAlgorithm)]) expect(parsePublicKey(text)).toMatchObject({ refusal: { code: 'E-KEY' } });
    for (const pem of ['', key.text, `x${toPem(key)}`, `${toPem(key)}x`, toPem(key).replaceAll('PUBLIC', 'PRIVATE')]) {
      expect(fromPem(pem)).toMatchObject({ refusal: { code: 'E-KEY' } });
    }
  });

  test('of small order, or spelled beyond the prime, is refused, with its sign bit clear or set', () => {
    expect(REFUSED_POINTS.length).toBe(54);
    expect(TORSION.multiplyUnsafe(8n).is0() && !TORSION.multiplyUnsafe(4n).is0()).toBe(true);
    for (const point of REFUSED_POINTS) {
      const refused = parsePublicKey(toBase64(derOf(point)));
      expect(refused).toMatchObject({ refusal: { code: 'E-KEY', detail: expect.stringMatching(/small order|one spelling/) } });
    }
  });

  test('that is not on the curve is refused', () => {
    const off = parsePublicKey(toBase64(derOf(Uint8Array.of(2, ...new Uint8Array(31)))));
    expect(off).toMatchObject({ refusal: { code: 'E-KEY', detail: 'not a point of the curve' } });
  });

  test('made by us that would be refused is a defect, not a refusal', () => {
    expect(() => publicKeyFromRaw(new Uint8Array(32))).toThrow('broken invariant');
  });
});
