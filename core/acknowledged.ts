/**
 * What becomes of acknowledgements at the centre that gets them: one is recorded only if it speaks of a version that was declared here,
 * by its digest. It changes nothing; it stands beside the version for everybody to see.
 */
import { type Acknowledgement, readAcknowledgement } from './acknowledgement.ts';
import type { ActOf } from './acts.ts';
import { must, type Refusal, refusal } from './result.ts';
import { type Centre, contestStateOf, type DeclaredVersion } from './state.ts';

export function judgeAcknowledgement(centre: Centre, { body }: Pick<ActOf<'acknowledgement-recorded'>, 'body'>): Refusal | undefined {
  const { contest, version: number, receipt } = body;
  if (!centre.contests.includes(contest)) return refusal('R-NOT-IN-CONTEST', contest);
  const read = readAcknowledgement(receipt, centre.definition);
  if (!read.ok) return invalid(read.refusal.detail ?? read.refusal.code);
  const version = declaredVersions(centre, contest).find((one) => one.number === number);
  if (version === undefined) return refusal('R-NOT-DECLARED', `version ${number} of ${contest}`);
  const { journal, summary } = read.value;
  if (read.value.contest !== contest || read.value.version !== number) return invalid('of another contest or version');
  if (journal !== centre.journal || summary !== version.digest) return invalid('of another summary than the one declared here');
  return undefined;
}

function invalid(detail: string): Refusal {
  return refusal('R-ACKNOWLEDGEMENT-INVALID', detail);
}

function declaredVersions(centre: Centre, contest: string): readonly DeclaredVersion[] {
  const { superseded, declared } = contestStateOf(centre, contest);
  return declared === undefined ? superseded : [...superseded, declared];
}

export function recordAcknowledgement(centre: Centre, { body }: ActOf<'acknowledgement-recorded'>): Centre {
  const acknowledgement = must(readAcknowledgement(body.receipt, centre.definition));
  return { ...centre, acknowledgements: [...centre.acknowledgements, acknowledgement], touched: [{ what: 'contest', id: body.contest }] };
}

/** The acknowledgements of one version, as they came. */
export function acknowledgementsOf({ acknowledgements }: Centre, contest: string, version: number): readonly Acknowledgement[] {
  return acknowledgements.filter((one) => one.contest === contest && one.version === version);
}
