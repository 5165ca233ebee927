/**
 * A centre's database as the source of papers. It is checked first, as at every start, and only read. What nobody has declared is
 * derived from the acts of the one contest, as the contest's bundle shows them, so that both give the same paper.
 */
import { existsSync } from 'node:fs';
import { readEntry } from '../../../core/journal.ts';
import { must, ok, present, type Result, refuse } from '../../../core/result.ts';
import { isShownIn, scopeFollower } from '../../../core/scope.ts';
import type { Centre } from '../../../core/state.ts';
import { auditDatabase, stateOf } from '../../../db/check.ts';
import { type Handle, openForReading } from '../../../db/database.ts';
import { type JournalReader, journalReader } from '../../../db/journal-store.ts';
import { partialFollower } from '../../bundle/export.ts';
import { withFile } from '../../define/files.ts';
import { declaredSummary, summaryNow, type Told } from './summaries.ts';

export interface OpenedCentre {
  readonly centre: Centre;
  readonly store: JournalReader;
}

/** Opens, checks, does the work and closes. Refuses a file that is not there, is no database, or was altered. */
export async function withDatabase<T>(file: string, work: (opened: OpenedCentre) => Result<T>): Promise<Result<T>> {
  if (!existsSync(file)) return refuse('E-FILE', 'there is no such file', file);
  const opened = withFile(file, () => openForReading(file));
  if (!opened.ok) return opened;
  try {
    const centre = await checkedState(opened.value, file);
    return centre.ok ? work({ centre: centre.value, store: journalReader(opened.value) }) : centre;
  } finally {
    opened.value.close();
  }
}

async function checkedState(handle: Handle, file: string): Promise<Result<Centre>> {
  const audit = await auditDatabase(handle);
  const centre = stateOf(audit);
  const fault = audit.checks.find(({ status }) => status === 'failed');
  return centre === undefined ? refuse('R-READ-ONLY', `the database was altered: ${fault?.name}: ${fault?.detail}`, file) : ok(centre);
}

/** The summary of a contest: the version named, else what the journal ends with. */
export function summaryIn({ centre, store }: OpenedCentre, contest: string, version: number | undefined): Result<Told> {
  if (!centre.contests.includes(contest)) return refuse('R-NOT-IN-CONTEST', contest);
  if (version !== undefined) return declaredSummary(centre, contest, version);
  const partial = followed(centre, store, contest);
  const { size } = partial.frontier();
  return ok(summaryNow(partial.centre(), contest, { size, root: present(partial.rootAt(size), 'root') }));
}

/** The journal as the contest's bundle shows it: acts of other contests are places only. */
function followed(centre: Centre, store: JournalReader, contest: string) {
  const partial = partialFollower(centre, contest);
  const scopeOf = scopeFollower();
  for (const stored of store.entries()) {
    const entry = must(readEntry(stored.bytes));
    if (isShownIn(contest, scopeOf(entry.act))) partial.follow(entry);
    else partial.followHidden(stored.seq, entry.leaf);
  }
  return partial;
}
