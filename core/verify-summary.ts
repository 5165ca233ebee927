/**
 * A bundle's summary: derived again from the journal and compared byte for byte; added up again from what is written; and whether
 * two officials signed it, each with the line of its totals, and it was declared.
 */
import { type BundleState, type Manifest, SUMMARY } from './bundle.ts';
import { digest, equalBytes } from './bytes.ts';
import { canonical, parseCanonical } from './canonical.ts';
import type { CheckList } from './checks.ts';
import { parsePublicKey } from './keys.ts';
import type { Follower } from './replay.ts';
import { type Centre, contestStateOf, type DeclaredVersion, type Version } from './state.ts';
import { countedFigures, type SummaryContent, summarise, summaryBytes } from './summary.ts';
import { tally } from './tally.ts';
import { signedTotalsLine, verifyTotalsLine } from './totals-line.ts';
import { describe, type OpenedBundle, textOf } from './verify-container.ts';

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

/**
 * The summary of a bundle whose journal ends at this head. After a restore the old device can sign nothing any more, so the bundle of a
 * version declared before goes on to the confirmation of the restore; which declared version it is of, its summary names.
 */
export function summaryShown(
  centre: Centre,
  contest: string,
  head: { readonly size: number; readonly root: string },
  named: number | undefined,
): DerivedSummary {
  const isAtRestore = centre.restores.at(-1)?.confirmed === head.size - 1;
  const { declared, superseded } = contestStateOf(centre, contest);
  const version = [...superseded, ...(declared === undefined ? [] : [declared])].find(({ number }) => number === named);
  if (!isAtRestore || version === undefined) return summaryAtEnd(centre, contest, head);
  return { content: version.content, state: 'declared', version };
}

/** The version that a written summary says it is; nothing is believed by it but which declared one to compare with. */
export function versionNamed(written: Uint8Array): number | undefined {
  const json = parseCanonical(written);
  const summary = json.ok ? (json.value as unknown) : undefined;
  if (typeof summary !== 'object' || summary === null || !('version' in summary)) return undefined;
  return typeof summary.version === 'number' ? summary.version : undefined;
}

export function checkSummary(checks: CheckList, opened: OpenedBundle, manifest: Manifest, journal: Follower): DerivedSummary {
  const size = journal.frontier().size;
  const written = textOf(opened, SUMMARY);
  const derived = summaryShown(journal.centre(), manifest.contest, { size, root: journal.rootAt(size) ?? '' }, versionNamed(written));
  const bytes = summaryBytes(derived.content);
  if (equalBytes(bytes, written))
    checks.pass('summary', `derived again from the journal, byte for byte; digest ${digest(bytes).slice(0, 16)}…`);
  else checks.fail('summary', `not what the journal gives, from byte ${firstDifference(bytes, written)} on`);
  checkTotals(checks, written);
  return derived;
}

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  const at = left.findIndex((byte, place) => byte !== right[place]);
  return at < 0 ? left.length : at;
}

/** Adds up the summary as written, station by station, independently of where it came from. */
function checkTotals(checks: CheckList, written: Uint8Array): undefined {
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

export function checkDeclaration(
  checks: CheckList,
  centre: Centre,
  contest: string,
  version: Version | DeclaredVersion | undefined,
  state: BundleState,
): undefined {
  const wrong = wrongLine(centre, contest);
  if (wrong !== undefined) return checks.fail('declaration', wrong);
  if (version === undefined || !('declared' in version)) return checks.skip('declaration', `${state}: nobody has declared this`);
  const { correction, declared } = contestStateOf(centre, contest);
  const signers = version.signatures.map(({ person, role }) => `${person} (${role})`).join(', ');
  const outcomes = tallyOutcomes(version);
  if (version.alone !== undefined) return checks.skip('declaration', `declared by one official alone, ${signers}: ${version.alone}`);
  if (centre.alone.length > 0)
    return checks.skip('declaration', `${centre.alone.length} act(s) that need two officials were completed by one alone`);
  if (declared !== undefined && declared.number !== version.number)
    return checks.skip('declaration', `version ${version.number} is superseded by version ${declared.number}`);
  if (correction !== undefined) return checks.skip('declaration', `version ${version.number} is under correction`);
  checks.pass('declaration', `version ${version.number} signed by ${signers}; agents: ${outcomes}`);
}

/** Whose line of totals was not signed, of all versions that the journal still knows. */
function wrongLine(centre: Centre, contest: string): string | undefined {
  const { superseded, declared, ready } = contestStateOf(centre, contest);
  const versions = [...superseded, ...(declared === undefined ? [] : [declared]), ...(ready === undefined ? [] : [ready])];
  for (const { number, content, digest: summary, signatures } of versions) {
    const wrong = signatures.find(({ key, lineSignature }) => !isLineSigned(centre, content, summary, key, lineSignature));
    if (wrong !== undefined) return `${wrong.person} signed version ${number}, but not the line of its totals`;
  }
  return undefined;
}

function isLineSigned(centre: Centre, content: SummaryContent, summary: string, keyId: string, signature: string): boolean {
  const [key, line] = [parsePublicKey(centre.keys.get(keyId)?.text ?? ''), signedTotalsLine(content, summary, signature)];
  return key.ok && line.ok && verifyTotalsLine(line.value, key.value).ok;
}

function tallyOutcomes(version: DeclaredVersion): string {
  const counts = new Map<string, number>();
  for (const { outcome } of version.outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ') || 'none accredited';
}
