/**
 * A file that somebody chose, read by slice: a bundle with its scans may be larger than a telephone's memory. Long stretches are
 * fetched in windows of a few megabytes, the next while the last is worked on, because a browser takes its time for every single
 * slice. Every stretch is told, so that the page can say how far the reading has come.
 */
import { concat } from '../../core/bytes.ts';
import type { Source } from '../../core/container.ts';
import type { Sliced } from './order.ts';

export type OnRead = (bytes: number) => void;
type Bytes = Uint8Array<ArrayBuffer>;
type Stretches = Pick<Sliced, 'size' | 'slice'>;

const WINDOW = 4 * 1024 * 1024;
/** What is shorter is a header somewhere in the file: nothing is fetched around it. */
const SHORT = 16 * 1024;

export function blobSource(blob: Stretches, onRead: OnRead = () => undefined): Source {
  const windows = windowsOf(blob);
  return {
    size: blob.size,
    read: async (offset, length) => {
      const end = Math.min(offset + length, blob.size);
      const bytes = end - offset <= SHORT ? await slice(blob, offset, end) : await windows(offset, end);
      onRead(bytes.length);
      return bytes;
    },
  };
}

async function slice(blob: Stretches, from: number, to: number): Promise<Bytes> {
  return new Uint8Array(await blob.slice(from, Math.max(from, to)).arrayBuffer());
}

/** Keeps the windows of the last stretch and the one after it, no others. */
function windowsOf(blob: Stretches): (from: number, to: number) => Promise<Uint8Array> {
  let kept = new Map<number, Promise<Bytes>>();
  const fetch = (at: number) => kept.get(at) ?? slice(blob, at * WINDOW, Math.min((at + 1) * WINDOW, blob.size));
  return async (from, to) => {
    const first = Math.floor(from / WINDOW);
    const last = Math.floor((to - 1) / WINDOW);
    const wanted = new Map<number, Promise<Bytes>>();
    for (let at = first; at <= last + 1 && at * WINDOW < blob.size; at += 1) wanted.set(at, fetch(at));
    kept = wanted;
    // One that is fetched ahead may fail before it is asked for; it is asked for again then.
    for (const one of wanted.values()) one.catch(() => kept.clear());
    const parts: Uint8Array[] = [];
    for (let at = first; at <= last; at += 1) {
      const bytes = (await wanted.get(at)) ?? new Uint8Array();
      parts.push(bytes.subarray(Math.max(0, from - at * WINDOW), to - at * WINDOW));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : concat(...parts);
  };
}
