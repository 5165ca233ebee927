/**
 * A centre's database as the source of papers. It is checked first, as at every start, and only read. What nobody has declared is
 * derived from the acts of the one contest, as the contest's bundle shows them, so that both give the same paper.
 */
import { existsSync } from 'node:fs';
import { parseCanonical } from '../../../core/canonical.ts';
import { readDefinition, type SignedDefinition } from '../../../core/definition.ts';
import { openEnvelope } from '../../../core/envelope.ts';
import { readEntry } from '../../../core/journal.ts';
import type { Follower } from '../../../core/replay.ts';
import { must, ok, type Result, refuse } from '../../../core/result.ts';
import { isShownIn, scopeFollower } from '../../../core/scope.ts';
import type { Centre } from '../../../core/state.ts';
import { auditDatabase, stateOf } from '../../../db/check.ts';
import { type Handle, openForReading } from '../../../db/database.ts';
import { type JournalReader, journalReader } from '../../../db/journal-store.ts';
import { partialFollower } from '../../bundle/export.ts';
import { withFile } from '../../define/files.ts';
import { declaredSummary, preparedSummary, type Told } from './summaries.ts';

export interface OpenedCentre {
  readonly centre: Centre;
  readonly store: JournalReader;
  /** The journal as the one contest's bundle shows it, where it was followed already. */
  readonly followed?: Follower;
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
export function summaryIn(opened: OpenedCentre, contest: string, version: number | undefined): Result<Told> {
  const { centre, store } = opened;
  if (!centre.contests.includes(contest)) return refuse('R-NOT-IN-CONTEST', contest);
  if (version !== undefined) return declaredSummary(centre, contest, version);
  const partial = opened.followed ?? followContest(centre, store, contest);
  return preparedSummary(partial, contest);
}

/** The one definition of a journal, as it was signed; undefined where there is none. */
export function definitionIn(store: JournalReader): SignedDefinition | undefined {
  const stored = store.definition();
  const json = stored === undefined ? undefined : parseCanonical(stored.bytes);
  const envelope = json?.ok ? openEnvelope(json.value) : undefined;
  const definition = envelope?.ok ? readDefinition(envelope.value) : undefined;
  return definition?.ok ? definition.value : undefined;
}

/** The journal as the contest's bundle shows it: acts of other contests are places only. */
export function followContest(centre: Centre, store: JournalReader, contest: string): Follower {
  const partial = partialFollower(centre, contest);
  const scopeOf = scopeFollower();
  for (const stored of store.entries()) {
    const entry = must(readEntry(stored.bytes));
    if (isShownIn(contest, scopeOf(entry.act))) partial.follow(entry);
    else partial.followHidden(stored.seq, entry.leaf);
  }
  return partial;
}
