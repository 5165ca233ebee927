/**
 * Each paper form described once, as data. Entry, comparison, findings, print and read-back all render this one description, so a
 * row cannot mean one thing on the screen and another in the signed bytes. Forms 34A to 39A have the same shape (DOMAIN, Form 34A);
 * the B forms differ in the word the law uses for what happens at the constituency.
 */
import type { Contest } from './definition.ts';

/** 35B and 36B are final declarations at the constituency; the others are collations that travel on. */
export type ClosingWord = 'collated' | 'declared';

const CLOSING_WORDS: Readonly<Record<string, ClosingWord>> = {
  '34B': 'collated',
  '35B': 'declared',
  '36B': 'declared',
  '37B': 'collated',
  '38B': 'collated',
  '39B': 'collated',
};

export const STATION_FORMS = ['34A', '35A', '36A', '37A', '38A', '39A'] as const;
export const CONSTITUENCY_FORMS = ['34B', '35B', '36B', '37B', '38B', '39B'] as const;

export function closingWord(formB: string): ClosingWord {
  const word = CLOSING_WORDS[formB];
  if (word === undefined) throw new Error(`broken invariant: no form ${formB}`);
  return word;
}

/** A row of a station's form. `code` is its permanent name in acts and columns; `line` the number printed on the paper. */
export interface Row {
  readonly code: string;
  readonly section: 'candidates' | 'counts' | 'decisions';
  readonly line?: number;
  readonly candidate?: number;
}

/** The foot of the candidates' table: *total number of valid votes cast*. It stands apart from count line 5 and is typed apart. */
export const TABLE_TOTAL = 'tableTotal';

/** The polling station counts, lines 1 to 5, in the paper's order. */
export const COUNT_ROWS: readonly Row[] = [
  { code: 'registered', section: 'counts', line: 1 },
  { code: 'rejected', section: 'counts', line: 2 },
  { code: 'objected', section: 'counts', line: 3 },
  { code: 'disputed', section: 'counts', line: 4 },
  { code: 'valid', section: 'counts', line: 5 },
];

/** The decisions on disputed votes compare as one row. */
export const DECISIONS = 'decisions';

export function candidateRow(number: number): string {
  return `candidate${number}`;
}

export function candidateRows(contest: Contest): readonly Row[] {
  return contest.candidates.map(({ number }) => ({ code: candidateRow(number), section: 'candidates', candidate: number }));
}

/** The rows of a station's form that hold figures, in printed order. */
export function figureRows(contest: Contest): readonly Row[] {
  return [...candidateRows(contest), { code: TABLE_TOTAL, section: 'candidates' }, ...COUNT_ROWS];
}

/** The columns of the constituency's form (34B and its kin), in printed order: what each station's line shows and TOTAL adds. */
export function constituencyColumns(contest: Contest): readonly string[] {
  return ['registered', ...candidateRows(contest).map((row) => row.code), 'valid', 'rejected'];
}
