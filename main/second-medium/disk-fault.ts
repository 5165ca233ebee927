/** What a disk answered, as one of the few faults that a person can do something about. */
import type { MediumFault } from '../../core/views/medium.ts';

const CODES: Readonly<Record<string, MediumFault | undefined>> = { ENOSPC: 'full', EDQUOT: 'full', EROFS: 'read-only' };

/** Errors that are none of a disk are our own defects, and thrown on. */
export function faultOfDisk(error: unknown): { readonly code: MediumFault; readonly detail: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  return { code: CODES[code] ?? 'unwritable', detail: code };
}
