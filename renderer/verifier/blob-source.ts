/**
 * A file that somebody chose, read by slice: a bundle with its scans may be larger than a telephone's memory. Every slice is told,
 * so that the page can say how far the reading has come.
 */
import type { Source } from '../../core/container.ts';

export type OnRead = (bytes: number) => void;

export function blobSource(blob: Blob, onRead: OnRead = () => undefined): Source {
  return {
    size: blob.size,
    read: async (offset, length) => {
      const slice = blob.slice(offset, offset + length);
      const bytes = new Uint8Array(await slice.arrayBuffer());
      onRead(bytes.length);
      return bytes;
    },
  };
}
