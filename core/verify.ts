/**
 * Verification: a bundle and what its reader brings (the commission's key, receipts) to a list of named checks and a verdict. It
 * trusts nothing in the bundle: every digest, signature, head and rule is derived again, and the summary is recomputed from the
 * journal byte for byte. It never throws on foreign bytes. The same code runs in the app, on the command line and in a browser.
 */
import * as z from 'zod/mini';
import {
  type BundleState,
  CHECKPOINT,
  DEFINITION,
  digestOfScanMember,
  JOURNAL,
  MANIFEST,
  MANIFEST_KIND,
  type Manifest,
  manifestSchema,
  misplacedMember,
  README,
  readmeText,
  SUMMARY,
  scanMember,
} from './bundle.ts';
import { digest, equalBytes, fromHex, fromUtf8, utf8 } from './bytes.ts';
import { canonical, type Json, parseCanonical, parseCanonicalText } from './canonical.ts';
import { type Check, type CheckList, checkList, type Verdict, verdictOf } from './checks.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { hashMember, openContainer, readMember, type Source, type StoredMember } from './container.ts';
import { readDefinition, type SignedDefinition } from './definition.ts';
import { openEnvelope, type OpenedEnvelope, verifyEnvelope } from './envelope.ts';
import { readEntryJson } from './journal.ts';
import { type PublicKey, parsePublicKey } from './keys.ts';
import { leafHash } from './merkle.ts';
import { checkpointOrigin } from './receipt.ts';
import { type Follower, follower, type SignatureJob, type VerifySignatures } from './replay.ts';
import { ok, type Result, refuse } from './result.ts';
import { type Centre, contestStateOf, type DeclaredVersion, emptyCentre, type Version } from './state.ts';
import { summarise, type SummaryContent, summaryBytes } from './summary.ts';
import { tally } from './tally.ts';
import { countedFigures } from './summary.ts';
import { digestSchema, sizeSchema } from './text.ts';
import { checkPeople } from './verify-people.ts';
import { checkReceipts } from './verify-receipts.ts';

/** What the reader of a bundle brings from elsewhere. */
export interface Trust {
  /** The commission's public key, from paper or another channel. */
  readonly anchor?: PublicKey;
  /** Files of receipts, and certificates signed after the bundle. */
  readonly receipts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly certificates: readonly OpenedEnvelope[];
  readonly acceptRehearsal: boolean;
}

export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** Present as soon as the journal gives one, whatever the verdict. */
  readonly summary?: { readonly content: SummaryContent; readonly state: BundleState; readonly digest: string };
  readonly manifest?: Manifest;
}

/** Members other than scans are held in memory; none of a real centre comes near this. */
const LARGEST_MEMBER = 512 * 1024 * 1024;
const BATCH = 512;

/** Everything the checks share once it is read. */
interface Opened {
  readonly source: Source;
  readonly members: ReadonlyMap<string, StoredMember>;
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

export async function verifyBundle(source: Source, trust: Trust, verifySignatures: VerifySignatures): Promise<Verification> {
  const checks = checkList();
  try {
    return await verifyInto(checks, source, trust, verifySignatures);
  } catch (error) {
    checks.fail('container', `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return { verdict: 'failed', checks: checks.all() };
  }
}

async function verifyInto(checks: CheckList, source: Source, trust: Trust, verifySignatures: VerifySignatures): Promise<Verification> {
  const opened = await openBundle(checks, source);
  if (opened === undefined) return { verdict: 'failed', checks: checks.all() };
  const manifest = await checkManifest(checks, opened);
  const definition = checkDefinition(checks, opened, trust);
  if (manifest === undefined || definition === undefined) return { verdict: 'failed', checks: checks.all() };
  const journal = await checkJournal(checks, opened, manifest, definition, verifySignatures);
  checkDevice(checks, manifest, journal);
  checkCheckpoint(checks, opened, manifest, definition, journal);
  const result = checkSummary(checks, opened, manifest, journal);
  checkDeclaration(checks, journal.centre(), manifest.contest, result.version, result.state);
  checkPeople(checks, journal.centre(), result.version, trust.certificates);
  checkScans(checks, opened, manifest, journal.centre());
  checkReadme(checks, opened, result.content, result.state, manifest);
  checkReceipts(checks, trust.receipts, { manifest, journal, state: result.state });
  const all = checks.all();
  return { verdict: verdictOf(all), checks: all, summary: { ...result, digest: digest(summaryBytes(result.content)) }, manifest };
}

// ---- container and manifest --------------------------------------------------------------------------------------------------

async function openBundle(checks: CheckList, source: Source): Promise<Opened | undefined> {
  const members = await openContainer(source);
  if (!members.ok) return stop(checks, describe(members.refusal));
  const misplaced = misplacedMember(members.value.map((member) => member.name));
  if (misplaced !== undefined) return stop(checks, `${misplaced} is missing or out of place`);
  const texts = new Map<string, Uint8Array>();
  for (const member of members.value.filter(({ name }) => digestOfScanMember(name) === undefined)) {
    const bytes = await readMember(source, member, LARGEST_MEMBER);
    if (!bytes.ok) return stop(checks, describe(bytes.refusal));
    texts.set(member.name, bytes.value);
  }
  checks.pass('container', `${members.value.length} members, one encoding`);
  return { source, members: new Map(members.value.map((member) => [member.name, member])), texts };
}

function stop(checks: CheckList, detail: string): undefined {
  checks.fail('container', detail);
}

function describe({ code, detail, place }: { code: string; detail?: string; place?: string }): string {
  return [code, detail, place === undefined ? undefined : `(${place})`].filter((part) => part !== undefined).join(' ');
}

function textOf(opened: Opened, name: string): Uint8Array {
  return opened.texts.get(name) ?? new Uint8Array();
}

function envelopeIn(opened: Opened, name: string): Result<OpenedEnvelope> {
  const json = parseCanonical(textOf(opened, name));
  return json.ok ? openEnvelope(json.value) : json;
}

async function checkManifest(checks: CheckList, opened: Opened): Promise<Manifest | undefined> {
  const manifest = readManifest(envelopeIn(opened, MANIFEST));
  if (!manifest.ok) {
    checks.fail('manifest', describe(manifest.refusal));
    return undefined;
  }
  const { members } = manifest.value;
  const listed = members.map(({ name }) => name);
  const found = [...opened.members.keys()].filter((name) => name !== MANIFEST);
  if (canonical(listed) !== canonical(found)) checks.fail('manifest', 'lists other members than the bundle holds');
  for (const { name, size, sha256 } of members) {
    const member = opened.members.get(name);
    const actual = member === undefined ? undefined : await digestOf(opened, member);
    if (actual !== sha256 || member?.size !== size) checks.fail('manifest', `${name} is not the file that was listed`);
  }
  checks.pass('manifest', `${members.length} members as listed, signed by the device`);
  return manifest.value;
}

async function digestOf(opened: Opened, member: StoredMember): Promise<string | undefined> {
  const text = opened.texts.get(member.name);
  if (text !== undefined) return digest(text);
  const hashed = await hashMember(opened.source, member);
  return hashed.ok ? hashed.value : undefined;
}

function readManifest(envelope: Result<OpenedEnvelope>): Result<Manifest> {
  if (!envelope.ok) return envelope;
  if (envelope.value.kind !== MANIFEST_KIND) return refuse('E-ENVELOPE', `a ${envelope.value.kind} is not a manifest`);
  const json = parseCanonicalText(envelope.value.payloadText);
  if (!json.ok) return json;
  const manifest = manifestSchema.safeParse(json.value);
  if (!manifest.success) return refuse('E-CONTENT', z.prettifyError(manifest.error));
  const device = parsePublicKey(manifest.data.device);
  if (!device.ok) return device;
  const verified = verifyEnvelope(envelope.value, device.value);
  return verified.ok ? ok(manifest.data) : verified;
}

// ---- definition --------------------------------------------------------------------------------------------------------------

function checkDefinition(checks: CheckList, opened: Opened, trust: Trust): SignedDefinition | undefined {
  const envelope = envelopeIn(opened, DEFINITION);
  const definition = envelope.ok ? readDefinition(envelope.value) : envelope;
  if (!definition.ok) {
    checks.fail('definition', describe(definition.refusal));
    return undefined;
  }
  const { content, commission } = definition.value;
  checks.pass('definition', `${content.title}, ${content.date}, signed by ${content.commission.name}`);
  checkAnchor(checks, commission, trust.anchor);
  const refused = content.kind === 'rehearsal' && !trust.acceptRehearsal;
  if (refused) checks.fail('kind', 'a rehearsal, not an election');
  else checks.pass('kind', content.kind === 'rehearsal' ? 'a rehearsal, as asked for' : 'a live election');
  return definition.value;
}

function checkAnchor(checks: CheckList, commission: PublicKey, anchor: PublicKey | undefined): void {
  if (anchor === undefined) checks.skip('anchor', 'no commission key was given: who signed the definition is not established');
  else if (anchor.id === commission.id) checks.pass('anchor', `the definition is signed by the commission key given (${commission.id.slice(0, 16)}…)`);
  else checks.fail('anchor', `the definition is signed by ${commission.id.slice(0, 16)}…, not by the key given`);
}

// ---- journal -----------------------------------------------------------------------------------------------------------------

const hiddenSchema = z.strictObject({ seq: sizeSchema, leaf: digestSchema });

async function checkJournal(
  checks: CheckList,
  opened: Opened,
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

function report(checks: CheckList, name: 'journal' | 'history' | 'signatures' | 'conduct', broken: string | undefined, passed: string): void {
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
function checkDevice(checks: CheckList, manifest: Manifest, journal: Follower): void {
  const { device, journal: id } = journal.centre();
  if (journal.keyText(device) !== manifest.device) checks.fail('manifest', 'signed by a device that is not the one of this journal');
  if (id !== manifest.journal) checks.fail('manifest', 'names another journal');
}

function checkCheckpoint(checks: CheckList, opened: Opened, manifest: Manifest, definition: SignedDefinition, journal: Follower): void {
  const device = parsePublicKey(manifest.device);
  const text = fromUtf8(textOf(opened, CHECKPOINT));
  if (!device.ok || text === undefined) return checks.fail('checkpoint', 'not a checkpoint');
  const centre = journal.centre();
  const origin = checkpointOrigin(definition.content.id, centre.journal, centre.epoch);
  const checkpoint = verifyCheckpoint(text, device.value.raw, origin);
  if (!checkpoint.ok) return checks.fail('checkpoint', describe(checkpoint.refusal));
  const { size, root } = checkpoint.value;
  const derived = fromHex(journal.rootAt(journal.frontier().size) ?? '');
  if (size !== journal.frontier().size) return checks.fail('checkpoint', `signed for ${size} entries, the journal has ${journal.frontier().size}`);
  if (derived === undefined || !equalBytes(derived, root)) return checks.fail('checkpoint', 'signed for another history');
  checks.pass('checkpoint', `the device signed this head of ${size} entries`);
}

// ---- summary -----------------------------------------------------------------------------------------------------------------

interface DerivedSummary {
  readonly content: SummaryContent;
  readonly state: BundleState;
  readonly version?: Version | DeclaredVersion;
}

/** The summary that the journal gives at its end: the declared version, else the ready one, else a provisional account. */
export function summaryAtEnd(centre: Centre, contest: string, head: { size: number; root: string }): DerivedSummary {
  const { declared, ready } = contestStateOf(centre, contest);
  if (ready !== undefined) return { content: ready.content, state: 'ready', version: ready };
  if (declared !== undefined) return { content: declared.content, state: 'declared', version: declared };
  return { content: summarise(centre, contest, { version: 0, at: centre.at, head }), state: 'provisional' };
}

function checkSummary(checks: CheckList, opened: Opened, manifest: Manifest, journal: Follower): DerivedSummary {
  const size = journal.frontier().size;
  const derived = summaryAtEnd(journal.centre(), manifest.contest, { size, root: journal.rootAt(size) ?? '' });
  const bytes = summaryBytes(derived.content);
  const written = textOf(opened, SUMMARY);
  if (equalBytes(bytes, written)) checks.pass('summary', `derived again from the journal, byte for byte; digest ${digest(bytes).slice(0, 16)}…`);
  else checks.fail('summary', `not what the journal gives, from byte ${firstDifference(bytes, written)} on`);
  checkTotals(checks, written);
  return derived;
}

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  const at = left.findIndex((byte, place) => byte !== right[place]);
  return at < 0 ? left.length : at;
}

/** Adds up the summary as written, station by station, independently of where it came from. */
function checkTotals(checks: CheckList, written: Uint8Array): void {
  const json = parseCanonical(written);
  if (!json.ok) return checks.fail('totals', describe(json.refusal));
  try {
    const content = json.value as unknown as SummaryContent;
    const { totals, lacking } = tally(content.contest, countedFigures(content.stations));
    const same = canonical([totals, lacking]) === canonical([content.totals, content.lacking]);
    if (!same) return checks.fail('totals', 'the stations do not add up to the totals');
    checks.pass('totals', `${content.stationCounts.counted} counted forms add up: ${totals.votes.join(' / ')}`);
  } catch {
    checks.fail('totals', 'not a summary');
  }
}

function checkDeclaration(checks: CheckList, centre: Centre, contest: string, version: Version | DeclaredVersion | undefined, state: BundleState): void {
  if (version === undefined || !('declared' in version)) return checks.skip('declaration', `${state}: nobody has declared this`);
  const { correction } = contestStateOf(centre, contest);
  const signers = version.signatures.map(({ person, role }) => `${person} (${role})`).join(', ');
  const outcomes = tallyOutcomes(version);
  if (version.alone !== undefined) return checks.skip('declaration', `declared by one official alone, ${signers}: ${version.alone}`);
  if (centre.alone.length > 0) return checks.skip('declaration', `${centre.alone.length} act(s) that need two officials were completed by one alone`);
  if (correction !== undefined) return checks.skip('declaration', `version ${version.number} is under correction`);
  checks.pass('declaration', `version ${version.number} signed by ${signers}; agents: ${outcomes}`);
}

function tallyOutcomes(version: DeclaredVersion): string {
  const counts = new Map<string, number>();
  for (const { outcome } of version.outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'none accredited';
}

// ---- scans and readme --------------------------------------------------------------------------------------------------------

function checkScans(checks: CheckList, opened: Opened, manifest: Manifest, centre: Centre): void {
  const forms = [...centre.forms.values()].filter((form) => form.contest === manifest.contest);
  const expected = new Set(forms.flatMap((form) => form.scans.map((scan) => scanMember(scan.digest, scan.mediaType))));
  const present = [...opened.members.keys()].filter((name) => digestOfScanMember(name) !== undefined);
  const foreign = present.find((name) => !expected.has(name));
  if (foreign !== undefined) return checks.fail('scans', `${foreign} belongs to no form`);
  const without = forms.filter((form) => form.scans.length === 0).length;
  const remark = without === 0 ? '' : `; ${without} forms have none`;
  if (manifest.edition === 'public') return checks.skip('scans', `the public edition names ${expected.size} scans by digest only${remark}`);
  const listed = new Map(manifest.members.map(({ name, sha256 }) => [name, sha256]));
  const wrong = [...expected].find((name) => listed.get(name) !== digestOfScanMember(name));
  if (wrong !== undefined) return checks.fail('scans', `${wrong} is missing or altered`);
  checks.pass('scans', `${expected.size} scans as attached${remark}`);
}

function checkReadme(checks: CheckList, opened: Opened, content: SummaryContent, state: BundleState, manifest: Manifest): void {
  const expected = utf8(readmeText(content, digest(summaryBytes(content)), state, manifest.edition));
  if (equalBytes(expected, textOf(opened, README))) checks.pass('readme', 'as the summary gives it');
  else checks.fail('readme', 'not what the summary gives');
}
