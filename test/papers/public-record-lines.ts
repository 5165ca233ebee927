/**
 * Stations of the public record of 2017, where it lies beside the project (`COUNTERSIGN_DATA` names another place): real numbers of
 * digits, real anomalies. Where it does not, figures are made up and the tests run all the same.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { SampleLine } from './sample-summary.ts';

const FOLDER = process.env.COUNTERSIGN_DATA ?? path.join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'kenya2017');
const FILE = path.join(FOLDER, 'station-forms.csv');
const FIRST_CANDIDATE = 12;
const CANDIDATES = 8;

/** As many stations as asked for, in gazetted order; undefined where the record is not there. */
export function publicRecord(stations: number): readonly SampleLine[] | undefined {
  if (!existsSync(FILE)) return undefined;
  const rows = parse(readFileSync(FILE), { from: 2, to: stations + 1 }) as string[][];
  return rows.map((row) => ({
    code: row[0] ?? '',
    name: `${row[6]}, ${row[7]}`,
    registered: Number(row[9]),
    rejected: Number(row[10]),
    votes: row.slice(FIRST_CANDIDATE, FIRST_CANDIDATE + CANDIDATES).map(Number),
  }));
}
