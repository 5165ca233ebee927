/**
 * Who does the arithmetic of signatures: the browser's own Web Cryptography where it knows Ed25519 and answers a published example
 * rightly (RFC 8032 section 7.1, test 2), otherwise the portable code. The strict common checks come first either way, so that both
 * give the same answers.
 */
import { fromHex } from '../../core/bytes.ts';
import { isSoundSignature } from '../../core/points.ts';
import { verifySignature } from '../../core/primitives.ts';
import type { SignatureJob } from '../../core/replay.ts';
import { present } from '../../core/result.ts';

export type EngineName = 'browser' | 'portable';
export type VerifyOne = (job: Omit<SignatureJob, 'seq'>) => boolean | Promise<boolean>;
export interface SignatureEngine {
  readonly name: EngineName;
  readonly verify: VerifyOne;
}
type Subtle = Pick<SubtleCrypto, 'importKey' | 'verify'>;

const EXAMPLE = {
  publicKey: bytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  signed: Uint8Array.of(0x72),
  signature: bytes(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
};

const PORTABLE: SignatureEngine = {
  name: 'portable',
  verify: ({ publicKey, signed, signature }) => verifySignature(publicKey, signed, signature),
};

/** `subtle` is missing where a page is not trusted with it. */
export async function signatureEngine(subtle: Subtle | undefined): Promise<SignatureEngine> {
  if (subtle === undefined) return PORTABLE;
  const engine = browserEngine(subtle);
  const altered = { ...EXAMPLE, signed: Uint8Array.of(0x73) };
  try {
    const isRight = (await engine.verify(EXAMPLE)) && !(await engine.verify(altered));
    return isRight ? engine : PORTABLE;
  } catch {
    return PORTABLE;
  }
}

/** A journal names the same few keys many thousand times: each is imported once. */
function browserEngine(subtle: Subtle): SignatureEngine {
  const keys = new Map<string, Promise<CryptoKey>>();
  const keyOf = (raw: Uint8Array): Promise<CryptoKey> => {
    const name = raw.join();
    const known = keys.get(name) ?? subtle.importKey('raw', raw.slice(), { name: 'Ed25519' }, false, ['verify']);
    keys.set(name, known);
    return known;
  };
  return {
    name: 'browser',
    verify: async ({ publicKey, signed, signature }) => {
      if (!isSoundSignature(publicKey, signature)) return false;
      const key = await keyOf(publicKey);
      return subtle.verify({ name: 'Ed25519' }, key, signature.slice(), signed.slice());
    },
  };
}

function bytes(hex: string): Uint8Array {
  return present(fromHex(hex), 'hexadecimal digits');
}
