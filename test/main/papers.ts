/** Rows of forms.csv for the demonstration's stations, each in order but for what a test changes. */
import { writeFileSync } from 'node:fs';
import type { Definition } from '../../core/definition.ts';
import { present } from '../../core/result.ts';
import { type CsvCell, csvText } from '../../main/demo/csv-text.ts';
import { formsHeader } from '../../main/demo/figures.ts';

export type Paper = Readonly<Record<string, CsvCell>>;
type Stations = Definition['stations'];

/** A paper in order: 100 votes, 60 for the first candidate, 5 rejected. */
export function paperOf(stations: Stations, at: number, changes: Paper = {}): Paper {
  const { code, registered } = present(stations[at], 'station');
  const counts = { registered, rejected: 5, objected: 0, disputed: 0, valid_foot: 100, valid: 100 };
  const votes = { v1: 60, v2: 20, v3: 10, v4: 6, v5: 4 };
  return { station_code: code, contest: 'president', serial: `S${at}`, ...counts, ...votes, ...changes };
}

/** The row of a station from which no paper came. */
export function withoutPaper(stations: Stations, at: number, ruling: string, reason = ''): Paper {
  return { station_code: present(stations[at], 'station').code, contest: 'president', ruling, reason };
}

export function writeForms(file: string, papers: readonly Paper[]): string {
  const header = formsHeader(5);
  const rows = papers.map((row) => header.map((column) => row[column] ?? ''));
  writeFileSync(file, csvText(header, rows));
  return file;
}
