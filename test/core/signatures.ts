/**
 * Keys and signatures, sound and odd, made from fixed seeds: what an opponent would hand in to make two verifiers disagree. Each
 * says how the common programs answer, where one of them differs from us.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, fromHex, utf8 } from '../../core/bytes.ts';
import { present } from '../../core/result.ts';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;
const PRIME = Point.Fp.ORDER;
const SIGN_BIT = 1n << 255n;

export interface SignatureVector {
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly ours: boolean;
}

const seed = new Uint8Array(32).fill(7);
const secret = bytesToNumberLE(ed25519.utils.getExtendedPublicKey(seed).head) % ORDER;
const ordinary = ed25519.getPublicKey(seed);
/** A point of order eight, by its x- and y-coordinates decoded from RFC 8032's spelling. */
export const TORSION = Point.fromBytes(present(fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'), 'hex'));
const message = utf8('Form 34A, Mwangaza Primary School, stream 1');

/** The y-coordinates, and hence spellings, that nobody may use as a key. Sign bit clear and set. */
export const REFUSED_POINTS: readonly Uint8Array[] = [
  ...Array.from({ length: 8 }, (_, times) => bytesToNumberLE(multiple(times).toBytes()) & (SIGN_BIT - 1n)),
  ...Array.from({ length: 19 }, (_, beyond) => PRIME + BigInt(beyond)),
].flatMap((y) => [numberToBytesLE(y, 32), numberToBytesLE(y + SIGN_BIT, 32)]);

function multiple(times: number) {
  return times === 0 ? Point.ZERO : TORSION.multiplyUnsafe(BigInt(times));
}

function challengeOf(r: Uint8Array, key: Uint8Array, text: Uint8Array): bigint {
  return bytesToNumberLE(sha512(concat(r, key, text))) % ORDER;
}

/** Signs with a chosen nonce and point R = nonce·B + torsion, for the key secret·B + keyTorsion. */
function sign(nonce: bigint, spelledR: Uint8Array, key: Uint8Array, text: Uint8Array): Uint8Array {
  const scalar = (nonce + challengeOf(spelledR, key, text) * secret) % ORDER;
  return concat(spelledR, numberToBytesLE(scalar, 32));
}

const honest = ed25519.sign(message, seed);
const nonce = 123456789n;
const pointR = Point.BASE.multiply(nonce);
const mixedKey = Point.fromBytes(ordinary).add(TORSION).toBytes();

/** A text under which the mixed key's challenge is, or is not, a multiple of eight. */
function textFor(multipleOfEight: boolean): Uint8Array {
  for (let attempt = 0; ; attempt++) {
    const text = utf8(`attempt ${attempt}`);
    if ((challengeOf(pointR.toBytes(), mixedKey, text) % 8n === 0n) === multipleOfEight) return text;
  }
}

function vector(name: string, publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array, ours: boolean): SignatureVector {
  return { name, publicKey, message: text, signature, ours };
}

function beyondOrder(signature: Uint8Array): Uint8Array {
  return concat(signature.slice(0, 32), numberToBytesLE(bytesToNumberLE(signature.slice(32)) + ORDER, 32));
}

const mixedGood = textFor(true);
const mixedBad = textFor(false);
const torsionR = pointR.add(TORSION).toBytes();
const identity = Point.ZERO.toBytes();
const identityBeyond = numberToBytesLE(PRIME + 1n, 32);

/** In the order of the table that the test of keys prints. The first is the plain one. */
export const ODD_SIGNATURES: readonly SignatureVector[] = [
  vector('an ordinary signature', ordinary, message, honest, true),
  vector('of another message', ordinary, utf8('another'), honest, false),
  vector('with S beyond the group order', ordinary, message, beyondOrder(honest), false),
  vector('with R of small order', ordinary, message, sign(0n, identity, ordinary, message), false),
  vector('with R of small order, oddly spelled', ordinary, message, sign(0n, identityBeyond, ordinary, message), false),
  vector('with R off by a point of order eight', ordinary, message, sign(nonce, torsionR, ordinary, message), false),
  vector('by a mixed key, challenge a multiple of eight', mixedKey, mixedGood, sign(nonce, pointR.toBytes(), mixedKey, mixedGood), true),
  vector('by a mixed key, any other challenge', mixedKey, mixedBad, sign(nonce, pointR.toBytes(), mixedKey, mixedBad), false),
  vector('by the neutral key, which signs everything', identity, message, concat(pointR.toBytes(), numberToBytesLE(nonce, 32)), false),
  vector('by the neutral key, oddly spelled', identityBeyond, message, concat(pointR.toBytes(), numberToBytesLE(nonce, 32)), false),
  vector('by a key off the curve', numberToBytesLE(2n, 32), message, honest, false),
];
