/**
 * `results.csv`: every figure of a contest as a table that any spreadsheet opens (RFC 4180), a line for each station and each row of
 * its form. Figures stand as they are written on the paper. A box left blank, an unreadable one and a station without a form have an
 * empty cell and say so beside it: nothing is ever filled in, and no words of other people can become a formula.
 */
import type { BundleState } from '../bundle.ts';
import { csvLine, neutralCell } from '../csv-line.ts';
import { figureRows, type Row } from '../form.ts';
import type { SummaryContent, SummaryStation } from '../summary.ts';

/** The columns in their order. Names are permanent. */
export const CSV_COLUMNS = [
  'election_kind',
  'constituency_code',
  'constituency',
  'contest',
  'form',
  'version',
  'state',
  'ward',
  'station',
  'station_name',
  'disposition',
  'register',
  'row',
  'row_kind',
  'candidate',
  'candidate_name',
  'party',
  'count',
  'status',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

export const FIGURE_STATUSES = ['written', 'blank', 'unreadable', 'no-form'] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

type Cells = Readonly<Record<CsvColumn, string>>;
const LINE_END = '\r\n';

/** The table's text, header first, each line ended, in the order of the stations and of the form's rows. */
export function resultsCsv(content: SummaryContent, state: BundleState): string {
  const rows = figureRows(content.contest);
  const shared = sharedCells(content, state);
  const lines = content.stations.flatMap((station) => {
    const standing = { ...shared, ...stationCells(station) };
    return rows.map((row) => lineOf({ ...standing, ...rowCells(content, row), ...figureCells(station, row) }));
  });
  return [csvLine(CSV_COLUMNS), ...lines, ''].join(LINE_END);
}

function lineOf(cells: Cells): string {
  return csvLine(CSV_COLUMNS.map((column) => cells[column]));
}

function sharedCells({ election, constituency, contest, version }: SummaryContent, state: BundleState) {
  return {
    election_kind: election.kind,
    constituency_code: constituency.code,
    constituency: neutralCell(constituency.name),
    contest: contest.id,
    form: contest.formB,
    version: String(version),
    state,
  };
}

function stationCells({ ward, station, name, disposition, register }: SummaryStation) {
  return { ward, station, station_name: neutralCell(name), disposition, register: String(register) };
}

function rowCells({ contest }: SummaryContent, { code, candidate: number }: Row) {
  const candidate = contest.candidates.find((one) => one.number === number);
  if (candidate === undefined) return { row: code, row_kind: 'total', candidate: '', candidate_name: '', party: '' };
  const [candidate_name, party] = [neutralCell(candidate.name), neutralCell(candidate.party)];
  return { row: code, row_kind: 'candidate', candidate: String(candidate.number), candidate_name, party };
}

function figureCells({ form }: SummaryStation, { code }: Row): { readonly count: string; readonly status: FigureStatus } {
  const figure = form?.figures[code];
  if (figure === undefined) return { count: '', status: 'no-form' };
  return typeof figure === 'number' ? { count: String(figure), status: 'written' } : { count: '', status: figure };
}
