/** Which version of a contest a paper is of, with what was signed on it, from the state of a centre. */
import type { Follower } from '../../../core/replay.ts';
import { must, ok, present, type Result, refuse } from '../../../core/result.ts';
import { type Centre, contestStateOf, type DeclaredVersion, type Version } from '../../../core/state.ts';
import { type SummaryContent, summaryDigest } from '../../../core/summary.ts';
import { signedTotalsLine } from '../../../core/totals-line.ts';
import { summaryShown } from '../../../core/verify-summary.ts';
import { type Signing, type Subject, signingOf } from '../form/subject.ts';

export interface Told extends Omit<Subject, 'language'> {
  /** The totals on one line as the returning officer signed them, for the square code; none before a signature. */
  readonly totalsLine?: string;
}

/**
 * The version that the journal ends with: the one that is ready, else the declared one, else a provisional account of this head. A
 * bundle that ends at a restore says itself of which declared version it is.
 */
export function summaryNow(
  centre: Centre,
  contest: string,
  head: { readonly size: number; readonly root: string },
  named?: number | undefined,
): Told {
  const { content, state, version } = summaryShown(centre, contest, head, named);
  const digest = summaryDigest(content);
  return { content, state, digest, signing: signingOf(centre, contest, version), ...lineOf(version, content, digest) };
}

/** Of a journal that was followed to its end: the version that is ready or was declared; without a number what the journal ends with. */
export function preparedSummary(journal: Follower, contest: string, number?: number): Result<Told> {
  const { size } = journal.frontier();
  const now = summaryNow(journal.centre(), contest, { size, root: present(journal.rootAt(size), 'root') });
  const isMeant = number === undefined || (now.state === 'ready' && now.content.version === number);
  return isMeant ? ok(now) : declaredSummary(journal.centre(), contest, number);
}

/** A version that was declared, be it superseded since. Refuses a number that never was. */
export function declaredSummary(centre: Centre, contest: string, number: number): Result<Told> {
  const { declared, superseded } = contestStateOf(centre, contest);
  const version = [...superseded, ...(declared === undefined ? [] : [declared])].find((one) => one.number === number);
  return version === undefined ? refuse('R-NOT-DECLARED', `version ${number} of ${contest}`) : ok(toldOf(centre, contest, version));
}

function toldOf(centre: Centre, contest: string, version: DeclaredVersion): Told {
  const signing: Signing = signingOf(centre, contest, version);
  const { content, digest } = version;
  return { content, state: 'declared', digest, signing, ...lineOf(version, content, digest) };
}

/** The returning officer's line; the deputy's where only the deputy signed. */
function lineOf(version: Version | undefined, content: SummaryContent, digest: string): Pick<Told, 'totalsLine'> {
  const signature = version?.signatures.find(({ role }) => role === 'ro') ?? version?.signatures[0];
  return signature === undefined ? {} : { totalsLine: must(signedTotalsLine(content, digest, signature.lineSignature)) };
}
