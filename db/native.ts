/**
 * Node's own SHA-256, signature check and base64, provided to core because they are many times faster than the portable ones.
 * The answers are the same: core asks first whether a signature is sound, and a test compares the two for all inputs.
 */
import { createHash, hash } from 'node:crypto';
import { type Primitives, provide } from '../core/primitives.ts';
import { verifyNatively } from './native-verify.ts';

/** A Buffer's `slice` is a view where an array's is a copy, so core is never handed one. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

export const NATIVE_PRIMITIVES: Primitives = {
  sha256: (bytes) => plain(hash('sha256', bytes, 'buffer')),
  createSha256: () => {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), digest: () => plain(running.digest()) };
  },
  verifySignature: verifyNatively,
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decodeBase64: (text) => plain(Buffer.from(text, 'base64')),
};

/** Makes core use Node's primitives; called once by each program that runs on Node. */
export function provideNative(): void {
  provide(NATIVE_PRIMITIVES);
}
