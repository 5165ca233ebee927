/**
 * The journal on disk. One command is one immediate transaction: all its entries, and the rows that follow them, or nothing. Only
 * this file holds the writer.
 */
import { digest } from '../core/bytes.ts';
import { canonical } from '../core/canonical.ts';
import type { Envelope } from '../core/envelope.ts';
import { type Entry, readEntry } from '../core/journal.ts';
import { must, present } from '../core/result.ts';
import type { Centre } from '../core/state.ts';
import { clickOf } from './clicks.ts';
import type { Handle } from './database.ts';
import { tablesOf } from './following.ts';

/** An entry as stored: the exact bytes that were hashed, with the columns an auditor selects by. */
export interface StoredEntry {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly kind: string;
  readonly at: string;
  readonly person: string;
}

/** What an earlier command left, by which a repeated click finds its first answer. */
export interface Answered {
  readonly content: string;
  readonly entries: readonly StoredEntry[];
}

/** Entries to append, with the state before the first and after each. */
export interface Draft {
  readonly entries: readonly StoredEntry[];
  readonly states: readonly Centre[];
}

export interface Newest {
  readonly before: number;
  readonly limit: number;
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
}

export interface JournalReader {
  size(): number;
  /** Entries in order, one at a time: a night does not have to fit into memory twice. */
  entries(from?: number, to?: number): IterableIterator<StoredEntry>;
  /** Entries before a place, the newest first; of one kind or person only where one is named. */
  newest(asked: Newest): readonly StoredEntry[];
  /** The leaves of entries in order, for the tree's heads. */
  leaves(from: number, to: number): readonly Uint8Array[];
  /** Entries by one person from a place on. */
  saidBy(person: string, since: number): readonly Entry[];
  /** The one definition; undefined where there is none, or more than one. */
  definition(): { readonly digest: string; readonly bytes: Uint8Array } | undefined;
  /** How many devices the journal has had, as its table says; 0 before the first act. */
  epoch(): number;
  /** The totals that SQL adds up over the tables, by row. */
  totals(contest: string): Readonly<Record<string, number>>;
}

export interface JournalWriter extends JournalReader {
  setDefinition(envelope: Envelope): void;
  /**
   * One command, in one immediate transaction: gives what the same id left before, else appends what `decide` drafts (nothing, when
   * it drafts nothing). `content` is the digest of what was asked, kept beside the entries.
   */
  append(id: string, content: string, decide: () => Draft | undefined): Answered | undefined;
  rebuild(centre: Centre): void;
}

const COLUMNS = 'seq, bytes, leaf, root, kind, at, person';

export function journalReader(handle: Handle): JournalReader {
  const size = handle.prepare<[], number>('SELECT coalesce(max(seq) + 1, 0) FROM journal').pluck();
  const between = handle.prepare<[number, number], StoredEntry>(`SELECT ${COLUMNS} FROM journal WHERE seq >= ? AND seq < ? ORDER BY seq`);
  // What is not asked for is null, and the columns after the bytes are looked at only where something is.
  const newest = handle.prepare<[number, string | null, string | null, string | null, string | null, number], StoredEntry>(
    `SELECT ${COLUMNS} FROM journal WHERE seq < ? AND (? IS NULL OR kind = ?) AND (? IS NULL OR person = ?) ORDER BY seq DESC LIMIT ?`,
  );
  const leaves = handle.prepare<[number, number], Uint8Array>('SELECT leaf FROM journal WHERE seq >= ? AND seq < ? ORDER BY seq').pluck();
  const byPerson = handle
    .prepare<[string, number], Uint8Array>('SELECT bytes FROM journal WHERE person = ? AND seq >= ? ORDER BY seq')
    .pluck();
  const definitions = handle.prepare<[], { digest: string; bytes: Uint8Array }>('SELECT digest, envelope AS bytes FROM definition');
  // Prepared when asked for: a database whose views were changed can still be read to the end of its journal.
  const epoch = () => handle.prepare<[], string>("SELECT value FROM centre WHERE fact = 'epoch'").pluck().get();
  const totals = () => handle.prepare<[string], { row: string; total: number | null }>('SELECT "row", total FROM tally WHERE contest = ?');
  return {
    size: () => present(size.get(), 'size'),
    entries: (from = 0, to = Number.MAX_SAFE_INTEGER) => between.iterate(from, to),
    newest: ({ before, limit, kind = null, person = null }) => newest.all(before, kind, kind, person, person, limit),
    leaves: (from, to) => leaves.all(from, to),
    saidBy: (person, since) => byPerson.all(person, since).map((bytes) => must(readEntry(bytes))),
    definition: () => {
      const [only, ...more] = definitions.all();
      return only === undefined || more.length > 0 ? undefined : only;
    },
    epoch: () => Number(epoch() ?? 0),
    totals: (contest) =>
      Object.fromEntries(
        totals()
          .all(contest)
          .map(({ row, total }) => [row, total ?? 0]),
      ),
  };
}

/** A store that nothing is ever appended to: for a database that did not pass its check. */
export function readOnlyStore(handle: Handle): JournalWriter {
  const refuse = () => {
    throw new Error('broken invariant: a read-only journal was asked to grow');
  };
  return { ...journalReader(handle), setDefinition: refuse, append: refuse, rebuild: refuse };
}

export function journalWriter(handle: Handle): JournalWriter {
  const insert = handle.prepare(
    'INSERT INTO journal (seq, bytes, leaf, root, kind, at, person, command, part, content, click) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const tables = tablesOf(handle);
  const byCommand = handle.prepare<[string], StoredEntry & { content: string }>(
    `SELECT ${COLUMNS}, content FROM journal WHERE command = ? ORDER BY part`,
  );
  const appendAll = (id: string, content: string, { entries, states }: Draft) => {
    entries.forEach(({ seq, bytes, leaf, root, kind, at, person }, part) => {
      const click = clickOf({ command: id, part, content, leaf });
      insert.run(seq, bytes, leaf, root, kind, at, person, id, part, content, click);
      tables.follow(present(states[part], 'state before'), present(states[part + 1], 'state after'));
    });
  };
  const append = handle.transaction((id: string, content: string, decide: () => Draft | undefined): Answered | undefined => {
    const entries = byCommand.all(id);
    const [first] = entries;
    if (first !== undefined) return { content: first.content, entries };
    const drafted = decide();
    if (drafted !== undefined) appendAll(id, content, drafted);
    return undefined;
  });
  return {
    ...journalReader(handle),
    setDefinition: (envelope) => {
      const bytes = Buffer.from(canonical(envelope));
      handle.prepare('INSERT INTO definition (digest, envelope) VALUES (?, ?)').run(digestOf(envelope), bytes);
    },
    append: (id, content, decide) => append.immediate(id, content, decide),
    rebuild: (centre) => tables.rebuild(centre),
  };
}

function digestOf(envelope: Envelope): string {
  return digest(Buffer.from(envelope.payload, 'base64'));
}
