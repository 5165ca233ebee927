/** A bundle on disk, read by pieces: a file of gigabytes is never held whole. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Source } from '../../core/container.ts';

export interface FileSource extends Source {
  close(): void;
}

export function fileSource(file: string): FileSource {
  const handle = openSync(file, 'r');
  const { size } = fstatSync(handle);
  return {
    size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let read = 0;
      while (read < bytes.length) {
        const count = readSync(handle, bytes, read, bytes.length - read, offset + read);
        if (count === 0) break;
        read += count;
      }
      return bytes.subarray(0, read);
    },
    close: () => closeSync(handle),
  };
}
