/**
 * Finds a station's acts in the journal. The journal is ordered by time, so where each station's acts lie is noted once and then as
 * the journal grows, in pieces small enough that nobody at the keyboard has to wait for it.
 */
import { setImmediate } from 'node:timers/promises';
import { readEntry } from '../../../core/journal.ts';
import { must } from '../../../core/result.ts';
import { resultKey } from '../../../core/state.ts';
import type { SaidAct } from '../../../core/views/station-acts.ts';
import type { JournalReader, StoredEntry } from '../../../db/journal-store.ts';

export interface StationActs {
  /** Everything said about a station in a contest, in the journal's order. */
  of(store: JournalReader, contest: string, station: string): Promise<readonly SaidAct[]>;
}

/** Entries read at a time. */
const PIECE = 1000;
/** What the journal says about a station's count of voters concerns all of its contests. */
const ALL_CONTESTS = '*';

interface Noted {
  size: number;
  readonly places: Map<string, number[]>;
}

export function createStationActs(): StationActs {
  const known = new WeakMap<JournalReader, Noted>();
  return {
    of: async (store, contest, station) => {
      const noted = known.get(store) ?? { size: 0, places: new Map() };
      known.set(store, noted);
      while (noted.size < store.size()) {
        notePiece(store, noted);
        await setImmediate();
      }
      const places = [contest, ALL_CONTESTS].flatMap((where) => noted.places.get(resultKey(where, station)) ?? []);
      return places.sort((a, b) => a - b).flatMap((seq) => [...store.entries(seq, seq + 1)].map(said));
    },
  };
}

function notePiece(store: JournalReader, noted: Noted): void {
  const piece = [...store.entries(noted.size, noted.size + PIECE)];
  noted.size += piece.length;
  for (const entry of piece) {
    for (const key of keysOf(entry)) noted.places.set(key, [...(noted.places.get(key) ?? []), entry.seq]);
  }
}

interface Said {
  readonly form?: string;
  readonly contest?: string;
  readonly station?: string;
  readonly stations?: readonly string[];
}

/** Which stations an entry speaks of. Entries were checked when the journal was opened; here they are only looked through. */
function keysOf({ bytes }: StoredEntry): readonly string[] {
  const { act } = JSON.parse(Buffer.from(bytes).toString()) as { readonly act: { readonly payload: string } };
  const { body } = JSON.parse(Buffer.from(act.payload, 'base64').toString()) as { readonly body: Said };
  const { form, contest, station, stations = [] } = body;
  if (form !== undefined) return [form.replace(/\.[^.]*$/, '')];
  if (station !== undefined) return [resultKey(contest ?? ALL_CONTESTS, station)];
  return contest === undefined ? [] : stations.map((code) => resultKey(contest, code));
}

function said(entry: StoredEntry): SaidAct {
  const { seq, act } = must(readEntry(entry.bytes));
  return { seq, act };
}
