/** A bundle on disk, read by pieces: a file of gigabytes is never held whole. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Source } from '../../core/container.ts';
import { trouble } from '../define/files.ts';

export interface FileSource extends Source {
  close(): void;
}

/** Throws what the operating system answers, and for anything that is no regular file: a pipe under a bundle's name must not hold us up. */
export function fileSource(file: string): FileSource {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const status = fstatSync(handle);
  if (!status.isFile()) {
    closeSync(handle);
    throw trouble('ENOTFILE');
  }
  const { size } = status;
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
