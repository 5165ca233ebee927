/**
 * Verification: a bundle and what its reader brings (the commission's key, receipts) to a list of named checks and a verdict. It
 * trusts nothing in the bundle: every digest, signature, head and rule is derived again, and the summary is recomputed from the
 * journal byte for byte. It never throws on foreign bytes. The same code runs in the app, on the command line and in a browser.
 */
import { BrokenOff } from './broken-off.ts';
import {
  type BundleState,
  DEFINITION,
  digestOfScanMember,
  formRendering,
  isFormRendering,
  type Manifest,
  README,
  readmeText,
  scanMember,
} from './bundle.ts';
import { digest, equalBytes, utf8 } from './bytes.ts';
import { type Check, type CheckList, checkList, type Verdict, verdictOf } from './checks.ts';
import type { Source } from './container.ts';
import { readDefinition, type SignedDefinition } from './definition.ts';
import type { OpenedEnvelope } from './envelope.ts';
import type { PublicKey } from './keys.ts';
import { openDataMembers } from './open-data/members.ts';
import type { VerifySignatures } from './replay.ts';
import type { Centre, DeclaredVersion, Version } from './state.ts';
import { type SummaryContent, summaryBytes } from './summary.ts';
import { checkManifest, describe, envelopeIn, type OpenedBundle, openBundle, textOf } from './verify-container.ts';
import { checkCheckpoint, checkDevice, checkJournal, type JournalView } from './verify-journal.ts';
import { checkPeople, type SummarySigner, signersOf } from './verify-people.ts';
import { type BroughtReceipt, checkReceipts, type JudgedReceipt } from './verify-receipts.ts';
import { checkDeclaration, checkSummary } from './verify-summary.ts';

/** What the reader of a bundle brings from elsewhere. */
export interface Trust {
  /** The commission's public key, from paper or another channel. */
  readonly anchor?: PublicKey;
  /** Receipts, lines of receipts and checkpoints; and certificates signed after the bundle. */
  readonly receipts: readonly BroughtReceipt[];
  readonly certificates: readonly OpenedEnvelope[];
  readonly acceptRehearsal: boolean;
}

export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  /** Present as soon as the journal gives one, whatever the verdict. */
  readonly summary?: {
    readonly content: SummaryContent;
    readonly state: BundleState;
    readonly digest: string;
    /** With who signed it and what the agents answered; missing for a provisional account. */
    readonly version?: Version | DeclaredVersion;
  };
  readonly manifest?: Manifest;
  readonly definition?: SignedDefinition;
  /** Everybody who signed the summary, with what is known of their keys. */
  readonly signers?: readonly SummarySigner[];
  readonly view?: JournalView;
  /** Each receipt that was brought, on its own. */
  readonly receipts?: readonly JudgedReceipt[];
}

export async function verifyBundle(source: Source, trust: Trust, verifySignatures: VerifySignatures): Promise<Verification> {
  const checks = checkList();
  try {
    return await verifyInto(checks, source, trust, verifySignatures);
  } catch (error) {
    if (error instanceof BrokenOff) throw error;
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
  if (!definition.content.contests.some(({ id }) => id === manifest.contest)) {
    checks.fail('manifest', 'names a contest that the definition does not have');
    return { verdict: 'failed', checks: checks.all() };
  }
  const { journal, view, signatures } = checkJournal(checks, opened, manifest, definition, verifySignatures);
  if (view.contests.length > 0 && !view.contests.includes(manifest.contest)) {
    checks.fail('manifest', 'names a contest that this centre does not hold');
    await signatures;
    return { verdict: 'failed', checks: checks.all() };
  }
  checkDevice(checks, manifest, journal);
  checkCheckpoint(checks, opened, manifest, definition, journal);
  const result = checkSummary(checks, opened, manifest, journal);
  checkDeclaration(checks, journal.centre(), manifest.contest, result.version, result.state);
  const signers = signersOf(journal.centre(), result.version, trust.certificates);
  checkPeople(checks, signers);
  checkScans(checks, opened, manifest, journal.centre());
  checkReadme(checks, opened, result.content, result.state, manifest);
  checkOpenData(checks, opened, result.content, result.state);
  checkRenderings(checks, opened, result.content);
  const against = { contest: manifest.contest, journal, state: result.state };
  const receipts = checkReceipts(checks, trust.receipts, against);
  await signatures;
  const all = checks.all();
  return {
    verdict: verdictOf(all),
    checks: all,
    summary: { ...result, digest: digest(summaryBytes(result.content)) },
    manifest,
    definition,
    signers,
    view,
    receipts,
  };
}

function checkDefinition(checks: CheckList, opened: OpenedBundle, trust: Trust): SignedDefinition | undefined {
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

function checkAnchor(checks: CheckList, commission: PublicKey, anchor: PublicKey | undefined): undefined {
  if (anchor === undefined) checks.skip('anchor', 'no commission key was given: who signed the definition is not established');
  else if (anchor.id === commission.id)
    checks.pass('anchor', `the definition is signed by the commission key given (${commission.id.slice(0, 16)}…)`);
  else checks.fail('anchor', `the definition is signed by ${commission.id.slice(0, 16)}…, not by the key given`);
}

function checkScans(checks: CheckList, opened: OpenedBundle, manifest: Manifest, centre: Centre): undefined {
  const forms = [...centre.forms.values()].filter((form) => form.contest === manifest.contest);
  const expected = new Set(forms.flatMap((form) => form.scans.map((scan) => scanMember(scan.digest, scan.mediaType))));
  const present = [...opened.members.keys()].filter((name) => digestOfScanMember(name) !== undefined);
  const foreign = present.find((name) => !expected.has(name));
  if (foreign !== undefined) return checks.fail('scans', `${foreign} belongs to no form`);
  const without = forms.filter((form) => form.scans.length === 0).length;
  const remark = without === 0 ? '' : `; ${without} forms have none`;
  if (manifest.edition === 'public' && present.length > 0) return checks.fail('scans', 'the public edition holds scans');
  if (manifest.edition === 'public') return checks.skip('scans', `the public edition names ${expected.size} scans by digest only${remark}`);
  const listed = new Map(manifest.members.map(({ name, sha256 }) => [name, sha256]));
  const wrong = [...expected].find((name) => listed.get(name) !== digestOfScanMember(name));
  if (wrong !== undefined) return checks.fail('scans', `${wrong} is missing or altered`);
  checks.pass('scans', `${expected.size} scans as attached${remark}`);
}

function checkReadme(checks: CheckList, opened: OpenedBundle, content: SummaryContent, state: BundleState, manifest: Manifest): undefined {
  const expected = utf8(readmeText(content, digest(summaryBytes(content)), state, manifest.edition));
  if (equalBytes(expected, textOf(opened, README))) checks.pass('readme', 'as the summary gives it');
  else checks.fail('readme', 'not what the summary gives');
}

/** The files for programs and spreadsheets, derived again. */
function checkOpenData(checks: CheckList, opened: OpenedBundle, content: SummaryContent, state: BundleState): undefined {
  const derived = openDataMembers(content, state);
  const wrong = derived.find(({ name, bytes }) => !equalBytes(bytes, textOf(opened, name)));
  if (wrong !== undefined) return checks.fail('open-data', `${wrong.name} is not what the summary gives`);
  checks.pass('open-data', `${derived.map(({ name }) => name).join(', ')}: as the summary gives them`);
}

/** Papers are listed by digest only; but a paper of another form has no place here. */
function checkRenderings(checks: CheckList, opened: OpenedBundle, { contest }: SummaryContent): undefined {
  const form = [...opened.members.keys()].find(isFormRendering);
  if (form !== undefined && form !== formRendering(contest.formB))
    checks.fail('container', `${form} is of another form than the contest’s`);
}
