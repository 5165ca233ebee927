/**
 * Heads that are known and not in what was restored: from the medium's own list, from lines that could not be taken, from the folders of
 * other epochs, and from what agents and others brought. They are named in the journal for ever, so that no centre forks in silence.
 */
import type { Head } from '../../core/acts.ts';
import { knownFrom } from '../../core/known-journal.ts';
import type { Follower } from '../../core/replay.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import { readHead } from '../../db/medium-compare.ts';
import { lastWholeLine } from '../../db/medium-lines.ts';
import { placesIn } from '../../db/medium-places.ts';
import type { BroughtFile, KnownHead } from './contract.ts';
import type { Held } from './held.ts';
import { type Fault, lastHeadOf } from './history.ts';
import { distinct, type Known, verdictOn, weigh } from './weigh.ts';

export interface Sources {
  readonly held: Held;
  readonly journal: Follower;
  readonly beyond: Head | undefined;
  readonly files: readonly BroughtFile[];
  readonly faults: Fault[];
}

export function laterHeads({ held, journal, beyond, files, faults }: Sources): Result<readonly KnownHead[]> {
  const known: Known = { ...knownFrom(journal.centre()), rootAt: journal.rootAt };
  const heads: KnownHead[] = [];
  const own = lastHeadOf(held.places, rootsOf(journal), faults);
  if (own !== undefined) heads.push({ ...own, source: 'heads.jsonl' });
  if (beyond !== undefined) heads.push({ ...beyond, source: 'journal.jsonl' });
  for (const { folder, epoch } of held.folders.slice(1)) {
    const head = readHead(lastWholeLine(placesIn(folder).heads)?.bytes ?? new Uint8Array());
    if (head !== undefined) heads.push({ ...head, source: `heads.jsonl of epoch ${epoch}` });
  }
  for (const file of files) {
    const weighed = weigh(known, file);
    if (!weighed.ok) return weighed;
    const { size, root, source, verdict } = weighed.value;
    if (verdict === 'contradicted') faults.push({ code: 'contradicted', detail: `${source} speaks of another history at ${size} acts` });
    heads.push({ size, root, source });
  }
  const named = namedBefore(journal.centre());
  return ok(distinct(heads).filter((head) => verdictOn(known, head) !== 'held' && !named.has(`${head.size} ${head.root}`)));
}

function rootsOf(journal: Follower): readonly (string | undefined)[] {
  return Array.from({ length: journal.frontier().size + 1 }, (_, size) => journal.rootAt(size));
}

/** Heads that an earlier restore of this journal named already. */
function namedBefore({ restores }: Centre): ReadonlySet<string> {
  return new Set(restores.flatMap(({ later }) => later).map(({ size, root }) => `${size} ${root}`));
}
