/**
 * What a journal says of having been restored from a backup. Nothing that was restored is hidden, and nothing that is known to be lost:
 * a reader learns from which size the centre went on, and how many acts somebody can show to have been done after it.
 */
import type { Head } from './acts.ts';
import type { Restore } from './state.ts';

/** Acts known to be lost: those between the backup and the newest head that is known. */
function lostIn({ backup, later }: Restore): number {
  return Math.max(0, ...later.map(({ size }) => size - backup.size));
}

export interface RestoresSaid {
  readonly detail: string;
  /** Whether something is known that the journal does not hold. */
  readonly isLossy: boolean;
}

/** In plain words; undefined for a journal that was never restored. */
export function sayRestores(restores: readonly Restore[]): RestoresSaid | undefined {
  if (restores.length === 0) return undefined;
  return { detail: restores.map(sayOne).join('; '), isLossy: restores.some(({ later }) => later.length > 0) };
}

function sayOne(restore: Restore): string {
  const lost = lostIn(restore);
  const known =
    restore.later.length === 0 ? 'nothing known to be lost' : lost > 0 ? `${lost} acts known to be lost` : 'another history known';
  return `restored from a backup of ${restore.backup.size} entries: ${known}`;
}

/** The restore that names a head as lost. */
export function lostHead(restores: readonly Restore[], { size, root }: Head): Restore | undefined {
  return restores.find(({ later }) => later.some((head) => head.size === size && head.root === root));
}
