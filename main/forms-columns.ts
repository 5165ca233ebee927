/**
 * The columns of forms.csv and what may be ruled about a paper. The columns v1, v2 and so on hold the votes of the candidates in
 * ballot order; a contest with fewer candidates than another leaves the rest of its cells empty.
 */
import { TABLE_TOTAL } from '../core/form.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { areaCode, contestId, name, oneOf, quoted, reason } from './define/cells.ts';
import { optional, required, type SheetRow } from './define/csv.ts';

export const FORM_RULINGS = ['count', 'disregard', 'set-aside', 'not-held', 'postponed', 'lost', 'cancelled'] as const;
export type FormRuling = (typeof FORM_RULINGS)[number];
/** What is ruled about a station that has no paper. */
export const WITHOUT_PAPER: ReadonlySet<FormRuling | undefined> = new Set<FormRuling>(['not-held', 'postponed', 'lost', 'cancelled']);

/** Columns of the counts, and the rows of the form they hold. */
export const COUNT_COLUMNS: readonly (readonly [column: string, row: string])[] = [
  ['registered', 'registered'],
  ['rejected', 'rejected'],
  ['objected', 'objected'],
  ['disputed', 'disputed'],
  ['valid_foot', TABLE_TOTAL],
  ['valid', 'valid'],
];
const LONGEST_SERIAL = 40;
const text = (cell: string) => ok(cell);
const serialNumber = (cell: string): Result<string> =>
  cell.length > LONGEST_SERIAL ? refuse('E-CSV', `${quoted(cell)} is longer than ${LONGEST_SERIAL} characters`) : name(cell);
const figureColumn = optional(text, '');

export const COLUMNS = {
  station_code: required(areaCode),
  contest: required(contestId),
  serial: optional(serialNumber, ''),
  registered: figureColumn,
  rejected: figureColumn,
  objected: figureColumn,
  disputed: figureColumn,
  valid_foot: figureColumn,
  valid: figureColumn,
  ruling: optional(oneOf(FORM_RULINGS), undefined),
  reason: optional(reason, undefined),
};
/** Columns that must be there although their cells may be empty. */
export const NEEDED_COLUMNS = ['serial', ...COUNT_COLUMNS.map(([column]) => column)];
export const VOTES_COLUMN = /^v[1-9][0-9]{0,2}$/;

export type FormsRow = SheetRow<typeof COLUMNS>;
