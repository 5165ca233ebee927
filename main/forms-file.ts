/**
 * forms.csv: the papers of a day as somebody read them, one row for each, to play a rehearsal with. Figures are taken as written:
 * `-` is a box left blank, `?` one that cannot be read, and neither is zero. A station without a paper has a row that says so and
 * leaves the figures empty. As with every table, all faults are reported in one run, by line and column.
 */
import path from 'node:path';
import type { Figure } from '../core/count.ts';
import { type Contest, type Definition, stationsOf } from '../core/definition.ts';
import { isReadableSerial } from '../core/particulars.ts';
import { present, type Refusal } from '../core/result.ts';
import { quoted } from './define/cells.ts';
import { type CsvFault, inFileOrder, readSheet, type Sheet } from './define/csv.ts';
import { readBytes } from './define/files.ts';
import { COLUMNS, type FormRuling, type FormsRow, NEEDED_COLUMNS, VOTES_COLUMN, WITHOUT_PAPER } from './forms-columns.ts';
import { readFigures } from './forms-figures.ts';

/** One row of the file. `figures` holds every row of the contest's form by its code; undefined for a station without a paper. */
export interface PaperForm {
  readonly line: number;
  readonly station: string;
  readonly contest: string;
  /** As printed; empty for a station without a paper. */
  readonly serial: string;
  readonly figures?: Readonly<Record<string, Figure>>;
  readonly ruling?: FormRuling;
  readonly reason?: string;
}

export type FormsReading =
  | { readonly ok: true; readonly forms: readonly PaperForm[] }
  | { readonly ok: false; readonly faults: readonly Refusal[] };

/** Reads the file against the definition it belongs to. Faults carry E-FILE or E-CSV. */
export function readFormsFile(file: string, definition: Definition): FormsReading {
  const bytes = readBytes(file);
  if (!bytes.ok) return { ok: false, faults: [bytes.refusal] };
  const sheet = readSheet(path.basename(file), bytes.value, COLUMNS, VOTES_COLUMN);
  const headerFaults = missingColumns(sheet, definition);
  const judged = headerFaults.length > 0 ? [] : sheet.rows.map((row) => readForm(row, definition));
  const faults = [...sheet.faults, ...headerFaults, ...judged.flatMap((one) => one.faults), ...repeatedPapers(sheet)];
  if (faults.length > 0) return { ok: false, faults: inFileOrder(faults) };
  return { ok: true, forms: judged.map(({ form }) => present(form, 'form')) };
}

function missingColumns(sheet: Sheet<typeof COLUMNS>, { contests }: Definition): readonly CsvFault[] {
  if (sheet.header.length === 0) return [];
  const largest = Math.max(...contests.map(({ candidates }) => candidates.length));
  const votes = Array.from({ length: largest }, (_, at) => `v${at + 1}`);
  const missing = [...NEEDED_COLUMNS, ...votes].filter((column) => !sheet.header.includes(column));
  return missing.map((column) => sheet.headingFault(column, 'the column is missing'));
}

interface JudgedForm {
  readonly form?: PaperForm;
  readonly faults: readonly CsvFault[];
}

function readForm(row: FormsRow, definition: Definition): JudgedForm {
  const contest = definition.contests.find(({ id }) => id === row.cells.contest);
  const faults = [...checkSubject(row, definition, contest), ...checkSerial(row)];
  if (contest === undefined) return { faults };
  const figures = readFigures(row, contest);
  const all = [...faults, ...figures.faults];
  if (!row.whole || all.length > 0) return { faults: all };
  const { station_code: station, serial, ruling, reason } = row.cells;
  const words = { ...(ruling === undefined ? {} : { ruling }), ...(reason === undefined ? {} : { reason }) };
  const { read } = figures;
  return {
    form: { line: row.line, station, contest: contest.id, serial, ...(read === undefined ? {} : { figures: read }), ...words },
    faults: [],
  };
}

/** Whether the definition knows the station and the contest, and holds the one at the other. */
function checkSubject(row: FormsRow, definition: Definition, contest: Contest | undefined): readonly CsvFault[] {
  const { station_code: code, contest: id } = row.cells;
  const station = definition.stations.find((one) => one.code === code);
  const faults: CsvFault[] = [];
  if (code !== undefined && station === undefined) faults.push(row.fault('station_code', `no station ${quoted(code)} in the definition`));
  if (id !== undefined && contest === undefined) faults.push(row.fault('contest', `no contest ${quoted(id)} in the definition`));
  if (station !== undefined && contest !== undefined && !stationsOf(definition, contest).includes(station)) {
    faults.push(
      row.fault('contest', `contest ${contest.id} is held in ward ${contest.ward}, station ${station.code} lies in ward ${station.ward}`),
    );
  }
  return faults;
}

function checkSerial({ cells, fault }: FormsRow): readonly CsvFault[] {
  const without = WITHOUT_PAPER.has(cells.ruling);
  if (cells.serial === '' && !without) return [fault('serial', 'the cell is empty; write - where the paper bears no serial')];
  return without && cells.serial
    ? [fault('serial', `a serial stands beside the ruling ${cells.ruling}, which is for stations without a paper`)]
    : [];
}

/** Two papers of one station must differ in serial; a row that says there is none stands alone. */
function repeatedPapers(sheet: Sheet<typeof COLUMNS>): readonly CsvFault[] {
  const above = new Map<string, FormsRow[]>();
  return sheet.rows.flatMap((row) => {
    const { station_code: station, contest } = row.cells;
    if (station === undefined || contest === undefined) return [];
    const others = above.get(`${station} ${contest}`) ?? [];
    above.set(`${station} ${contest}`, [...others, row]);
    return repeatedPaper(row, others) ?? [];
  });
}

function repeatedPaper(row: FormsRow, above: readonly FormsRow[]): CsvFault | undefined {
  const { serial = '', ruling } = row.cells;
  const first = above[0];
  if (first === undefined) return undefined;
  if (WITHOUT_PAPER.has(ruling)) return row.fault('ruling', `line ${first.line} stands for the same station and contest`);
  const without = above.find(({ cells }) => WITHOUT_PAPER.has(cells.ruling));
  if (without !== undefined) return row.fault('serial', `there is no paper according to line ${without.line}`);
  const same = above.find(({ cells }) => cells.serial === serial && isReadableSerial(serial) && serial !== '');
  return same === undefined
    ? undefined
    : row.fault('serial', `${quoted(serial)} stands already in line ${same.line} for this station and contest`);
}
