/**
 * The history that a medium's lines tell, read lightly: places, encoding and heads, but no signatures and no rules; those are judged when
 * it is restored. Enough to say what lies there, and to hold receipts and checkpoints against it.
 */
import type { Act, Head } from '../../core/acts.ts';
import { toHex } from '../../core/bytes.ts';
import type { SignedDefinition } from '../../core/definition.ts';
import { introduceKeys, readEntry } from '../../core/journal.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../core/merkle.ts';
import { readHead } from '../../db/medium-compare.ts';
import { wholeLines } from '../../db/medium-lines.ts';
import type { MediumPlaces } from '../../db/medium-places.ts';
import type { Known } from './weigh.ts';

export interface Fault {
  readonly code: string;
  readonly detail: string;
}

export interface History extends Known {
  /** Entries that can be read in order. */
  readonly size: number;
  readonly lastAt?: string;
  readonly contests: readonly string[];
  readonly scans: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  /** The last head on the medium's own list, whether or not its lines can be read. */
  readonly lastHead?: Head;
}

export function readHistory(places: MediumPlaces, definition: SignedDefinition): History {
  const faults: Fault[] = [];
  const roots: string[] = [toHex(rootOf(emptyFrontier))];
  const introduced = new Map<string, string>();
  const devices = new Set<string>();
  let epoch = 0;
  const scans = new Set<string>();
  let first: Act | undefined;
  let last: Act | undefined;
  let frontier = emptyFrontier;
  for (const line of wholeLines(places.lines)) {
    const entry = readEntry(line.bytes);
    if (!entry.ok || entry.value.seq !== frontier.size) {
      faults.push({ code: 'line', detail: `line ${frontier.size + 1} of journal.jsonl cannot be read` });
      break;
    }
    const { act, leaf } = entry.value;
    first ??= act;
    last = act;
    frontier = appendLeaf(frontier, leaf);
    roots.push(toHex(rootOf(frontier)));
    introduceKeys(act, introduced);
    if (act.kind === 'centre-created' || act.kind === 'backup-restored') {
      devices.add(act.body.device);
      epoch += 1;
    }
    if (act.kind === 'scan-attached') scans.add(act.body.scan);
  }
  const lastHead = lastHeadOf(places, roots, faults);
  return {
    definition,
    epoch,
    journal: first?.journal ?? '',
    size: frontier.size,
    rootAt: (size) => roots[size],
    devices,
    ...(last === undefined ? {} : { lastAt: last.at }),
    contests: first?.kind === 'centre-created' ? first.body.contests : [],
    scans,
    faults,
    ...(lastHead === undefined ? {} : { lastHead }),
  };
}

/** Reads the list of heads as far as it goes; one that is not that of its line is a fault. */
export function lastHeadOf({ heads }: MediumPlaces, roots: readonly (string | undefined)[], faults: Fault[]): Head | undefined {
  let last: Head | undefined;
  for (const line of wholeLines(heads)) {
    const head = readHead(line.bytes);
    const derived = roots[head?.size ?? 0];
    if (head === undefined || head.size !== (last?.size ?? 0) + 1 || (derived !== undefined && derived !== head.root)) {
      faults.push({ code: 'head', detail: `line ${(last?.size ?? 0) + 1} of heads.jsonl is not the head of its entry` });
      break;
    }
    last = head;
  }
  return last;
}
