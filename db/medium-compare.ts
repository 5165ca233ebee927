/**
 * Is what lies on the medium the beginning of this journal? Every line is laid beside the entry in the database, every head beside the
 * root stored with it. Acts that this journal lacks mean that the database is the older one; acts that differ and verify, that one
 * centre went on twice; anything else, that the medium is damaged. Nothing is written here.
 */
import { equalBytes, fromUtf8, toHex, utf8 } from '../core/bytes.ts';
import { canonical } from '../core/canonical.ts';
import { verifyEnvelope } from '../core/envelope.ts';
import { introduceKeys, readEntry, signingKey } from '../core/journal.ts';
import type { JournalReader, StoredEntry } from './journal-store.ts';
import { type Line, lastWholeLine, wholeLines } from './medium-lines.ts';
import type { MediumPlaces } from './medium-places.ts';

export type MediumFinding =
  | {
      readonly is: 'ours';
      /** Entries on the medium, and the byte after the last whole line. */
      readonly size: number;
      readonly linesEnd: number;
      /** Heads on the medium, and the byte after the last whole line of them. */
      readonly heads: number;
      readonly headsEnd: number;
    }
  | { readonly is: 'newer' | 'forked' | 'damaged'; readonly size: number; readonly detail: string };

const HEAD = /^\{"root":"([0-9a-f]{64})","size":([1-9][0-9]{0,14})\}$/;
const PIECE = 512;

export function headLine(size: number, root: Uint8Array): Uint8Array {
  return utf8(`${canonical({ root: toHex(root), size })}\n`);
}

export function readHead(bytes: Uint8Array): { readonly size: number; readonly root: string } | undefined {
  const [, root, size] = HEAD.exec(fromUtf8(bytes) ?? '') ?? [];
  return root === undefined ? undefined : { size: Number(size), root };
}

/** Lays all of it side by side. */
export function compareMedium(places: MediumPlaces, store: JournalReader): MediumFinding {
  const lines = compareLines(places, store);
  return lines.is === 'ours' ? compareHeads(places, store, lines) : lines;
}

/**
 * Whether the last line and the last head alone show that the medium belongs to this journal and is not ahead of it: enough at a
 * start, where nobody should wait for a slow stick to be read to its beginning.
 */
export function endsInOurs(places: MediumPlaces, store: JournalReader): boolean {
  const [line, last] = [lastWholeLine(places.lines), lastWholeLine(places.heads)];
  const [entry, head] = [readEntry(line?.bytes ?? new Uint8Array()), readHead(last?.bytes ?? new Uint8Array())];
  if (!entry.ok || line === undefined || head === undefined) return false;
  const own = entryAt(store, entry.value.seq);
  const headed = entryAt(store, head.size - 1);
  return own !== undefined && equalBytes(own.bytes, line.bytes) && headed !== undefined && toHex(headed.root) === head.root;
}

function entryAt(store: JournalReader, seq: number): StoredEntry | undefined {
  return [...store.entries(seq, seq + 1)][0];
}

type Ours = Extract<MediumFinding, { is: 'ours' }>;

function compareLines(places: MediumPlaces, store: JournalReader): MediumFinding {
  let ours: Ours = { is: 'ours', size: 0, linesEnd: 0, heads: 0, headsEnd: 0 };
  const own = inPieces(store);
  for (const line of wholeLines(places.lines)) {
    const { value: stored, done } = own.next();
    if (done === true) return beyond(store, ours.size, line);
    if (!equalBytes(stored.bytes, line.bytes)) return differing(store, ours.size, line);
    ours = { ...ours, size: ours.size + 1, linesEnd: line.end };
  }
  return ours;
}

/** The database's entries, a piece at a time, so that no reading transaction stays open while a slow stick is read. */
function* inPieces(store: JournalReader): Generator<StoredEntry, undefined> {
  for (let from = 0; ; from += PIECE) {
    const piece = [...store.entries(from, from + PIECE)];
    yield* piece;
    if (piece.length < PIECE) return;
  }
}

function beyond(store: JournalReader, size: number, line: Line): MediumFinding {
  if (!isGenuine(store, size, line)) return { is: 'damaged', size, detail: `line ${size + 1} is no entry of this journal` };
  return { is: 'newer', size, detail: `the medium goes on after the ${size} acts of this database` };
}

function differing(store: JournalReader, size: number, line: Line): MediumFinding {
  if (!isGenuine(store, size, line)) return { is: 'damaged', size, detail: `line ${size + 1} does not read as it was written` };
  return { is: 'forked', size, detail: `line ${size + 1} is another act of this centre, signed as this database has it not` };
}

/** Whether a line is a signed entry of this journal at this place: then no fault of a disk made it. */
function isGenuine(store: JournalReader, seq: number, { bytes }: Line): boolean {
  const entry = readEntry(bytes);
  if (!entry.ok || entry.value.seq !== seq) return false;
  const introduced = new Map<string, string>();
  for (const known of introductions(store)) introduceKeys(known, introduced);
  const key = signingKey(entry.value.act, introduced);
  return key.ok && verifyEnvelope(entry.value.envelope, key.value).ok;
}

function introductions(store: JournalReader) {
  const kinds = ['centre-created', 'person-enrolled', 'backup-restored'];
  const stored = kinds.flatMap((kind) => store.newest({ before: Number.MAX_SAFE_INTEGER, limit: PIECE, kind }));
  return stored.flatMap(({ bytes }) => {
    const entry = readEntry(bytes);
    return entry.ok ? [entry.value.act] : [];
  });
}

/** Heads may run behind the lines, where the power went between the two, and ahead of them, where lines were lost. */
function compareHeads(places: MediumPlaces, store: JournalReader, lines: Ours): MediumFinding {
  const size = store.size();
  let ours = lines;
  const own = inPieces(store);
  for (const line of wholeLines(places.heads)) {
    const head = readHead(line.bytes);
    if (head?.size !== ours.heads + 1) return { is: 'damaged', size: lines.size, detail: `head ${ours.heads + 1} cannot be read` };
    const { value: stored, done } = own.next();
    if (done === true) return { is: 'newer', size: lines.size, detail: `the medium knows a head after the ${size} acts of this database` };
    if (toHex(stored.root) !== head.root) return { is: 'damaged', size: lines.size, detail: `head ${head.size} is not that of its line` };
    ours = { ...ours, heads: head.size, headsEnd: line.end };
  }
  return ours;
}
