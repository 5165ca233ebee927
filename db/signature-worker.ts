/** One thread of the signature check: takes packed jobs, answers with one byte per job, 1 where the signature verifies. */
import { parentPort } from 'node:worker_threads';
import { isSoundSignature } from '../core/points.ts';
import { verifyNatively } from './native-verify.ts';
import type { PackedJobs } from './signatures.ts';

function verifyPacked({ publicKeys, signatures, lengths, messages }: PackedJobs): Uint8Array<ArrayBuffer> {
  let offset = 0;
  return Uint8Array.from(lengths, (length, at) => {
    const message = messages.subarray(offset, offset + length);
    offset += length;
    const publicKey = publicKeys.subarray(at * 32, at * 32 + 32);
    const signature = signatures.subarray(at * 64, at * 64 + 64);
    return isSoundSignature(publicKey, signature) && verifyNatively(publicKey, message, signature) ? 1 : 0;
  });
}

parentPort?.on('message', ({ id, packed }: { id: number; packed: PackedJobs }) => {
  parentPort?.postMessage({ id, verified: verifyPacked(packed) });
});
