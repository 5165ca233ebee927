/**
 * The findings of the W rules written out: a share as the figure, the whole it is measured against, what the threshold allows of that
 * whole, and the ballots beyond it; the others as the list of what was found. A missing scan has nothing to write.
 */
import { PARTICULARS } from '../particulars.ts';
import { share, WHOLE } from '../rules-statistics.ts';
import {
  DEFECT,
  type FindingSum,
  IN_WARD,
  line,
  lineOf,
  listIn,
  type SumLine,
  total,
  type Written,
  withResult,
} from './finding-sum-lines.ts';

export const NOTES_WRITTEN: Readonly<Record<string, (finding: Written) => FindingSum>> = {
  W01: (finding) => rejected(finding, 'rejectedNote'),
  W02: (finding) => rejected(finding, 'rejectedRuling'),
  W03: turnoutAbove,
  W04: turnoutBelow,
  W05: nearlyAll,
  W06: missingInWard,
  W07: alike,
  W08: defects,
  W09: () => ({ lines: [] }),
};

/** What a threshold makes of a whole: the figure with its share. */
function shareLine(name: 'allowed' | 'most' | 'least', figure: number, basisPoints: number, sign: SumLine['sign'] = ''): SumLine {
  return { ...line(name, figure, sign), share: basisPoints };
}

function numberIn({ inputs }: Written, name: string): number {
  const input = inputs[name];
  return typeof input === 'number' ? input : 0;
}

/** The rule subtracted the allowed number from the figure: given the difference, no rounding is done twice. */
function rejected(finding: Written, threshold: string): FindingSum {
  const { inputs, difference } = finding;
  const cast = [lineOf(inputs, 'valid'), lineOf(inputs, 'rejected', '+')];
  const lines = [lineOf(inputs, 'rejected'), lineOf(inputs, 'valid'), ...total('cast', cast).map(({ name, figure }) => line(name, figure))];
  if (difference === undefined) return { lines };
  const allowed = numberIn(finding, 'rejected') - difference;
  return withResult(finding, [...lines, shareLine('allowed', allowed, numberIn(finding, threshold), '-')]);
}

function turnoutAbove(finding: Written): FindingSum {
  const { inputs, difference } = finding;
  const cast = [lineOf(inputs, 'valid'), lineOf(inputs, 'rejected', '+')];
  const lines = [...cast, ...total('cast', cast), lineOf(inputs, 'register')];
  if (difference === undefined) return { lines };
  const allowed = numberIn(finding, 'valid') + numberIn(finding, 'rejected') - difference;
  return withResult(finding, [...lines, shareLine('allowed', allowed, numberIn(finding, 'turnoutHigh'), '-')]);
}

function turnoutBelow(finding: Written): FindingSum {
  const { inputs, difference } = finding;
  if (difference === undefined) return { lines: [lineOf(inputs, 'register'), lineOf(inputs, 'valid'), lineOf(inputs, 'rejected')] };
  const least = numberIn(finding, 'valid') + numberIn(finding, 'rejected') + difference;
  const wanted = shareLine('least', least, numberIn(finding, 'turnoutLow'));
  const lines = [wanted, lineOf(inputs, 'register'), lineOf(inputs, 'valid', '-'), lineOf(inputs, 'rejected', '-')];
  return withResult(finding, lines, difference > 0 ? 'lacking' : 'within');
}

/** The candidate's row is the one input beside the valid votes and the threshold. */
function nearlyAll(finding: Written): FindingSum {
  const { inputs, difference } = finding;
  const top = Object.keys(inputs).filter((name) => name !== 'valid' && name !== 'oneCandidate');
  const lines = [...top.map((row) => lineOf(inputs, row)), lineOf(inputs, 'valid')];
  const [row] = top;
  if (difference === undefined || row === undefined) return { lines };
  const most = numberIn(finding, row) - difference;
  const isAll = most + 1 === numberIn(finding, 'valid');
  return withResult(finding, [...lines, shareLine('most', most, isAll ? WHOLE : numberIn(finding, 'oneCandidate'), '-')]);
}

function missingInWard(finding: Written): FindingSum {
  const { inputs } = finding;
  const rows = listIn(inputs, 'rows');
  const wardVotes = inputs.wardVotes === undefined ? [] : [lineOf(inputs, 'wardVotes')];
  const lines = [lineOf(inputs, 'stations'), ...wardVotes];
  if (rows.length === 0) return { lines };
  const limit = numberIn(finding, 'missingCandidate');
  const noted = shareLine('allowed', share(limit, numberIn(finding, 'wardVotes')), limit);
  const candidates = rows.map((row) => lineOf(inputs, `${row}${IN_WARD}`));
  return { lines: [...lines, noted, ...candidates], result: { name: 'missingCandidates', figure: rows.length } };
}

function alike({ inputs }: Written): FindingSum {
  const others = listIn(inputs, 'sameVotes');
  const rows = Object.keys(inputs).filter((name) => name !== 'sameVotes');
  const lines = [...rows.map((row) => lineOf(inputs, row)), ...others.map((code) => line('sameVotes', code))];
  return others.length === 0 ? { lines } : { lines, result: { name: 'otherStations', figure: others.length } };
}

function defects({ inputs }: Written): FindingSum {
  const items = PARTICULARS.filter((item) => inputs[item] !== undefined);
  const lines = items.map((item) => ({ ...lineOf(inputs, item), name: `${DEFECT}${item}` }));
  return items.length === 0 ? { lines } : { lines, result: { name: 'defects', figure: items.length } };
}
