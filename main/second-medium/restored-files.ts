/** Brings the scans and key files that belong to a restored journal; a scan is taken only where its bytes still give its name. */
import { readFileSync } from 'node:fs';
import { digest } from '../../core/bytes.ts';
import type { Centre } from '../../core/state.ts';
import { openKeystore } from '../../db/keystore.ts';
import { openScans } from '../../db/scans.ts';
import type { Restored } from './contract.ts';
import { filesOf, type Held } from './held.ts';
import type { Fault } from './history.ts';

export function bringFiles(
  held: Held,
  folder: string,
  centre: Centre,
  faults: Fault[],
  onProgress: (done: number, total: number) => void,
): Pick<Restored, 'scans' | 'keys'> {
  const scans = bringScans(held, folder, centre, onProgress);
  if (scans.missing > 0) faults.push({ code: 'scan', detail: `${scans.missing} scans are not on the medium as they were attached` });
  return { scans, keys: bringKeys(held, folder, faults) };
}

function bringScans(held: Held, folder: string, centre: Centre, onProgress: (done: number, total: number) => void): Restored['scans'] {
  const digests = new Set([...centre.forms.values()].flatMap((form) => form.scans.map((scan) => scan.digest)));
  const [there, scans] = [filesOf(held, 'scans'), openScans(folder)];
  let copied = 0;
  let done = 0;
  for (const wanted of digests) {
    const bytes = firstSound(there.get(wanted) ?? [], wanted);
    if (bytes !== undefined && scans.add(bytes).ok) copied += 1;
    onProgress(++done, digests.size);
  }
  return { copied, missing: digests.size - copied };
}

function firstSound(files: readonly string[], wanted: string): Uint8Array | undefined {
  for (const file of files) {
    const bytes = bytesOf(file);
    if (bytes !== undefined && digest(bytes) === wanted) return bytes;
  }
  return undefined;
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Key files are encrypted and prove themselves only to their owners; one that is no key file at all is told. */
function bringKeys(held: Held, folder: string, faults: Fault[]): number {
  const keystore = openKeystore(folder);
  let kept = 0;
  for (const [id, files] of filesOf(held, 'keys')) {
    const isKept = files.some((file) => {
      const bytes = bytesOf(file);
      const added = bytes === undefined ? undefined : keystore.add(bytes);
      return added?.ok === true && added.value === id;
    });
    if (isKept) kept += 1;
    else faults.push({ code: 'key', detail: `the key file ${id.slice(0, 16)}… is damaged` });
  }
  return kept;
}
