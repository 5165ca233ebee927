/**
 * The public record of 2017 that the tests are held against: station figures of whole constituencies and the gazetted candidates.
 * It is not part of this project; it is read where it lies, and nothing of it is written down here. Tests that need it ask
 * `dataFolder` first and say so when it is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { present } from '../../core/result.ts';

/** One station's row: the candidates' votes in the file's order, everything else as text by column. */
export interface StationRow {
  readonly code: string;
  readonly county: string;
  readonly constituencyCode: string;
  readonly constituency: string;
  readonly wardCode: string;
  readonly ward: string;
  readonly name: string;
  /** Not a station’s own form: a centre’s total, split over its streams. */
  readonly isDerived: boolean;
  readonly registered: number;
  readonly rejected: number;
  readonly valid: number;
  readonly votes: readonly number[];
}

/** A gazetted candidate; codes are compared as numbers because the files write them with and without leading zeros. */
export interface GazettedCandidate {
  readonly county: number;
  readonly constituency: number;
  readonly ward: number;
  readonly name: string;
  readonly party: string;
}

const STATION_FILE = 'station-forms.csv';
/** The candidates' columns stand between these two. */
const [BEFORE_CANDIDATES, AFTER_CANDIDATES] = ['valid', 'flags'];

/** Where the record lies: what COUNTERSIGN_DATA names, else beside the project; undefined where it is not. */
export function dataFolder(): string | undefined {
  const folder = process.env.COUNTERSIGN_DATA ?? path.join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'kenya2017');
  return existsSync(path.join(folder, STATION_FILE)) ? folder : undefined;
}

type Cells = Readonly<Record<string, string>>;

function readTable(...names: readonly string[]): readonly Cells[] {
  const folder = present(dataFolder(), 'the public record (see COUNTERSIGN_DATA)');
  return parse<Cells>(readFileSync(path.join(folder, ...names)), { columns: true, bom: true, skip_empty_lines: true, trim: true });
}

function cell(row: Cells, column: string): string {
  return present(row[column], `column ${column}`);
}

interface StationRecord {
  readonly candidates: readonly string[];
  readonly rows: readonly StationRow[];
}
let stationRecord: StationRecord | undefined;

function readStations(): StationRecord {
  const table = readTable(STATION_FILE);
  const header = Object.keys(table[0] ?? {});
  const candidates = header.slice(header.indexOf(BEFORE_CANDIDATES) + 1, header.indexOf(AFTER_CANDIDATES));
  return { candidates, rows: table.map((row) => stationRow(row, candidates)) };
}

function stationRow(row: Cells, candidates: readonly string[]): StationRow {
  return {
    code: cell(row, 'station_code'),
    county: cell(row, 'county'),
    constituencyCode: cell(row, 'constituency_code'),
    constituency: cell(row, 'constituency'),
    wardCode: cell(row, 'ward_code'),
    ward: cell(row, 'ward'),
    name: `${cell(row, 'centre')} ${cell(row, 'stream')}`,
    isDerived: cell(row, 'derived') === '1',
    registered: Number(cell(row, 'registered')),
    rejected: Number(cell(row, 'rejected')),
    valid: Number(cell(row, 'valid')),
    votes: candidates.map((candidate) => Number(cell(row, candidate))),
  };
}

/** The presidential candidates, in the order of the columns. */
export function presidentialCandidates(): readonly string[] {
  stationRecord ??= readStations();
  return stationRecord.candidates;
}

/** The codes of the constituencies that are there whole, in the file's order. */
export function constituencies(): readonly string[] {
  stationRecord ??= readStations();
  return [...new Set(stationRecord.rows.map(({ constituencyCode }) => constituencyCode))];
}

/** The stations of a constituency in the file's order; with a limit, as evenly from its wards as they come. */
export function stationRows(code: string, limit = Number.POSITIVE_INFINITY): readonly StationRow[] {
  stationRecord ??= readStations();
  const rows = stationRecord.rows.filter(({ constituencyCode }) => constituencyCode === code);
  const taken = new Map<string, number>();
  const turns = rows.map((row) => {
    const turn = taken.get(row.wardCode) ?? 0;
    taken.set(row.wardCode, turn + 1);
    return { row, turn };
  });
  const chosen = new Set(turns.toSorted((left, right) => left.turn - right.turn).slice(0, limit));
  return turns.filter((one) => chosen.has(one)).map(({ row }) => row);
}

/** Gazetted candidates of one contest, by the name of its file. */
export function gazettedCandidates(file: string): readonly GazettedCandidate[] {
  return readTable('candidates', file).map((row) => ({
    county: Number(row['County Code']),
    constituency: Number(row['Constituency Code']),
    ward: Number(row['Ward Code']),
    name: fullName(cell(row, 'Other Names'), cell(row, 'Surname')),
    party: cell(row, 'Political Party Name'),
  }));
}

/** One file writes the whole name in both columns. */
function fullName(otherNames: string, surname: string): string {
  return (otherNames === surname ? surname : `${otherNames} ${surname}`).replaceAll(/\s+/g, ' ').trim();
}
