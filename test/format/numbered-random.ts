/** Bytes that look unpredictable and are the same in every run: the SHA-256 of a label and a number, one after the other. */
import { createHash } from 'node:crypto';
import type { Random } from '../../db/random.ts';

/** A source of its own for each label. It must never make a key outside the tests. */
export function numberedRandom(label: string): Random {
  let drawn = 0;
  const next = () => createHash('sha256').update(`${label} ${drawn++}`).digest();
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, next);
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
}
