/**
 * The figures in a row of forms.csv, taken as they are written on the paper: a whole number, `-` for a box left blank, `?` for one
 * that cannot be read. An empty cell is none of these, and is only right where there is no paper or no such candidate.
 */
import { type Figure, readKeystrokes } from '../core/count.ts';
import type { Contest } from '../core/definition.ts';
import { candidateRows } from '../core/form.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { quoted } from './define/cells.ts';
import type { CsvFault } from './define/csv.ts';
import { COUNT_COLUMNS, type FormsRow, VOTES_COLUMN, WITHOUT_PAPER } from './forms-columns.ts';

export interface ReadFigures {
  readonly read?: Readonly<Record<string, Figure>>;
  readonly faults: readonly CsvFault[];
}

/** The figures of a row as written, or what is wrong with each cell; nothing to read where there is no paper. */
export function readFigures(row: FormsRow, contest: Contest): ReadFigures {
  const boxes = boxesOf(row, contest);
  const surplus = surplusFaults(row, contest);
  const filled = boxes.filter(({ written }) => written !== '');
  if (WITHOUT_PAPER.has(row.cells.ruling)) {
    const detail = `a figure stands beside the ruling ${row.cells.ruling}, which is for stations without a paper`;
    return { faults: [...filled.map(({ column }) => row.fault(column, detail)), ...surplus] };
  }
  if (filled.length === 0) {
    return { faults: [row.fault('registered', 'the row has no figures, and no ruling that explains it, such as not-held'), ...surplus] };
  }
  const read = boxes.map((box) => ({ ...box, figure: readBox(box.written) }));
  const faults = read.flatMap(({ column, figure }) => (figure.ok ? [] : [row.fault(column, figure.refusal.detail ?? '')]));
  return {
    read: Object.fromEntries(read.flatMap(({ code, figure }) => (figure.ok ? [[code, figure.value]] : []))),
    faults: [...faults, ...surplus],
  };
}

interface Box {
  readonly column: string;
  readonly code: string;
  readonly written: string;
}

/** Every box of the contest's form, with what stands in its column: v1 is the first candidate on the ballot. */
function boxesOf({ cells, further }: FormsRow, contest: Contest): readonly Box[] {
  const written = cells as Readonly<Record<string, unknown>>;
  const votes = candidateRows(contest).map(({ code }, at) => ({ column: `v${at + 1}`, code, written: further.get(`v${at + 1}`) ?? '' }));
  return [...votes, ...COUNT_COLUMNS.map(([column, code]) => ({ column, code, written: String(written[column] ?? '') }))];
}

function surplusFaults({ further, fault }: FormsRow, contest: Contest): readonly CsvFault[] {
  const candidates = contest.candidates.length;
  return [...further].flatMap(([column, written]) => {
    const isSurplus = VOTES_COLUMN.test(column) && Number(column.slice(1)) > candidates && written !== '';
    return isSurplus ? [fault(column, `contest ${contest.id} has ${candidates} candidates; the cell must be empty`)] : [];
  });
}

function readBox(written: string): Result<Figure> {
  const keyed = readKeystrokes(written);
  if (keyed.is === 'figure') return ok(keyed.figure);
  if (keyed.is === 'not-entered')
    return refuse('E-CSV', 'the cell is empty; write - for a box left blank on the paper, ? for an unreadable one');
  return refuse('E-CSV', `${quoted(keyed.typed)} is not a whole number of at most seven digits, nor - nor ?`);
}
