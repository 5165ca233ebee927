/**
 * What a picture is, before anybody attaches it: its kind by its first bytes (a name or extension says nothing), its digest, and
 * which forms carry the very same picture. Nothing is kept.
 */
import { digest } from '../../core/bytes.ts';
import type { DescribedScan } from '../../core/contract/scan.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import { formsWithScan } from '../../core/views/receive.ts';
import { LARGEST_SCAN, type ScanMediaType } from '../../db/scans.ts';

const STARTS: readonly (readonly [ScanMediaType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** Refuses E-FILE for what the scans would not keep. */
export function describeScan(centre: Centre, bytes: Uint8Array): Result<DescribedScan> {
  if (bytes.length > LARGEST_SCAN) return refuse('E-FILE', `${bytes.length} bytes: a scan may have ${LARGEST_SCAN}`);
  const mediaType = STARTS.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  if (mediaType === undefined) return refuse('E-FILE', 'neither JPEG nor PNG nor PDF');
  const name = digest(bytes);
  return ok({ digest: name, mediaType, size: bytes.length, elsewhere: formsWithScan(centre, name) });
}
