/**
 * The journal read from its first entry to its last, whatever state it is in: an entry that cannot be read is put down as such, and
 * reading goes on behind it. A record of a broken journal is what a court needs most.
 */
import type { Kind } from '../../core/acts.ts';
import type { SignedDefinition } from '../../core/definition.ts';
import { readEntry } from '../../core/journal.ts';
import type { Centre } from '../../core/state.ts';
import type { AuditCheck } from '../../db/check.ts';
import type { StoredEntry } from '../../db/journal-store.ts';
import { type Book, openBook, type Told } from './book.ts';
import { type PlanName, registersOf } from './registers.ts';

/** What a database holds, and what its audit found. Centre and definition are there as far as the audit could read them. */
export interface Source {
  readonly entries: Iterable<Pick<StoredEntry, 'seq' | 'bytes'>>;
  readonly checks: readonly AuditCheck[];
  readonly definition?: SignedDefinition;
  readonly centre?: Centre;
  /** The head after the last entry, where the whole journal could be followed. */
  readonly head?: { readonly size: number; readonly root: string };
  /** The checkpoint of that head: signed where the machine's own key is at hand, and its text alone otherwise. */
  readonly checkpoint?: { readonly text: string; readonly isSigned: boolean };
}

export interface Unreadable {
  readonly seq: number;
  readonly fault: string;
}

export interface Collected {
  readonly source: Source;
  readonly book: Book;
  readonly told: ReadonlyMap<PlanName, readonly Told[]>;
  readonly counts: ReadonlyMap<Kind, number>;
  readonly unreadable: readonly Unreadable[];
  /** Why reading ended before the end, where the file itself could not be read any further. */
  readonly brokeOff?: string;
  readonly first?: Told;
  readonly last?: Told;
}

/** `onEntry` is told after each entry that one more is read. */
export function collect(source: Source, onEntry: () => void = () => {}): Collected {
  const book = openBook(source.definition, source.centre);
  const told = new Map<PlanName, Told[]>();
  const counts = new Map<Kind, number>();
  const unreadable: Unreadable[] = [];
  let first: Told | undefined;
  let last: Told | undefined;
  const take = (one: Told) => {
    first ??= one;
    last = one;
    counts.set(one.act.kind, (counts.get(one.act.kind) ?? 0) + 1);
    book.note(one);
    for (const name of registersOf(one, book)) inRegister(told, name).push(one);
  };
  const brokeOff = readAll(source.entries, (stored) => {
    const entry = readEntry(stored.bytes);
    if (entry.ok) take({ seq: stored.seq, act: entry.value.act });
    else unreadable.push({ seq: stored.seq, fault: entry.refusal.code });
    onEntry();
  });
  return {
    ...{ source, book, told, counts, unreadable },
    ...(brokeOff === undefined ? {} : { brokeOff }),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

function inRegister(told: Map<PlanName, Told[]>, name: PlanName): Told[] {
  const rows = told.get(name) ?? [];
  told.set(name, rows);
  return rows;
}

/** SQLite throws where a page of the file is damaged; what was read until then is kept. */
function readAll(entries: Source['entries'], take: (stored: Pick<StoredEntry, 'seq' | 'bytes'>) => void): string | undefined {
  try {
    for (const stored of entries) take(stored);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !String((error as { code?: string }).code ?? '').startsWith('SQLITE_')) throw error;
    return error.message;
  }
}
