/**
 * Keeps a second medium up to date, one small step at a time: looks at what lies there, adds the acts that are missing, then the
 * scans and key files. It always goes by what the medium has and what the database has, so a message that was missed, a stick that
 * was pulled or a thread that was ended costs nothing but time. It never writes where the medium is not the beginning of this journal.
 */
import { existsSync, statSync } from 'node:fs';
import { readEntry } from '../../core/journal.ts';
import { openForReading } from '../../db/database.ts';
import { type JournalReader, journalReader, type StoredEntry } from '../../db/journal-store.ts';
import { compareMedium } from '../../db/medium-compare.ts';
import { centreFoldersOn, type MediumPlaces, mediumFolder, placesIn } from '../../db/medium-places.ts';
import { addEntries, copyKey, copyScan, keysOwed, type MediumEnd, prepareMedium, scansOwed } from '../../db/medium-writer.ts';
import type { SecondMediumStatus } from './contract.ts';
import { faultOfDisk } from './disk-fault.ts';
import { wentOnElsewhere } from './settled.ts';

export interface TailOrder {
  readonly database: string;
  /** The data folder. */
  readonly folder: string;
  readonly medium: string;
  /** The journal that was begun on the medium before: an empty folder in its place is then no medium but the place of a pulled one. */
  readonly begun?: string;
}

export type TailReport = Pick<SecondMediumStatus, 'size' | 'behind' | 'filesBehind' | 'oldestBehind' | 'fault'> & {
  readonly state: 'current' | 'behind' | 'missing' | 'failed' | 'other';
  /** The journal whose folder lies there. */
  readonly begun?: string;
  /** Where the centre's own folder on the medium lies. */
  readonly folder?: string;
};

export interface Tail {
  /** One piece of work; answers whether there is more to be done at once. */
  step(): boolean;
  report(): TailReport;
  close(): void;
}

/** Acts written and forced to the disk at one go. */
const PIECE = 64;

interface Known {
  readonly journal: string;
  epoch: number;
  /** Entries of the database that were looked at for scans and restores. */
  looked: number;
  readonly scans: Set<string>;
}

export function openTail(order: TailOrder): Tail {
  const handle = openForReading(order.database);
  const store = journalReader(handle);
  let known: Known | undefined;
  let begun = order.begun;
  let end: MediumEnd | undefined;
  let left: Left = { lines: 0, heads: 0 };
  const tried = new Set<string>();
  let report: TailReport = { state: 'behind', size: 0, behind: 0, filesBehind: 0 };

  const look = (): Known | undefined => {
    known ??= knownFrom(store);
    if (known !== undefined) noteNew(known, store);
    return known;
  };
  const trouble = (state: 'missing' | 'failed' | 'other', fault?: TailReport['fault']): false => {
    end = undefined;
    const { fault: _, ...rest } = report;
    report = { ...rest, state, behind: store.size() - report.size, ...(fault === undefined ? {} : { fault }) };
    return false;
  };
  const tell = (places: MediumPlaces, reached: MediumEnd, centre: Known): boolean => {
    const owed = owedOf(order.folder, places, centre, tried);
    const behind = store.size() - reached.size;
    const isCurrent = behind === 0 && owed.length === 0;
    const [oldest] = behind === 0 ? [] : [...store.entries(reached.size, reached.size + 1)];
    begun = centre.journal;
    report = {
      state: isCurrent ? 'current' : 'behind',
      size: reached.size,
      behind,
      filesBehind: owed.length,
      begun,
      folder: places.folder,
      ...(oldest === undefined ? {} : { oldestBehind: oldest.at }),
    };
    return !isCurrent;
  };
  /** Where the medium has come to; looked at anew whenever its files are not as they were left. */
  const arrive = (places: MediumPlaces, centre: Known): MediumEnd | undefined => {
    if (end !== undefined && isSame(left, leftIn(places))) return end;
    const elsewhere = centreFoldersOn(order.medium).find((one) => centre.journal.startsWith(one.journal) && one.epoch > centre.epoch);
    if (elsewhere !== undefined) {
      trouble('other', wentOnElsewhere(elsewhere.epoch));
      return undefined;
    }
    if (!existsSync(places.folder) && !mayBegin(order.medium, begun, centre)) {
      trouble('missing');
      return undefined;
    }
    prepareMedium(places, definitionOf(store));
    const found = compareMedium(places, store);
    left = leftIn(places);
    if (found.is === 'ours') end = found;
    else {
      report = { ...report, size: Math.min(found.size, store.size()) };
      trouble(found.is === 'damaged' ? 'failed' : 'other', { code: found.is, detail: found.detail });
    }
    return end;
  };
  const work = (): boolean => {
    if (!existsSync(order.medium)) return trouble('missing');
    const centre = look();
    if (centre === undefined) {
      report = { state: 'current', size: 0, behind: 0, filesBehind: 0 };
      return false;
    }
    const places = placesIn(mediumFolder(order.medium, centre.journal, centre.epoch));
    const reached = arrive(places, centre);
    if (reached === undefined) return false;
    const entries = [...store.entries(reached.size, reached.size + PIECE)];
    if (entries.length > 0 || reached.heads < reached.size) {
      end = addEntries(places, reached, entries, store);
      left = leftIn(places);
      return end === undefined ? true : tell(places, end, centre);
    }
    const [owed] = owedOf(order.folder, places, centre, tried);
    owed?.copy();
    return tell(places, reached, centre);
  };
  const step = (): boolean => {
    try {
      return work();
    } catch (error) {
      if (!existsSync(order.medium)) return trouble('missing');
      return trouble('failed', faultOfDisk(error));
    }
  };
  return { step, report: () => report, close: () => handle.close() };
}

function knownFrom(store: JournalReader): Known | undefined {
  const [first] = store.entries(0, 1);
  const entry = first === undefined ? undefined : readEntry(first.bytes);
  return entry?.ok === true ? { journal: entry.value.act.journal, epoch: 1, looked: 0, scans: new Set() } : undefined;
}

const LOOK = 1024;

/** Reads on in the journal: which scans it names, and how often it was restored. */
function noteNew(known: Known, store: JournalReader): void {
  for (;;) {
    const piece = [...store.entries(known.looked, known.looked + LOOK)];
    for (const stored of piece) note(known, stored);
    known.looked += piece.length;
    if (piece.length < LOOK) return;
  }
}

function note(known: Known, { kind, bytes }: StoredEntry): void {
  if (kind === 'backup-restored') known.epoch += 1;
  if (kind !== 'scan-attached') return;
  const entry = readEntry(bytes);
  if (entry.ok && entry.value.act.kind === 'scan-attached') known.scans.add(entry.value.act.body.scan);
}

/** How long the two files were when they were last looked at or written: a torn line may stand at their ends. */
interface Left {
  readonly lines: number;
  readonly heads: number;
}

function leftIn({ lines, heads }: MediumPlaces): Left {
  return { lines: sizeOf(lines), heads: sizeOf(heads) };
}

function isSame(one: Left, other: Left): boolean {
  return one.lines === other.lines && one.heads === other.heads;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A new folder is made on a medium that was chosen just now, and beside the folder of the time before a restore. */
function mayBegin(medium: string, begun: string | undefined, { journal }: Known): boolean {
  return begun !== journal || centreFoldersOn(medium).some((one) => journal.startsWith(one.journal));
}

function definitionOf(store: JournalReader): Uint8Array {
  const definition = store.definition();
  if (definition === undefined) throw new Error('broken invariant: a centre without its definition');
  return definition.bytes;
}

interface Owed {
  copy(): void;
}

/** What the medium lacks of the files. One that is damaged here is tried once: it is the start-up check's business. */
function owedOf(folder: string, places: MediumPlaces, known: Known, tried: Set<string>): readonly Owed[] {
  const owed = (name: string, copy: () => void): readonly Owed[] => {
    if (tried.has(`${places.folder} ${name}`)) return [];
    return [
      {
        copy: () => {
          copy();
          tried.add(`${places.folder} ${name}`);
        },
      },
    ];
  };
  return [
    ...keysOwed(folder, places).flatMap((name) => owed(name, () => copyKey(folder, places, name))),
    ...scansOwed(known.scans, places).flatMap((digest) => owed(digest, () => copyScan(folder, places, digest))),
  ];
}
