/**
 * A finding written out as an addition, the way one would on the back of the paper: what is added, what is taken away, and what
 * remains. Lines are named by the paper's rows, or by what else went in (the register, the diary); words and line numbers are the
 * screen's. A finding of another kind than these is written as the list of what went into it.
 */
import type { Finding, Inputs } from '../findings.ts';
import { COUNT_ROWS, DECISIONS, TABLE_TOTAL } from '../form.ts';
import { type FindingSum, less, line, lineOf, listIn, type SumLine, total, type Written, withResult } from './finding-sum-lines.ts';
import { NOTES_WRITTEN } from './finding-sum-notes.ts';

type Found = Pick<Finding, 'code' | 'inputs' | 'difference'> & Partial<Pick<Finding, 'check'>>;

/** `check` is known of a form on the desk; the findings of a summary have all failed. */
export function sumOf(finding: Found): FindingSum {
  const write = WRITTEN[finding.code];
  return write === undefined ? { lines: listed(finding.inputs) } : write(written(finding));
}

/** A number that the rule came to, but did not decide by, is no remainder: a figure was missing, or too few votes to look at. */
function written({ inputs, difference, check = 'fails' }: Found): Written {
  const isUndecided = check === 'cannot-check' || (check === 'passes' && difference !== undefined && difference > 0);
  return difference === undefined || isUndecided ? { inputs } : { inputs, difference };
}

const WRITTEN: Readonly<Record<string, (finding: Written) => FindingSum>> = {
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
  ...NOTES_WRITTEN,
};

// ---- the additions -----------------------------------------------------------------------------------------------------------

function candidates(finding: Written): FindingSum {
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
function identified(finding: Written): FindingSum {
  const { inputs } = finding;
  const known = (['diary', 'tablet'] as const).filter((source) => typeof inputs[source] === 'number');
  const [lower, other] = known.sort((a, b) => Number(inputs[a]) - Number(inputs[b]));
  if (lower === undefined) return { lines: [...castLines(inputs), line('identified', undefined, '-')] };
  const beside = other === undefined ? [] : [lineOf(inputs, other)];
  return withResult(finding, [...castLines(inputs), lineOf(inputs, lower, '-'), ...beside]);
}

function repeated({ inputs }: Written): FindingSum {
  const compared = (row: string) => lineOf(inputs, row, inputs[row] === inputs.rejected ? 'is' : 'isNot');
  return { lines: [lineOf(inputs, 'rejected'), compared('registered'), compared('valid')] };
}

function papers({ inputs }: Written): FindingSum {
  const [sameResult, sameSerial] = [listIn(inputs, 'sameResult'), listIn(inputs, 'sameSerial')];
  const others = new Set([...sameResult, ...sameSerial]).size;
  return {
    lines: [
      line('thisPaper', 1),
      line('sameResult', sameResult.length, '+'),
      line('papersOfResult', 1 + sameResult.length, '='),
      lineOf(inputs, 'serial'),
      line('sameSerial', sameSerial.length),
    ],
    result: { name: 'otherPapers', figure: others },
  };
}

/** First the list against line 4; where these agree, line 4 against the valid votes. */
function disputed(finding: Written): FindingSum {
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

function compromised({ inputs }: Written): FindingSum {
  const acts = listIn(inputs, 'acts');
  return { lines: acts.map((act) => line('act', act)), result: { name: 'acts', figure: acts.length } };
}

function listed(inputs: Inputs): readonly SumLine[] {
  return Object.entries(inputs).map(([name, input]) => line(name, typeof input === 'object' ? input.join(', ') : input));
}
