/**
 * A bundle's journal, followed line by line: places, heads, signatures and rules, and the checkpoint that the device signed over
 * the whole.
 */
import { CHECKPOINT, JOURNAL, type Manifest } from './bundle.ts';
import { equalBytes, fromHex, fromUtf8 } from './bytes.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import type { CheckList } from './checks.ts';
import type { SignedDefinition } from './definition.ts';
import { type Entry, readEntry } from './journal.ts';
import { parsePublicKey } from './keys.ts';
import { checkpointOrigin } from './receipt.ts';
import { type Follower, follower, type SignatureJob, type VerifySignatures } from './replay.ts';
import { sayRestores } from './restores.ts';
import { ok, type Result } from './result.ts';
import { isShownIn, scopeFollower } from './scope.ts';
import { emptyCentre } from './state.ts';
import { describe, type OpenedBundle, textOf } from './verify-container.ts';

const BATCH = 512;

export interface CheckedJournal {
  readonly journal: Follower;
  readonly view: JournalView;
  /** Done when every signature is verified, which goes on beside the other checks. */
  readonly signatures: Promise<undefined>;
}

export function checkJournal(
  checks: CheckList,
  opened: OpenedBundle,
  manifest: Manifest,
  definition: SignedDefinition,
  verifySignatures: VerifySignatures,
): CheckedJournal {
  const others = definition.content.contests.map(({ id }) => id).filter((id) => id !== manifest.contest);
  const journal = follower({ ...emptyCentre(definition), hidden: others });
  const { pending, hidden, concerned } = followLines(journal, textOf(opened, JOURNAL), verifySignatures);
  const { breaks } = journal;
  if (manifest.election !== definition.digest) breaks.journal ??= 'the manifest names another election';
  const hiding = judgeHiding(journal, manifest.contest, hidden, concerned);
  if (hiding !== undefined) breaks.journal ??= hiding;
  const size = journal.frontier().size;
  const remark =
    hidden.size === 0 ? '' : `, of which ${hidden.size} of other contests show only their place, which this bundle alone cannot judge`;
  report(checks, 'journal', breaks.journal, `${size} entries in sequence, one encoding${remark}`);
  checkHistory(checks, journal);
  report(checks, 'conduct', breaks.conduct, 'every act was allowed when it was done');
  const { journal: id, contests } = journal.centre();
  const signatures = checkSignatures(checks, journal, pending);
  // Told where it is awaited; until then a failure must not end the program.
  signatures.catch(() => undefined);
  return { journal, view: { journal: id, contests, size, rootAt: journal.rootAt, hidden, concerned }, signatures };
}

/** A journal that lost acts is not judged to be whole, however soundly it went on. */
function checkHistory(checks: CheckList, { breaks, centre }: Follower): undefined {
  const said = sayRestores(centre().restores);
  const seen = 'every signer saw this history';
  if (breaks.history === undefined && said?.isLossy === true) return checks.skip('history', said.detail);
  report(checks, 'history', breaks.history, said === undefined ? seen : `${seen}; ${said.detail}`);
}

async function checkSignatures(checks: CheckList, journal: Follower, pending: readonly Promise<Batch>[]): Promise<undefined> {
  const batches = await Promise.all(pending);
  for (const { jobs, verified } of batches) {
    const bad = jobs.find((_, at) => verified[at] !== true);
    if (bad !== undefined) journal.breaks.signatures ??= `seq ${bad.seq}: the signature does not verify`;
  }
  const signed = batches.reduce((sum, { jobs }) => sum + jobs.length, 0);
  report(checks, 'signatures', journal.breaks.signatures, `${signed} signatures verify`);
}

/** A bundle hides what concerns other contests and nothing else; of what it hides, only those contests' bundles can tell. */
function judgeHiding(
  journal: Follower,
  contest: string,
  hidden: ReadonlySet<number>,
  concerned: JournalView['concerned'],
): string | undefined {
  const foreign = [...concerned].find(([, contests]) => !isShownIn(contest, contests));
  if (foreign !== undefined) return `seq ${foreign[0]}: an entry of ${foreign[1].join(', ')} is shown`;
  const [first] = hidden;
  const { contests } = journal.centre();
  if (first === undefined || contests.length !== 1) return undefined;
  return `seq ${first}: an entry is hidden, though this centre holds one contest only`;
}

function report(
  checks: CheckList,
  name: 'journal' | 'history' | 'signatures' | 'conduct',
  broken: string | undefined,
  passed: string,
): void {
  if (broken === undefined) checks.pass(name, passed);
  else checks.fail(name, broken);
}

/** What a bundle shows of its journal: to be laid beside the bundles of the other contests. */
export interface JournalView {
  readonly journal: string;
  /** The contests this centre holds. */
  readonly contests: readonly string[];
  readonly size: number;
  /** Root after `size` entries, as hexadecimal; undefined beyond the end. */
  rootAt(size: number): string | undefined;
  /** Places of which only the leaf is shown. */
  readonly hidden: ReadonlySet<number>;
  /** Of the entries shown, those that concern a contest, and which. */
  readonly concerned: ReadonlyMap<number, readonly string[]>;
}

interface Batch {
  readonly jobs: readonly SignatureJob[];
  readonly verified: readonly boolean[];
}

/** Reads line by line; signatures are handed out in batches while the reading goes on. */
function followLines(journal: Follower, bytes: Uint8Array, verifySignatures: VerifySignatures) {
  const pending: Promise<Batch>[] = [];
  const hidden = new Set<number>();
  const concerned = new Map<number, readonly string[]>();
  const scopeOf = scopeFollower();
  let jobs: SignatureJob[] = [];
  const hand = () => {
    const batch = jobs;
    jobs = [];
    if (batch.length > 0) pending.push(verifySignatures(batch).then((verified) => ({ jobs: batch, verified })));
  };
  for (const [number, line] of linesOf(bytes)) {
    const read = readLine(line);
    if (!read.ok) {
      journal.breaks.journal ??= `line ${number}: ${describe(read.refusal)}`;
      break;
    }
    if ('hidden' in read.value) {
      hidden.add(journal.frontier().size);
      journal.followHidden(read.value.hidden, read.value.leaf);
      continue;
    }
    const contests = scopeOf(read.value.act);
    if (contests.length > 0) concerned.set(journal.frontier().size, contests);
    const job = journal.follow(read.value);
    if (job !== undefined && jobs.push(job) >= BATCH) hand();
  }
  hand();
  return { pending, hidden, concerned };
}

function* linesOf(bytes: Uint8Array): Generator<readonly [number, Uint8Array]> {
  let from = 0;
  for (let number = 1; from < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, from);
    yield [number, bytes.subarray(from, end < 0 ? bytes.length : end)];
    if (end < 0) return yield [number + 1, new Uint8Array()];
    from = end + 1;
  }
}

/** The one way to write an entry that belongs to another contest. */
const HIDDEN_LINE = /^\{"leaf":"([0-9a-f]{64})","seq":(0|[1-9][0-9]{0,14})\}$/;
const LONGEST_HIDDEN_LINE = 120;

type JournalLine = Entry | { readonly hidden: number; readonly leaf: Uint8Array };

function readLine(line: Uint8Array): Result<JournalLine> {
  const hidden = line.length < LONGEST_HIDDEN_LINE ? HIDDEN_LINE.exec(fromUtf8(line) ?? '') : null;
  const leaf = fromHex(hidden?.[1] ?? '-');
  if (leaf !== undefined) return ok({ hidden: Number(hidden?.[2]), leaf });
  return readEntry(line);
}

/** The manifest must be signed by the device that the journal introduced. */
export function checkDevice(checks: CheckList, manifest: Manifest, journal: Follower): undefined {
  const { device, journal: id } = journal.centre();
  if (journal.keyText(device) !== manifest.device) checks.fail('manifest', 'signed by a device that is not the one of this journal');
  if (id !== manifest.journal) checks.fail('manifest', 'names another journal');
}

export function checkCheckpoint(
  checks: CheckList,
  opened: OpenedBundle,
  manifest: Manifest,
  definition: SignedDefinition,
  journal: Follower,
): undefined {
  const device = parsePublicKey(manifest.device);
  const text = fromUtf8(textOf(opened, CHECKPOINT));
  if (!device.ok || text === undefined) return checks.fail('checkpoint', 'not a checkpoint');
  const centre = journal.centre();
  const origin = checkpointOrigin(definition.content.id, centre.journal, centre.epoch);
  const checkpoint = verifyCheckpoint(text, device.value.raw, origin);
  if (!checkpoint.ok) return checks.fail('checkpoint', describe(checkpoint.refusal));
  const { size, root } = checkpoint.value;
  const derived = fromHex(journal.rootAt(journal.frontier().size) ?? '');
  if (size !== journal.frontier().size)
    return checks.fail('checkpoint', `signed for ${size} entries, the journal has ${journal.frontier().size}`);
  if (derived === undefined || !equalBytes(derived, root)) return checks.fail('checkpoint', 'signed for another history');
  checks.pass('checkpoint', `the device signed this head of ${size} entries`);
}
