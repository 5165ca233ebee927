/** What a centre's journal says, as anybody may read it while the app runs. */
import path from 'node:path';
import type { Act } from '../../core/acts.ts';
import { readEntry } from '../../core/journal.ts';
import { must } from '../../core/result.ts';
import { openForReading } from '../../db/database.ts';
import { journalReader } from '../../db/journal-store.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';

export function actsSaid(centre: string): readonly Act[] {
  const handle = openForReading(path.join(centre, DATABASE_FILE));
  try {
    return [...journalReader(handle).entries()].map(({ bytes }) => must(readEntry(bytes)).act);
  } finally {
    handle.close();
  }
}

/** Each act as `person kind`. */
export function whoSaidWhat(centre: string): readonly string[] {
  return actsSaid(centre).map(({ kind, by }) => `${by.person} ${kind}`);
}
