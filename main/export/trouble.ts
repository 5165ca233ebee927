/**
 * What goes wrong with a memory stick, as one of a few kinds that every language has words for: full, pulled out, not to be written
 * on, too small for a file of this size. Anything else is named by the operating system's own code.
 */
import type { ExportTrouble } from '../../core/contract/declare.ts';

const TROUBLES: Readonly<Record<string, ExportTrouble | undefined>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EBADF: 'gone',
  ESTALE: 'gone',
  EROFS: 'not-writable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EISDIR: 'taken',
  EFBIG: 'too-large',
};

export interface Trouble {
  readonly trouble: ExportTrouble;
  readonly detail?: string;
}

/** An answer of the operating system; anything else is a defect of ours, and thrown on. */
export function troubleWith(error: unknown): Trouble {
  // A bundle of 4 GiB and more, which its container cannot hold.
  if (error instanceof RangeError) return { trouble: 'too-large' };
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
  const code = String(error.code);
  return { trouble: TROUBLES[code] ?? 'other', detail: code };
}
