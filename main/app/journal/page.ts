/**
 * A page of the journal, read backwards from the newest act. Kind and person are columns; a station or words have to be looked for
 * act by act, which is done in pieces, so that nobody else waits for a search through the whole night.
 */
import { setImmediate } from 'node:timers/promises';
import type { BrokenLine, JournalPage } from '../../../core/contract/journal.ts';
import { readEntry } from '../../../core/journal.ts';
import { concernsPlace, type JournalLine, lineOf, saysText } from '../../../core/views/journal.ts';
import { nameOf } from '../../../core/views/named.ts';
import type { Seen } from '../../../core/views/seen.ts';
import type { JournalReader, StoredEntry } from '../../../db/journal-store.ts';

export interface Wanted {
  readonly before?: number | undefined;
  readonly limit: number;
  readonly kind?: string | undefined;
  readonly person?: string | undefined;
  readonly text?: string | undefined;
  readonly form?: string | undefined;
}

const PIECE = 256;

export async function pageOf(seen: Seen, store: JournalReader, wanted: Wanted): Promise<JournalPage> {
  const size = store.size();
  const lines: (JournalLine | BrokenLine)[] = [];
  const isSearch = wanted.text !== undefined || wanted.form !== undefined;
  let before = Math.min(wanted.before ?? size, size);
  while (before > 0 && lines.length < wanted.limit) {
    const piece = store.newest({ before, limit: isSearch ? PIECE : wanted.limit, kind: wanted.kind, person: wanted.person });
    for (const stored of piece) {
      if (lines.length === wanted.limit) break;
      before = stored.seq;
      const line = lineIn(seen, stored, wanted);
      if (line !== undefined) lines.push(line);
    }
    if (piece.length < (isSearch ? PIECE : wanted.limit) && lines.length < wanted.limit) before = 0;
    if (isSearch) await setImmediate();
  }
  return { size, lines, people: peopleOf(seen), ...(before > 0 ? { next: before } : {}) };
}

function lineIn(seen: Seen, stored: StoredEntry, { text, form }: Wanted): JournalLine | BrokenLine | undefined {
  const entry = readEntry(stored.bytes);
  if (!entry.ok) return { seq: stored.seq, broken: entry.refusal.code };
  const { act } = entry.value;
  if (form !== undefined && !concernsPlace(seen.centre, act, form)) return undefined;
  const line = lineOf(seen, stored.seq, act);
  return text === undefined || saysText(line, text) ? line : undefined;
}

function peopleOf({ centre }: Seen): JournalPage['people'] {
  const people = [...centre.people.values()].map(({ id }) => ({ id, name: nameOf(centre, id) }));
  return [...people.sort((a, b) => (a.name < b.name ? -1 : 1)), { id: 'device', name: 'device' }];
}
