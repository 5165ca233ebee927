/** Which version of a contest a paper is of, with what was signed on it, from the state of a centre. */
import { ok, type Result, refuse } from '../../../core/result.ts';
import { type Centre, contestStateOf, type DeclaredVersion } from '../../../core/state.ts';
import { summaryDigest } from '../../../core/summary.ts';
import { summaryAtEnd } from '../../../core/verify-summary.ts';
import { type Signing, type Subject, signingOf } from '../form/subject.ts';

export type Told = Omit<Subject, 'language'>;

/** The version that the journal ends with: the one that is ready, else the declared one, else a provisional account of this head. */
export function summaryNow(centre: Centre, contest: string, head: { readonly size: number; readonly root: string }): Told {
  const { content, state, version } = summaryAtEnd(centre, contest, head);
  return { content, state, digest: summaryDigest(content), signing: signingOf(centre, contest, version) };
}

/** A version that was declared, be it superseded since. Refuses a number that never was. */
export function declaredSummary(centre: Centre, contest: string, number: number): Result<Told> {
  const { declared, superseded } = contestStateOf(centre, contest);
  const version = [...superseded, ...(declared === undefined ? [] : [declared])].find((one) => one.number === number);
  return version === undefined ? refuse('R-NOT-DECLARED', `version ${number} of ${contest}`) : ok(toldOf(centre, contest, version));
}

function toldOf(centre: Centre, contest: string, version: DeclaredVersion): Told {
  const signing: Signing = signingOf(centre, contest, version);
  return { content: version.content, state: 'declared', digest: version.digest, signing };
}
