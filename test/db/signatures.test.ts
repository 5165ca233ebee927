/** Many signatures on several threads: the same answers as one by one, whichever batch they come in. */
import { expect, test } from 'vitest';
import type { SignatureJob } from '../../core/replay.ts';
import { provideNative } from '../../db/native.ts';
import { signatureThreads, verifyHere } from '../../db/signatures.ts';
import { privateKeyFromSeed, publicKeyOf, signWith } from '../../db/signing.ts';
import { flipped } from '../main/tampering.ts';

provideNative();
const keys = [1, 2, 3].map((seed) => privateKeyFromSeed(new Uint8Array(32).fill(seed)));

/** A true job, or one in which a bit of the signature, the message or the key is the other way round. */
function jobAt(seq: number, bent?: 'signature' | 'signed' | 'publicKey'): SignatureJob {
  const key = keys[seq % keys.length] ?? privateKeyFromSeed(new Uint8Array(32));
  const signed = new Uint8Array(50 + (seq % 1000)).fill(seq);
  const job = { seq, publicKey: publicKeyOf(key).raw, signed, signature: signWith(key, signed) };
  return bent === undefined ? job : { ...job, [bent]: flipped(job[bent], 20) };
}

function jobs(count: number, bad: Readonly<Record<number, 'signature' | 'signed' | 'publicKey'>> = {}): readonly SignatureJob[] {
  return Array.from({ length: count }, (_, seq) => jobAt(seq, bad[seq]));
}

const BAD = { 0: 'signature', 7: 'signed', 300: 'publicKey', 599: 'signature' } as const;

test.each([1, 60, 511, 512, 600])('%i jobs are answered one by one, in their order', async (count) => {
  const threads = signatureThreads();
  const answers = await threads.verify(jobs(count, BAD));
  expect(answers).toEqual(Array.from({ length: count }, (_, seq) => !(seq in BAD)));
  await threads.close();
});

test('several batches at once keep apart', async () => {
  const threads = signatureThreads(3);
  const batches = [jobs(600), jobs(600, BAD), jobs(5), jobs(700, { 650: 'signed' }), []];
  const answers = await Promise.all(batches.map((batch) => threads.verify(batch)));
  expect(answers).toEqual(batches.map(verifyHere));
  expect(answers.map((batch) => batch.filter((verified) => !verified).length)).toEqual([0, 4, 0, 1, 0]);
  await threads.close();
});

test('the jobs themselves are left as they were', async () => {
  const threads = signatureThreads();
  const batch = jobs(600);
  await threads.verify(batch);
  expect(await threads.verify(batch)).not.toContain(false);
  await threads.close();
});
