/**
 * Verifies many signatures on several threads: at a start-up every act of the night is checked again, and one core alone would keep
 * the returning officer waiting. A few hundred are verified on the spot, because starting threads costs more.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { verifySignature } from '../core/primitives.ts';
import type { SignatureJob } from '../core/replay.ts';

/** Jobs packed into four arrays, which change threads without being copied. */
export interface PackedJobs {
  readonly publicKeys: Uint8Array<ArrayBuffer>;
  readonly signatures: Uint8Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly messages: Uint8Array<ArrayBuffer>;
}

export interface SignatureThreads {
  verify(jobs: readonly SignatureJob[]): Promise<readonly boolean[]>;
  close(): Promise<void>;
}

const ON_THE_SPOT = 512;

export function verifyHere(jobs: readonly SignatureJob[]): readonly boolean[] {
  return jobs.map(({ publicKey, signed, signature }) => verifySignature(publicKey, signed, signature));
}

/** Threads are started with the first large batch, one per core, and end with `close`; once there, they take every batch. */
export function signatureThreads(threads = availableParallelism()): SignatureThreads {
  const workers: Worker[] = [];
  const waiting = new Map<number, { resolve(verified: readonly boolean[]): void; reject(error: unknown): void }>();
  let next = 0;
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = () => {
    const worker = new Worker(new URL('./signature-worker.ts', import.meta.url));
    worker.on('message', ({ id, verified }: { id: number; verified: Uint8Array }) => {
      waiting.get(id)?.resolve(Array.from(verified, (bit) => bit === 1));
      waiting.delete(id);
    });
    worker.on('error', fail);
    worker.unref();
    workers.push(worker);
  };
  return {
    verify: async (jobs) => {
      if (workers.length === 0 && jobs.length < ON_THE_SPOT) return verifyHere(jobs);
      while (workers.length < threads) start();
      const id = next++;
      const packed = pack(jobs);
      const buffers = [packed.publicKeys.buffer, packed.signatures.buffer, packed.lengths.buffer, packed.messages.buffer];
      const answer = new Promise<readonly boolean[]>((resolve, reject) => waiting.set(id, { resolve, reject }));
      workers[id % threads]?.ref();
      workers[id % threads]?.postMessage({ id, packed }, buffers);
      return answer;
    },
    close: async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
}

function pack(jobs: readonly SignatureJob[]): PackedJobs {
  const publicKeys = new Uint8Array(jobs.length * 32);
  const signatures = new Uint8Array(jobs.length * 64);
  const lengths = new Uint32Array(jobs.length);
  const messages = new Uint8Array(jobs.reduce((sum, job) => sum + job.signed.length, 0));
  let offset = 0;
  jobs.forEach((job, at) => {
    publicKeys.set(job.publicKey, at * 32);
    signatures.set(job.signature, at * 64);
    lengths[at] = job.signed.length;
    messages.set(job.signed, offset);
    offset += job.signed.length;
  });
  return { publicKeys, signatures, lengths, messages };
}
