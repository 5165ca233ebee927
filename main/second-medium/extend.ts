/**
 * Goes on from a sound copy with the lines of the medium: each has to be in its place, signed by a key that the journal introduced, and
 * allowed by the rules when it was done. The first that is not ends it; what comes after is told, not taken.
 */
import { setImmediate } from 'node:timers/promises';
import type { Head } from '../../core/acts.ts';
import { digest, equalBytes } from '../../core/bytes.ts';
import { judge } from '../../core/centre.ts';
import { verifyEnvelope } from '../../core/envelope.ts';
import { type Entry, readEntry, signingKey } from '../../core/journal.ts';
import { rootOf } from '../../core/merkle.ts';
import type { Follower } from '../../core/replay.ts';
import { present } from '../../core/result.ts';
import type { Centre } from '../../core/state.ts';
import type { JournalWriter, StoredEntry } from '../../db/journal-store.ts';
import { lastWholeLine, wholeLines } from '../../db/medium-lines.ts';
import type { MediumPlaces } from '../../db/medium-places.ts';
import type { Fault } from './history.ts';

export interface Ground {
  readonly journal: Follower;
  readonly size: number;
}
export interface Extended {
  readonly journal: Follower;
  /** The newest head that a signed line after the last sound one speaks of. */
  readonly beyond?: Head;
}

/** Entries appended at one go. */
const PIECE = 256;

export async function extend(
  store: JournalWriter,
  places: MediumPlaces,
  { journal, size }: Ground,
  faults: Fault[],
  onProgress: (done: number, total: number) => void,
): Promise<Extended> {
  const total = Math.max(size, 1 + seqOfLast(places));
  const earlier = judgeEarlier(store, places, size);
  if (earlier !== undefined) faults.push(earlier);
  let piece = emptyPiece(journal);
  let beyond: Head | undefined;
  let fault: string | undefined;
  let number = 0;
  const hand = async () => {
    append(store, piece);
    piece = emptyPiece(journal);
    onProgress(journal.frontier().size, total);
    await setImmediate();
  };
  for (const { bytes } of wholeLines(places.lines)) {
    number += 1;
    if (number <= size) continue;
    const entry = readEntry(bytes);
    if (fault === undefined) {
      fault = entry.ok ? faultOf(journal, entry.value) : (entry.refusal.detail ?? entry.refusal.code);
      if (fault !== undefined) faults.push({ code: 'line', detail: `line ${number} of journal.jsonl: ${fault}` });
      else if (entry.ok) take(piece, journal, entry.value, bytes);
    }
    if (fault !== undefined && entry.ok) beyond = seenBy(journal, entry.value) ?? beyond;
    if (piece.entries.length >= PIECE) await hand();
  }
  await hand();
  return { journal, ...(beyond === undefined ? {} : { beyond }) };
}

/** The first line before the copy's end that is not what the copy has: told, for one of the two is not as it was written. */
function judgeEarlier(store: JournalWriter, places: MediumPlaces, size: number): Fault | undefined {
  let number = 0;
  for (const { bytes } of wholeLines(places.lines)) {
    if (number >= size) return undefined;
    const [stored] = store.entries(number, number + 1);
    number += 1;
    if (stored === undefined || !equalBytes(stored.bytes, bytes))
      return { code: 'line', detail: `line ${number} of journal.jsonl is not the entry in the full copy` };
  }
  return number < size ? { code: 'short', detail: `journal.jsonl ends at ${number} acts, the full copy has ${size}` } : undefined;
}

function seqOfLast({ lines }: MediumPlaces): number {
  const entry = readEntry(lastWholeLine(lines)?.bytes ?? new Uint8Array());
  return entry.ok ? entry.value.seq : -1;
}

// ---- one entry ---------------------------------------------------------------------------------------------------------------

function faultOf(journal: Follower, entry: Entry): string | undefined {
  const { seq, act } = entry;
  if (seq !== journal.frontier().size) return `it is numbered ${seq}`;
  if (act.saw.size > seq || journal.rootAt(act.saw.size) !== act.saw.root) return `${act.by.person} saw another history`;
  if (!isSigned(journal, entry)) return 'its signature does not verify';
  return refusalOf(journal.centre(), act);
}

function isSigned(journal: Follower, { act, envelope }: Entry): boolean {
  const text = journal.keyText(act.by.key);
  const key = signingKey(act, new Map(text === undefined ? [] : [[act.by.key, text]]));
  return key.ok && verifyEnvelope(envelope, key.value).ok;
}

/** What is judged was written by a stranger: where a rule stumbles over it, that is its fault. */
function refusalOf(centre: Centre, act: Entry['act']): string | undefined {
  try {
    return judge(centre, act)?.code;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The head that a line beyond speaks of, where its signer is known: an act that was done, on a history that is lost. */
function seenBy(journal: Follower, entry: Entry): Head | undefined {
  return entry.act.saw.size > journal.frontier().size && isSigned(journal, entry) ? entry.act.saw : undefined;
}

// ---- a piece -----------------------------------------------------------------------------------------------------------------

interface Piece {
  readonly entries: StoredEntry[];
  readonly states: Centre[];
}

function emptyPiece(journal: Follower): Piece {
  return { entries: [], states: [journal.centre()] };
}

function take({ entries, states }: Piece, journal: Follower, entry: Entry, bytes: Uint8Array): void {
  journal.follow(entry);
  const { seq, act, leaf } = entry;
  entries.push({ seq, bytes, leaf, root: rootOf(journal.frontier()), kind: act.kind, at: act.at, person: act.by.person });
  states.push(journal.centre());
}

/** The clicks that these acts answered are not on the medium; they stand under a name that says so. */
function append(store: JournalWriter, piece: Piece): void {
  const [first] = piece.entries;
  if (first === undefined) return;
  const last = present(piece.entries.at(-1), 'entry');
  const left = store.append(`restored-${first.seq}`, digest(last.leaf), () => piece);
  if (left !== undefined) throw new Error(`broken invariant: restored-${first.seq} was appended before`);
}
