/**
 * What others publish, against what is written here: envelopes verified by a library that is not ours (`@sigstore/core`, the DSSE
 * encoding and signatures of the Sigstore project), and the examples of the C2SP documents read by our reader of checkpoints.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { crypto, dsse } from '@sigstore/core';
import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from '../../core/bytes.ts';
import { openCheckpoint, sealCheckpoint, verifyCheckpoint } from '../../core/checkpoint.ts';
import { type Envelope, payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { verifySignature } from '../../core/primitives.ts';
import { must, present } from '../../core/result.ts';
import { openWorld } from './world.ts';
import { keyOf } from './world-election.ts';
import { declare } from './world-summary.ts';

/** Whether the other library finds that this key signed an envelope, from nothing but its three fields. */
function othersVerify({ payload, payloadType: type, signatures }: Envelope, key: string): boolean {
  const signed = dsse.preAuthEncoding(type, Buffer.from(payload, 'base64'));
  return crypto.verify(signed, crypto.createPublicKey(key), Buffer.from(signatures[0].sig, 'base64'));
}

describe('an envelope, verified by a library that is not ours', () => {
  const key = keyOf('ro');
  const world = openWorld();
  declare(world, 'west-ward');
  const envelopes = world.acts().map(({ act, payload }) => {
    const signature = ed25519.sign(preAuthenticationEncoding(payloadType(act.kind), payload), key.seed);
    return sealEnvelope(act.kind, payload, key.id, signature);
  });

  test('holds for every act of a small day', () => {
    expect(envelopes.length).toBeGreaterThan(20);
    for (const envelope of envelopes) expect(othersVerify(envelope, key.text)).toBe(true);
  });

  test('does not hold with another key, type, payload or signature', () => {
    const [first, second] = [present(envelopes[0], 'an envelope'), present(envelopes[1], 'another')];
    expect(othersVerify(first, keyOf('dro').text)).toBe(false);
    expect(othersVerify({ ...first, payloadType: payloadType('other') }, key.text)).toBe(false);
    expect(othersVerify({ ...first, payload: second.payload }, key.text)).toBe(false);
    expect(othersVerify({ ...first, signatures: second.signatures }, key.text)).toBe(false);
  });

  test('is encoded alike for texts of more bytes than characters', () => {
    const payload = utf8('kura halali — ŵ');
    expect(preAuthenticationEncoding('é', payload)).toEqual(Uint8Array.from(dsse.preAuthEncoding('é', Buffer.from(payload))));
  });
});

/** The example at the head of c2sp.org/tlog-checkpoint. Its public key is not published. */
const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const SEALED = 'Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=';
const EXAMPLE = `example.com/behind-the-sofa\n20852163\n${ROOT}\n\n— example.com/behind-the-sofa ${SEALED}\n`;

describe('the example of the C2SP document on checkpoints', () => {
  const opened = must(openCheckpoint(EXAMPLE));

  test('is read: origin, size, root, the key’s hash and the signature', () => {
    expect(opened.checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(Buffer.from(opened.checkpoint.root).toString('base64')).toBe(ROOT);
    expect([opened.name, toHex(opened.keyHash), opened.signature.length]).toEqual(['example.com/behind-the-sofa', '033de0ae', 64]);
    expect(Buffer.concat([opened.keyHash, opened.signature]).toString('base64')).toBe(SEALED);
    expect(opened.signed).toEqual(utf8(EXAMPLE.slice(0, EXAMPLE.indexOf('\n\n') + 1)));
  });

  test('is written again as it was, but for a key’s hash that only its own key gives', () => {
    const { checkpoint, signature } = opened;
    const again = sealCheckpoint(checkpoint, keyOf('ro').raw, signature);
    expect(again.slice(0, again.lastIndexOf(' '))).toBe(EXAMPLE.slice(0, EXAMPLE.lastIndexOf(' ')));
  });

  test('is not believed with a key that is not its own', () => {
    const refused = verifyCheckpoint(EXAMPLE, keyOf('ro').raw, 'example.com/behind-the-sofa');
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'E-SIGNATURE' } });
  });

  test.each([
    ['without its last newline', EXAMPLE.slice(0, -1)],
    ['with a leading zero in the size', EXAMPLE.replace('\n2085', '\n02085')],
    ['without its empty line', EXAMPLE.replace('\n\n', '\n')],
    ['with an empty extension line', EXAMPLE.replace('\n\n', '\n\n\n')],
    ['with a control character', EXAMPLE.replace('sofa\n', 'sofa\u0007\n')],
    ['with a root that is no base64', EXAMPLE.replace(ROOT, ROOT.replace('=', ''))],
  ])('is refused %s, which the document forbids', (_, text) => {
    expect(openCheckpoint(text).ok).toBe(false);
  });
});

test('the published example of a signed note verifies as ours are verified: over its text, by the key after the type byte', () => {
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const sealed = Buffer.from('x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=', 'base64');
  const key = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
  expect(verifySignature(key, utf8(text), sealed.subarray(4))).toBe(true);
  expect(verifySignature(key, utf8(text.replace('problem', 'answer')), sealed.subarray(4))).toBe(false);
});
