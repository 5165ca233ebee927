/**
 * A finding written out as an addition, the way one would on the back of the paper: what is added, what is taken away, and what
 * remains. Lines are named by the paper's rows, or by what else went in (the register, the diary); words and line numbers are the
 * screen's. A finding of another kind than these is written as the list of what went into it.
 */
import type { Figure } from '../count.ts';
import type { Finding, Inputs } from '../findings.ts';
import { COUNT_ROWS, DECISIONS, TABLE_TOTAL } from '../form.ts';

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
] as const;
export type SumName = (typeof SUM_NAMES)[number];

export const SUM_RESULTS = ['difference', 'excess', 'within', 'otherPapers', 'blankRows', 'unreadableRows', 'acts'] as const;
export type SumResult = (typeof SUM_RESULTS)[number];

export interface SumLine {
  /** A row's code, one of `SUM_NAMES`, or the name of an input of a rule that is not known here. */
  readonly name: string;
  /** `+` and `-` change what runs; `=` says what it has come to; `is` and `isNot` compare with the first line; `''` begins or only lists. */
  readonly sign: '' | '+' | '-' | '=' | 'is' | 'isNot';
  /** Undefined: not known. A text is a serial number or the digest of an act. */
  readonly figure: Figure | string | undefined;
}
export interface FindingSum {
  readonly lines: readonly SumLine[];
  /** What remains; none where an input is missing, or where the rule has no number. */
  readonly result?: { readonly name: SumResult; readonly figure: number };
}

type Sign = SumLine['sign'];
const line = (name: string, figure: SumLine['figure'], sign: Sign = ''): SumLine => ({ name, sign, figure });

export function sumOf(finding: Pick<Finding, 'code' | 'inputs' | 'difference'>): FindingSum {
  const write = WRITTEN[finding.code];
  return write === undefined ? { lines: listed(finding.inputs) } : write(finding);
}

type Writer = (finding: Pick<Finding, 'inputs' | 'difference'>) => FindingSum;
const WRITTEN: Readonly<Record<string, Writer>> = {
  F01: candidates,
  F02: (finding) => less(finding, TABLE_TOTAL, 'valid', 'difference'),
  F03: (finding) => less(finding, 'registered', 'register', 'difference'),
  F04: (finding) => less(finding, 'valid', 'register'),
  F05: (finding) => withResult(finding, [...castLines(finding.inputs), lineOf(finding.inputs, 'register', '-')]),
  F06: identified,
  F07: repeated,
  F08: (finding) => less(finding, 'registered', 'stationCap'),
  F09: papers,
  F10: (finding) => less(finding, 'objected', 'rejected'),
  F11: disputed,
  F12: ({ inputs }) => marked(inputs, 'blank'),
  F13: ({ inputs }) => marked(inputs, 'unreadable'),
  F14: compromised,
};

// ---- the additions -----------------------------------------------------------------------------------------------------------

function candidates(finding: Pick<Finding, 'inputs' | 'difference'>): FindingSum {
  const { inputs } = finding;
  const rows = Object.keys(inputs).filter((row) => row !== TABLE_TOTAL);
  const votes = rows.map((row, at) => lineOf(inputs, row, at === 0 ? '' : '+'));
  return withResult(finding, [...votes, ...total('candidatesTotal', votes), lineOf(inputs, TABLE_TOTAL, '-')], 'difference');
}

function castLines(inputs: Inputs): readonly SumLine[] {
  const cast = [lineOf(inputs, 'valid'), lineOf(inputs, 'rejected', '+')];
  return [...cast, ...total('cast', cast)];
}

/** Of diary and tablet the lower is taken away; the other only stands there. */
function identified(finding: Pick<Finding, 'inputs' | 'difference'>): FindingSum {
  const { inputs } = finding;
  const known = (['diary', 'tablet'] as const).filter((source) => typeof inputs[source] === 'number');
  const [lower, other] = known.sort((a, b) => Number(inputs[a]) - Number(inputs[b]));
  if (lower === undefined) return { lines: [...castLines(inputs), line('identified', undefined, '-')] };
  const beside = other === undefined ? [] : [lineOf(inputs, other)];
  return withResult(finding, [...castLines(inputs), lineOf(inputs, lower, '-'), ...beside]);
}

function repeated({ inputs }: Pick<Finding, 'inputs'>): FindingSum {
  const compared = (row: string) => lineOf(inputs, row, inputs[row] === inputs.rejected ? 'is' : 'isNot');
  return { lines: [lineOf(inputs, 'rejected'), compared('registered'), compared('valid')] };
}

function papers({ inputs }: Pick<Finding, 'inputs'>): FindingSum {
  const [sameResult, sameSerial] = [listIn(inputs, 'sameResult'), listIn(inputs, 'sameSerial')];
  const others = new Set([...sameResult, ...sameSerial]).size;
  return {
    lines: [
      line('thisPaper', 1),
      line('sameResult', sameResult.length, '+'),
      line('papersOfResult', 1 + sameResult.length, '='),
      line('serial', figureIn(inputs, 'serial')),
      line('sameSerial', sameSerial.length),
    ],
    result: { name: 'otherPapers', figure: others },
  };
}

/** First the list against line 4; where these agree, line 4 against the valid votes. */
function disputed(finding: Pick<Finding, 'inputs' | 'difference'>): FindingSum {
  const { inputs } = finding;
  const isListed = inputs[DECISIONS] === inputs.disputed;
  return isListed ? less(finding, 'disputed', 'valid') : less(finding, DECISIONS, 'disputed', 'difference');
}

function marked(inputs: Inputs, mark: 'blank' | 'unreadable'): FindingSum {
  const rows = [...listIn(inputs, 'rows')].sort((a, b) => placeOf(a) - placeOf(b));
  return { lines: rows.map((row) => line(row, mark)), result: { name: `${mark}Rows`, figure: rows.length } };
}

/** The inputs are sorted as text; the paper has candidates in ballot order, then their total, then the counts. */
function placeOf(row: string): number {
  const candidate = /^candidate(\d+)$/.exec(row)?.[1];
  if (candidate !== undefined) return Number(candidate);
  return row === TABLE_TOTAL ? 1000 : 1001 + COUNT_ROWS.findIndex(({ code }) => code === row);
}

function compromised({ inputs }: Pick<Finding, 'inputs'>): FindingSum {
  const acts = listIn(inputs, 'acts');
  return { lines: acts.map((act) => line('act', act)), result: { name: 'acts', figure: acts.length } };
}

function listed(inputs: Inputs): readonly SumLine[] {
  return Object.entries(inputs).map(([name, input]) => line(name, typeof input === 'object' ? input.join(', ') : input));
}

// ---- parts of them -----------------------------------------------------------------------------------------------------------

function less(finding: Pick<Finding, 'inputs' | 'difference'>, from: string, taken: string, result?: 'difference'): FindingSum {
  return withResult(finding, [lineOf(finding.inputs, from), lineOf(finding.inputs, taken, '-')], result);
}

function withResult({ difference }: Pick<Finding, 'difference'>, lines: readonly SumLine[], name?: 'difference'): FindingSum {
  if (difference === undefined) return { lines };
  return { lines, result: { name: name ?? (difference > 0 ? 'excess' : 'within'), figure: difference } };
}

/** The line that says what the addition has come to; none where one of the lines is no count. */
function total(name: SumName, lines: readonly SumLine[]): readonly SumLine[] {
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

function lineOf(inputs: Inputs, name: string, sign: Sign = ''): SumLine {
  return line(name, figureIn(inputs, name), sign);
}

function figureIn(inputs: Inputs, name: string): Figure | string | undefined {
  const input = inputs[name];
  return typeof input === 'object' ? input.join(', ') : input;
}

function listIn(inputs: Inputs, name: string): readonly string[] {
  const input = inputs[name];
  return typeof input === 'object' ? input : [];
}
