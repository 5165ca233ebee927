/**
 * Rules that hold shares against thresholds of the signed definition, in basis points: W01 to W07. They draw attention and prove
 * nothing. Shares are compared as whole numbers (a ÷ b > t is a × 10,000 > t × b), so every machine finds the same.
 */
import { type Count, isCount } from './count.ts';
import type { Thresholds } from './definition.ts';
import { type Outcome, pick, type Subject } from './finding-subject.ts';
import { candidateRows } from './form.ts';
import { othersInWard, stationsWithVotes } from './other-stations.ts';
import { contestOf } from './state.ts';

/** All of it, in basis points. */
export const WHOLE = 10_000;
/** So few votes agree by chance. */
const CHANCE_FLOOR = 50;
/** From here on the smaller share of W05 is looked at. */
const SHARE_FLOOR = 100;
/** So many other stations of the ward must count before what is usual there is known. */
const WARD_STATIONS = 10;

const thresholdOf = ({ centre }: Subject, name: keyof Thresholds): number => centre.definition.content.thresholds[name];

/** The largest whole number that is at most this share of the whole. */
export function share(basisPoints: number, whole: Count): Count {
  return Math.floor((basisPoints * whole) / WHOLE);
}

/** Inputs of a share: the figures and the threshold; nothing to compare where one is no count or the whole is nought. */
function shareOf(subject: Subject, names: readonly string[], threshold: keyof Thresholds) {
  const inputs = { ...pick(subject, names), [threshold]: thresholdOf(subject, threshold) };
  const counts = names.map((name) => inputs[name]);
  return { fields: names, inputs, counts: counts.every(isCount) ? counts : undefined, limit: thresholdOf(subject, threshold) };
}

/** W01, W02: the share of rejected ballots among those cast; `difference` in ballots above what is allowed. */
export function manyRejected(subject: Subject, threshold: 'rejectedNote' | 'rejectedRuling'): Outcome {
  const { fields, inputs, counts, limit } = shareOf(subject, ['valid', 'rejected'], threshold);
  const [valid = 0, rejected = 0] = counts ?? [];
  if (counts === undefined || valid + rejected === 0) return { check: 'cannot-check', fields, inputs };
  const difference = rejected - share(limit, valid + rejected);
  return { check: difference > 0 ? 'fails' : 'passes', fields, inputs, difference };
}

/** W03: `difference` in ballots above what is allowed. */
export function turnoutAbove(subject: Subject): Outcome {
  const { fields, inputs, counts, limit } = shareOf(subject, ['valid', 'rejected', 'register'], 'turnoutHigh');
  const [valid = 0, rejected = 0, register = 0] = counts ?? [];
  if (counts === undefined || register === 0) return { check: 'cannot-check', fields, inputs };
  const difference = valid + rejected - share(limit, register);
  return { check: difference > 0 ? 'fails' : 'passes', fields, inputs, difference };
}

/** W04: `difference` in ballots that lack. */
export function turnoutBelow(subject: Subject): Outcome {
  const { fields, inputs, counts, limit } = shareOf(subject, ['valid', 'rejected', 'register'], 'turnoutLow');
  const [valid = 0, rejected = 0, register = 0] = counts ?? [];
  if (counts === undefined || register === 0) return { check: 'cannot-check', fields, inputs };
  const difference = Math.ceil((limit * register) / WHOLE) - (valid + rejected);
  return { check: difference > 0 ? 'fails' : 'passes', fields, inputs, difference };
}

/** The candidates' rows of the form's contest, and their figures. */
function ballot({ centre, form, stage }: Subject) {
  const rows = candidateRows(contestOf(centre, form.contest).contest).map(({ code }) => code);
  return { rows, votes: rows.map((row) => stage.figures[row] ?? 'blank') };
}

/** W05: `difference` in votes above the most that would not be noted. With one candidate there is nothing to compare. */
export function nearlyAllForOne(subject: Subject): Outcome {
  const { rows, votes } = ballot(subject);
  const most = Math.max(...votes.filter(isCount));
  const top = rows[votes.indexOf(most)] ?? '';
  const { fields, inputs, counts, limit } = shareOf(subject, [top, 'valid'], 'oneCandidate');
  const [, valid = 0] = counts ?? [];
  if (counts === undefined || rows.length < 2) return { check: 'cannot-check', fields: ['valid'], inputs: pick(subject, ['valid']) };
  const noted = valid > SHARE_FLOOR ? Math.ceil((limit * valid) / WHOLE) : valid;
  const difference = most - (noted - 1);
  if (valid > CHANCE_FLOOR && difference > 0) return { check: 'fails', fields, inputs, difference };
  return { check: votes.every(isCount) ? 'passes' : 'cannot-check', fields, inputs, difference };
}

/** W06: candidates without a vote here who have more than their share in the other stations of the ward that count. */
export function strongInWard(subject: Subject): Outcome {
  const { rows, votes } = ballot(subject);
  const { stations, votes: inWard } = othersInWard(subject.centre, subject.form);
  const limit = thresholdOf(subject, 'missingCandidate');
  const known = { stations, missingCandidate: limit };
  if (stations < WARD_STATIONS) return { check: 'cannot-check', fields: [], inputs: known };
  const wardVotes = inWard.reduce((sum, count) => sum + count, 0);
  const missing = rows.filter((_, at) => votes[at] === 0 && (inWard[at] ?? 0) > share(limit, wardVotes));
  if (missing.length === 0)
    return { check: votes.every(isCount) ? 'passes' : 'cannot-check', fields: rows, inputs: { ...known, wardVotes } };
  const named = Object.fromEntries(missing.map((row) => [`${row}InWard`, inWard[rows.indexOf(row)] ?? 0]));
  return { check: 'fails', fields: missing, inputs: { ...known, wardVotes, rows: missing, ...named } };
}

/** W07: other stations whose agreed, open or accepted form has the very same votes. With one candidate there is nothing to compare. */
export function sameVotes(subject: Subject): Outcome {
  const { rows, votes } = ballot(subject);
  const { valid } = subject.stage.figures;
  const inputs = pick(subject, [...rows, 'valid']);
  if (rows.length < 2 || !votes.every(isCount) || !isCount(valid)) return { check: 'cannot-check', fields: rows, inputs };
  const alike = valid > CHANCE_FLOOR ? stationsWithVotes(subject.centre, subject.form, votes) : [];
  if (alike.length === 0) return { check: 'passes', fields: rows, inputs };
  return { check: 'fails', fields: rows, inputs: { ...inputs, sameVotes: alike } };
}
