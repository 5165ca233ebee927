/**
 * The lines of a finding that is written out as an addition, and the few ways in which they come together. What is added, taken away
 * or only stands beside says its sign; words are the screen's.
 */
import type { Figure } from '../count.ts';
import type { Finding, Inputs } from '../findings.ts';

/** Behind a candidate's row: that candidate's votes in the other stations of the ward. */
export const IN_WARD = 'InWard';
/** Before a particular of the paper: the answer that is not as it should be. */
export const DEFECT = 'W08.';

/** A line's sign as it is written before its figure. */
export const SIGNS = { '': '', '+': '+', '-': '−', '=': '=', is: '=', isNot: '≠' } as const;

/** What a line is called where it is not a row of the paper. */
export const SUM_NAMES = [
  'candidatesTotal',
  'cast',
  'register',
  'stationCap',
  'diary',
  'tablet',
  'identified',
  'serial',
  'thisPaper',
  'sameResult',
  'papersOfResult',
  'sameSerial',
  'act',
  'allowed',
  'most',
  'least',
  'stations',
  'wardVotes',
  'sameVotes',
] as const;
export type SumName = (typeof SUM_NAMES)[number];

export const SUM_RESULTS = [
  'difference',
  'excess',
  'lacking',
  'within',
  'otherPapers',
  'blankRows',
  'unreadableRows',
  'acts',
  'missingCandidates',
  'otherStations',
  'defects',
] as const;
export type SumResult = (typeof SUM_RESULTS)[number];

export interface SumLine {
  /**
   * A row's code, one of `SUM_NAMES`, a candidate's row with `IN_WARD` behind it, a particular with `DEFECT` before it, or the name of an
   * input of a rule that is not known here.
   */
  readonly name: string;
  /** `+` and `-` change what runs; `=` says what it has come to; `is` and `isNot` compare with the first line; `''` begins or only lists. */
  readonly sign: '' | '+' | '-' | '=' | 'is' | 'isNot';
  /** Undefined: not known. A text is a serial number, a station's code, an answer about the paper or the digest of an act. */
  readonly figure: Figure | string | undefined;
  /** In basis points, where the figure is a share of the whole above it, rounded to a whole number of ballots or votes. */
  readonly share?: number;
}
export interface FindingSum {
  readonly lines: readonly SumLine[];
  /** What remains; none where an input is missing, or where the rule has no number. */
  readonly result?: { readonly name: SumResult; readonly figure: number };
}

/** What a finding is written from. */
export type Written = Pick<Finding, 'inputs' | 'difference'>;

export type Sign = SumLine['sign'];
export const line = (name: string, figure: SumLine['figure'], sign: Sign = ''): SumLine => ({ name, sign, figure });

export function less(finding: Written, from: string, taken: string, result?: 'difference'): FindingSum {
  return withResult(finding, [lineOf(finding.inputs, from), lineOf(finding.inputs, taken, '-')], result);
}

export function withResult({ difference }: Written, lines: readonly SumLine[], name?: SumResult): FindingSum {
  if (difference === undefined) return { lines };
  return { lines, result: { name: name ?? (difference > 0 ? 'excess' : 'within'), figure: difference } };
}

/** The line that says what the addition has come to; none where one of the lines is no count. */
export function total(name: SumName, lines: readonly SumLine[]): readonly SumLine[] {
  const counts = lines.map(({ figure }) => figure);
  const areCounts = counts.every((figure): figure is number => typeof figure === 'number');
  return areCounts
    ? [
        line(
          name,
          counts.reduce((sum, count) => sum + count, 0),
          '=',
        ),
      ]
    : [];
}

export function lineOf(inputs: Inputs, name: string, sign: Sign = ''): SumLine {
  return line(name, figureIn(inputs, name), sign);
}

function figureIn(inputs: Inputs, name: string): Figure | string | undefined {
  const input = inputs[name];
  return typeof input === 'object' ? input.join(', ') : input;
}

export function listIn(inputs: Inputs, name: string): readonly string[] {
  const input = inputs[name];
  return typeof input === 'object' ? input : [];
}
