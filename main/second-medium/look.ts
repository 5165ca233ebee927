/** Says what lies on a medium, without writing to it and before anything is restored. */
import { statSync } from 'node:fs';
import { ok, type Result, refuse } from '../../core/result.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { copyFile } from '../../db/medium-places.ts';
import type { BroughtFile, MediumContents, WeighedHead } from './contract.ts';
import { filesOf, type Held, holdMedium } from './held.ts';
import { type Fault, type History, readHistory } from './history.ts';
import { weigh } from './weigh.ts';

export function lookAt(medium: string): Result<MediumContents> {
  const held = holdMedium(medium);
  if (!held.ok) return held;
  const { places, epoch, definition } = held.value;
  const history = readHistory(places, definition);
  const copies = copiesOf(held.value);
  const size = Math.max(history.size, copies[0]?.size ?? 0);
  if (size === 0) return refuse('E-FILE', 'nothing of this centre can be read', places.folder);
  const { title, date, kind, constituency } = definition.content;
  const { lastHead, lastAt } = history;
  return ok({
    folder: places.folder,
    journal: held.value.folders[0]?.journal ?? '',
    epoch,
    ...{ title, date, kind, constituency: constituency.name, definition: definition.digest },
    contests: history.contests,
    size,
    ...(lastAt === undefined ? {} : { lastAt }),
    copies,
    scans: scansOf(held.value, history),
    keys: filesOf(held.value, 'keys').size,
    faults: faultsOf(history, copies),
    later: lastHead === undefined || lastHead.size <= size ? [] : [{ ...lastHead, source: 'heads.jsonl' }],
  });
}

/** A copy is only measured here: its size in its name is believed when it has been checked. */
function copiesOf({ places, copies }: Held): MediumContents['copies'] {
  return copies.flatMap((size) => {
    const { mtime, size: bytes } = statSync(copyFile(places.folder, size));
    return entriesIn(copyFile(places.folder, size)) === size ? [{ size, at: mtime.toISOString(), bytes }] : [];
  });
}

function entriesIn(file: string): number | undefined {
  try {
    const handle = openForReading(file);
    try {
      return journalReader(handle).size();
    } finally {
      handle.close();
    }
  } catch {
    return undefined;
  }
}

function scansOf(held: Held, { scans }: History): MediumContents['scans'] {
  const there = filesOf(held, 'scans');
  return { named: scans.size, missing: [...scans].filter((digest) => !there.has(digest)).length };
}

function faultsOf({ faults, size }: History, [newest]: MediumContents['copies']): readonly Fault[] {
  if (newest === undefined || newest.size <= size) return faults;
  return [...faults, { code: 'short', detail: `journal.jsonl ends at ${size} acts, the newest copy has ${newest.size}` }];
}

/** What receipts and checkpoints say against a medium. Refuses with the name of the first file that says nothing. */
export function weighAgainst(medium: string, files: readonly BroughtFile[]): Result<readonly WeighedHead[]> {
  const held = holdMedium(medium);
  if (!held.ok) return held;
  const history = readHistory(held.value.places, held.value.definition);
  const weighed: WeighedHead[] = [];
  for (const file of files) {
    const one = weigh(history, file);
    if (!one.ok) return one;
    weighed.push(one.value);
  }
  return ok(weighed);
}
