/**
 * The start-up check (DESIGN, Database): every page, every leaf, root and signature, every rule, and every row of the tables is
 * checked against a fresh replay of the journal. Where something is wrong the program opens read-only and says where; nothing is
 * ever repaired or deleted. `countersign audit` runs the very same check on a file.
 */
import { BrokenOff } from '../core/broken-off.ts';
import { equalBytes, toHex } from '../core/bytes.ts';
import { parseCanonical } from '../core/canonical.ts';
import { readDefinition, type SignedDefinition } from '../core/definition.ts';
import { openEnvelope } from '../core/envelope.ts';
import { readEntry } from '../core/journal.ts';
import { type Follower, follower, type SignatureJob } from '../core/replay.ts';
import { sayRestores } from '../core/restores.ts';
import { type Centre, emptyCentre } from '../core/state.ts';
import { faultOfClicks } from './clicks.ts';
import { faultOfFile, type Handle } from './database.ts';
import { firstStray } from './following.ts';
import { journalReader, type StoredEntry } from './journal-store.ts';
import { signatureThreads } from './signatures.ts';

export const AUDIT_CHECKS = [
  'file',
  'pages',
  'definition',
  'journal',
  'history',
  'signatures',
  'conduct',
  'tables',
  'scans',
  'receipts',
] as const;
export type AuditCheckName = (typeof AUDIT_CHECKS)[number];
export interface AuditCheck {
  readonly name: AuditCheckName;
  readonly status: 'passed' | 'failed' | 'not checked';
  readonly detail: string;
}

export interface Audit {
  readonly checks: readonly AuditCheck[];
  readonly sound: boolean;
  readonly definition?: SignedDefinition;
  readonly journal?: Follower;
}

const BATCH = 512;

/** Checks an open database. `onProgress` is told entries done and in all. Foreign bytes never throw; SQLite's own errors are told. */
export async function auditDatabase(handle: Handle, onProgress: (done: number, total: number) => void = () => {}): Promise<Audit> {
  try {
    holdMoment(handle);
    return await auditMoment(handle, onProgress);
  } finally {
    if (handle.inTransaction) handle.exec('ROLLBACK');
  }
}

/** One moment of the journal: what the app appends meanwhile must not look like an alteration. A file that is no database has none. */
function holdMoment(handle: Handle): void {
  try {
    handle.pragma('temp_store = MEMORY');
    handle.exec('BEGIN');
  } catch {
    // The checks will tell what cannot be read.
  }
}

async function auditMoment(handle: Handle, onProgress: (done: number, total: number) => void): Promise<Audit> {
  const checks: AuditCheck[] = [];
  const tell = (name: AuditCheckName, fault: string | undefined, passed: string) => {
    checks.push({ name, status: fault === undefined ? 'passed' : 'failed', detail: fault ?? passed });
  };
  try {
    const changed = faultOfFile(handle);
    tell('file', changed, 'tables, views and guards as they were made');
    tell('pages', faultOfPages(handle), 'every page sound');
    const found = definitionIn(handle);
    if (typeof found === 'string') tell('definition', found, '');
    if (typeof found === 'string') return { checks, sound: false };
    tell('definition', undefined, `${found.content.title}, ${found.content.date}`);
    const { journal, verified } = await startReplay(handle, found, onProgress);
    const { breaks } = journal;
    // Where the replay stopped, nothing is said of what lies beyond.
    const tellOfEntries = (name: AuditCheckName, fault: string | undefined, passed: string) => {
      if (fault !== undefined || breaks.journal === undefined) tell(name, fault, passed);
      else checks.push({ name, status: 'not checked', detail: asFar(passed, journal.frontier().size) });
    };
    // The tables are compared while other threads still verify signatures.
    const stray = changed ?? breaks.journal ?? breaks.conduct ?? firstStray(handle, journal.centre());
    await verified;
    tell('journal', breaks.journal ?? faultOfClicks(handle), `${journal.frontier().size} entries, every leaf and root`);
    const restored = sayRestores(journal.centre().restores);
    tellOfEntries('history', breaks.history, `every signer saw this history${restored === undefined ? '' : `; ${restored.detail}`}`);
    tellOfEntries('signatures', breaks.signatures, 'every signature verifies');
    tellOfEntries('conduct', breaks.conduct, 'every act was allowed when it was done');
    tell('tables', stray, 'every row follows from the journal');
    return { checks, sound: checks.every(({ status }) => status === 'passed'), definition: found, journal };
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
    tell('pages', `cannot be read: ${error instanceof Error ? error.message : String(error)}`, '');
    return { checks, sound: false };
  }
}

/** What is said of the entries before the place where the journal broke. */
function asFar(passed: string, size: number): string {
  return size === 0 ? 'not one entry could be followed' : `${passed} up to seq ${size - 1}; not checked beyond`;
}

/** `integrity_check`, because `quick_check` misses most flipped bits. */
function faultOfPages(handle: Handle): string | undefined {
  const answers = handle.prepare<[], string>('PRAGMA integrity_check(10)').pluck().all();
  return answers.length === 1 && answers[0] === 'ok' ? undefined : answers.join('; ');
}

function definitionIn(handle: Handle): SignedDefinition | string {
  const stored = journalReader(handle).definition();
  if (stored === undefined) return 'not exactly one definition';
  const json = parseCanonical(stored.bytes);
  const envelope = json.ok ? openEnvelope(json.value) : json;
  const definition = envelope.ok ? readDefinition(envelope.value) : envelope;
  if (!definition.ok) return `${definition.refusal.code} ${definition.refusal.detail ?? ''}`;
  return definition.value.digest === stored.digest ? definition.value : 'its column does not agree with its bytes';
}

/** Batches that may wait for their signatures before the reading waits too: a whole night of them would not fit a small laptop. */
const BATCHES_AHEAD = 12;

/** Follows the whole journal; `verified` is done when all its signatures are. */
async function startReplay(handle: Handle, definition: SignedDefinition, onProgress: (done: number, total: number) => void) {
  const reader = journalReader(handle);
  const total = reader.size();
  const threads = signatureThreads();
  const journal = follower(emptyCentre(definition));
  const pending: Promise<void>[] = [];
  let jobs: SignatureJob[] = [];
  const hand = () => {
    const places = jobs.map(({ seq }) => seq);
    if (jobs.length > 0) pending.push(threads.verify(jobs).then((verified) => noteBad(journal, places, verified)));
    jobs = [];
  };
  try {
    for (const stored of reader.entries()) {
      const job = followStored(journal, stored);
      if (job !== undefined && jobs.push(job) >= BATCH) {
        hand();
        await pending.at(-BATCHES_AHEAD);
      }
      if (stored.seq % BATCH === 0) onProgress(stored.seq, total);
      if (journal.breaks.journal !== undefined) break;
    }
    hand();
    onProgress(total, total);
  } catch (error) {
    // Threads that wait for more would keep the program from ending.
    await threads.close();
    throw error;
  }
  const verified = Promise.all(pending).finally(() => threads.close());
  return { journal, verified };
}

function noteBad(journal: Follower, places: readonly number[], verified: readonly boolean[]): void {
  const bad = places.find((_, at) => verified[at] !== true);
  if (bad !== undefined) journal.breaks.signatures ??= `seq ${bad}: the signature does not verify`;
}

/** Takes one stored row: its bytes decide, its columns must agree with them. */
function followStored(journal: Follower, stored: StoredEntry): SignatureJob | undefined {
  const entry = readEntry(stored.bytes);
  const fault = entry.ok ? undefined : `${entry.refusal.code} ${entry.refusal.detail ?? ''}`;
  if (!entry.ok) {
    journal.breaks.journal ??= `seq ${stored.seq}: ${fault}`;
    return undefined;
  }
  const { act, leaf } = entry.value;
  const job = journal.follow(entry.value);
  const agrees = stored.kind === act.kind && stored.at === act.at && stored.person === act.by.person && stored.seq === entry.value.seq;
  if (!agrees) journal.breaks.journal ??= `seq ${stored.seq}: a column does not agree with the entry's bytes`;
  if (!equalBytes(leaf, stored.leaf)) journal.breaks.journal ??= `seq ${stored.seq}: the leaf is not the entry's`;
  if (toHex(stored.root) !== journal.rootAt(stored.seq + 1)) journal.breaks.journal ??= `seq ${stored.seq}: the root is not the journal's`;
  return job;
}

/** The state of a database that was audited and found sound. */
export function stateOf(audit: Audit): Centre | undefined {
  return audit.sound ? audit.journal?.centre() : undefined;
}
