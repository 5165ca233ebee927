/**
 * A bundle's journal, followed line by line: places, heads, signatures and rules, and the checkpoint that the device signed over
 * the whole.
 */
import * as z from 'zod/mini';
import { CHECKPOINT, JOURNAL, type Manifest } from './bundle.ts';
import { equalBytes, fromHex, fromUtf8 } from './bytes.ts';
import { type Json, parseCanonical } from './canonical.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import type { CheckList } from './checks.ts';
import type { SignedDefinition } from './definition.ts';
import { readEntryJson } from './journal.ts';
import { parsePublicKey } from './keys.ts';
import { leafHash } from './merkle.ts';
import { checkpointOrigin } from './receipt.ts';
import { type Follower, follower, type SignatureJob, type VerifySignatures } from './replay.ts';
import { emptyCentre } from './state.ts';
import { digestSchema, sizeSchema } from './text.ts';
import { describe, type OpenedBundle, textOf } from './verify-container.ts';

const BATCH = 512;

const hiddenSchema = z.strictObject({ seq: sizeSchema, leaf: digestSchema });

export async function checkJournal(
  checks: CheckList,
  opened: OpenedBundle,
  manifest: Manifest,
  definition: SignedDefinition,
  verifySignatures: VerifySignatures,
): Promise<Follower> {
  const hidden = definition.content.contests.map(({ id }) => id).filter((id) => id !== manifest.contest);
  const journal = follower({ ...emptyCentre(definition), hidden });
  const { signed, pending } = followLines(journal, textOf(opened, JOURNAL), verifySignatures);
  for (const batch of pending) {
    const { jobs, verified } = await batch;
    const bad = jobs.findIndex((_, at) => verified[at] !== true);
    const seq = jobs[bad]?.seq;
    if (seq !== undefined) journal.breaks.signatures ??= `seq ${seq}: the signature does not verify`;
  }
  if (manifest.election !== definition.digest) journal.breaks.journal ??= 'the manifest names another election';
  report(checks, 'journal', journal.breaks.journal, `${journal.frontier().size} entries in sequence, one encoding`);
  report(checks, 'history', journal.breaks.history, 'every signer saw this history');
  report(checks, 'signatures', journal.breaks.signatures, `${signed} signatures verify`);
  report(checks, 'conduct', journal.breaks.conduct, 'every act was allowed when it was done');
  return journal;
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

interface Batch {
  readonly jobs: readonly SignatureJob[];
  readonly verified: readonly boolean[];
}

/** Reads line by line; signatures are handed out in batches while the reading goes on. */
function followLines(journal: Follower, bytes: Uint8Array, verifySignatures: VerifySignatures) {
  const pending: Promise<Batch>[] = [];
  let jobs: SignatureJob[] = [];
  let signed = 0;
  const hand = () => {
    const batch = jobs;
    jobs = [];
    if (batch.length > 0) pending.push(verifySignatures(batch).then((verified) => ({ jobs: batch, verified })));
  };
  for (const [number, line] of linesOf(bytes)) {
    const job = followLine(journal, line, number);
    if (job === 'broken') break;
    if (job === undefined) continue;
    signed += 1;
    if (jobs.push(job) >= BATCH) hand();
  }
  hand();
  return { signed, pending };
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

function followLine(journal: Follower, line: Uint8Array, number: number): SignatureJob | undefined | 'broken' {
  const json = parseCanonical(line);
  if (!json.ok) return breakAt(journal, `line ${number}: ${describe(json.refusal)}`);
  if (isHiddenLine(json.value)) {
    const hidden = hiddenSchema.safeParse(json.value);
    const leaf = hidden.success ? fromHex(hidden.data.leaf) : undefined;
    if (!hidden.success || leaf === undefined) return breakAt(journal, `line ${number}: not a journal line`);
    return journal.followHidden(hidden.data.seq, leaf) as undefined;
  }
  const entry = readEntryJson(json.value, leafHash(line));
  return entry.ok ? journal.follow(entry.value) : breakAt(journal, `line ${number}: ${describe(entry.refusal)}`);
}

function isHiddenLine(json: Json): boolean {
  return typeof json === 'object' && 'leaf' in json;
}

function breakAt(journal: Follower, detail: string): 'broken' {
  journal.breaks.journal ??= detail;
  return 'broken';
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
