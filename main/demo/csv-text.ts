/**
 * A table as text: a header line, and a line for each row.
 */
import { csvLine } from '../../core/csv-line.ts';

export type CsvCell = string | number;

export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((cells) => `${csvLine(cells.map(String))}\n`).join('');
}
