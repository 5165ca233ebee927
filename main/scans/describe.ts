/**
 * What a picture is, before anybody attaches it: its kind by its first bytes (a name or extension says nothing), its digest, and
 * which forms carry the very same picture. Nothing is kept.
 */
import type { DescribedScan } from '../../core/contract/scan.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import { formsWithScan } from '../../core/views/receive.ts';
import { describeBytes } from '../../db/scans.ts';

/** Refuses E-PICTURE for what the scans would not keep. */
export function describeScan(centre: Centre, bytes: Uint8Array): Result<DescribedScan> {
  const described = describeBytes(bytes);
  return described.ok ? ok({ ...described.value, elsewhere: formsWithScan(centre, described.value.digest) }) : described;
}
